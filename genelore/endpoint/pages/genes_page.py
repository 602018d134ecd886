"""All genes that records denote, as a table, and as what the graph says of each in the formats of RDF."""

from collections.abc import Sequence
from dataclasses import replace

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad

from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages import census
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.serialising import serialised
from genelore.endpoint.pages.twins import FORMS, HTML, twins
from genelore.endpoint.site import Site
from ontology.terms import LABEL, TYPE, gl, term

_ROWS = 500
_TARGET = term("http://www.w3.org/2002/07/owl#", "annotatedTarget")
_TAXON = term("http://purl.obolibrary.org/obo/", "RO_0002162")
_VARY = (("Vary", "Accept"),)


def show(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Show one page of the genes, or all of them as data.

    Raises:
        ProblemError: 404 for a page that is not there, 406 for a client that wants no format of ours.
    """
    form = FORMS.get(job.first("form"))
    if not form:
        offered = ", ".join(one.media for one in FORMS.values())
        raise ProblemError(406, "None of the formats that you accept", f"There are {offered}.")
    genes = census.genes(store, site)
    if form is HTML:
        return _page(site, genes, job.first("page", "1"))
    return Reply(200, form.media, serialised(_quads(store, genes), form), _VARY)


def _page(site: Site, genes: Sequence[census.ListedGene], number: str) -> Reply:
    last = max(1, -(-len(genes) // _ROWS))
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= last:
        raise ProblemError(404, "There is no such page", f"The genes fill {last} pages.")
    shown = genes[_ROWS * (int(number) - 1) : _ROWS * int(number)]
    content = {"genes": shown, "total": len(genes), "number": int(number), "last": last}
    return replace(page(site, "genes.html", content, Head(twins("/genes"))), headers=_VARY)


def _quads(store: pyoxigraph.Store, genes: Sequence[census.ListedGene]) -> list[Quad]:
    """Return what each gene is called and of which species it is, and which records denote it how surely."""
    found: set[Quad] = set()
    for one in genes:
        gene = NamedNode(one.gene.iri)
        for predicate in (TYPE, LABEL, _TAXON):
            found.update(store.quads_for_pattern(gene, predicate, None, None))
        for link in store.quads_for_pattern(None, _TARGET, gene, None):
            found.add(link)
            found.update(store.quads_for_pattern(link.subject, gl("standing"), None, None))
    return sorted((quad for quad in found if not isinstance(quad.graph_name, DefaultGraph)), key=str)
