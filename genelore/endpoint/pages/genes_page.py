"""All genes that records denote, as a table."""

import pyoxigraph

from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages import census
from genelore.endpoint.pages.rendering import page
from genelore.endpoint.site import Site

_ROWS = 500


def show(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Show one page of the genes.

    Raises:
        ProblemError: 404 for a page that is not there.
    """
    number = job.first("page", "1")
    genes = census.genes(store, site)
    last = max(1, -(-len(genes) // _ROWS))
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= last:
        raise ProblemError(404, "There is no such page", f"The genes fill {last} pages.")
    shown = genes[_ROWS * (int(number) - 1) : _ROWS * int(number)]
    return page(
        site, "genes.html", {"genes": shown, "total": len(genes), "number": int(number), "last": last}
    )
