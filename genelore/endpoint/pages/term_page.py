"""The page of a term, a disease, a publication or any other entity that is no gene."""

from collections.abc import Iterable

import pyoxigraph

from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages.addresses import address, is_gene, outward
from genelore.endpoint.pages.description import is_known, neighbourhood
from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.linked_data import term_data
from genelore.endpoint.pages.naming import named
from genelore.endpoint.pages.redirect import see_other
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.serialising import serialised
from genelore.endpoint.pages.term import consensus, disputes, matches, paper, spellings, usages
from genelore.endpoint.pages.twins import FORMS, HTML, links, split, twins
from genelore.endpoint.site import Site
from ontology import bridge, reference

# Parents, children and names are many for some terms.
_NAMES = 60


def show(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Show a term that the graph or the reference knows, or one of its twins.

    Raises:
        ProblemError: 404 for what is no identifier, or neither knows; 406 where no format of ours is wanted.
    """
    asked, suffixed = split(job.first("curie"))
    form = suffixed or FORMS.get(job.first("form"))
    curie = canonical(asked)
    if not curie or not is_term_known(store, curie):
        raise ProblemError(404, "There is no such term", f"Neither the graph nor the reference has {asked}.")
    if curie != asked or is_gene(curie):
        where = address(site, bridge.iri(curie).value) + (f".{suffixed.suffix}" if suffixed else "")
        return see_other(where)
    if not form:
        raise ProblemError(406, "None of the formats that you accept", "There are HTML and formats of RDF.")
    iri = bridge.iri(curie).value
    headers = (*links(iri, address(site, iri), form), ("Vary", "Accept"))
    if form is HTML:
        return Reply(200, "text/html; charset=utf-8", _page(store, site, curie).content, headers)
    return Reply(200, form.media, serialised(neighbourhood(store, iri), form), headers)


def canonical(asked: str) -> str:
    """Return the CURIE that a text is: an IRI of any graph's spelling, or a CURIE in any case; empty if none.

    >>> canonical("go:0006783"), canonical("http://identifiers.org/mim/301300"), canonical("nothing")
    ('GO:0006783', 'omim:301300', '')
    """
    if bridge.is_valid(asked):
        return bridge.curie(bridge.iri(asked).value) or asked
    prefix, _, code = asked.partition(":")
    by_case = {known.casefold(): known for known in bridge.spaces()}
    written = f"{by_case.get(prefix.casefold(), '')}:{code}"
    return written if bridge.is_valid(written) else bridge.curie(asked) or ""


def is_term_known(store: pyoxigraph.Store, curie: str) -> bool:
    """Say whether the graph or the reference has anything on an identifier."""
    in_reference = reference.term(curie) or reference.omim_entry(curie) if ":" in curie else None
    found = in_reference or reference.genes_identified(curie)
    return bool(found) or is_known(store, bridge.iri(curie))


def _page(store: pyoxigraph.Store, site: Site, curie: str) -> Reply:
    iri, space = bridge.iri(curie).value, bridge.spaces()[curie.partition(":")[0]]
    work = paper(store, iri)
    label = work.title if work else named(store, site, iri).label
    content = {"curie": curie, "iri": iri, "label": label, "space": space, "paper": work}
    content |= _of_reference(store, site, curie) | _of_graph(store, site, curie)
    data = term_data(site, curie, iri, label, space.title)
    return page(site, "term.html", content, Head(twins(address(site, iri)), data))


def _of_reference(store: pyoxigraph.Store, site: Site, curie: str) -> dict[str, object]:
    """Return what the reference says of a term, empty lists where it says nothing."""
    found = reference.term(curie)
    listed = {
        "parents": found.parents if found else (),
        "wholes": found.wholes if found else (),
        "successors": found.successors if found else (),
        "considered": found.considered if found else (),
    }
    said: dict[str, object] = {
        "term": found,
        "omim": reference.omim_entry(curie) if curie.startswith("omim:") else None,
        "names": found.names[:_NAMES] if found else (),
        "matches": matches(store, site, curie),
        "genes": _genes(store, site, curie),
        "spellings": spellings(curie),
        "outward": outward(bridge.iri(curie).value),
    }
    return said | {name: _entities(store, site, curies) for name, curies in listed.items()}


def _of_graph(store: pyoxigraph.Store, site: Site, curie: str) -> dict[str, object]:
    iri = bridge.iri(curie).value
    graves, more = disputes(store, site, iri)
    return {
        "usages": usages(store, site, iri),
        "consensus": consensus(store, site, iri),
        "disputes": graves,
        "more_disputes": more,
    }


def _entities(store: pyoxigraph.Store, site: Site, curies: Iterable[str]) -> list[Entity]:
    known = (curie for curie in curies if bridge.is_valid(curie))
    return [named(store, site, bridge.iri(curie).value) for curie in known]


def _genes(store: pyoxigraph.Store, site: Site, curie: str) -> list[Entity]:
    """Return the genes that the reference ties to a disease through its OMIM numbers."""
    numbers = [curie] if curie.startswith("omim:") else [*reference.omim_of_mondo(curie)]
    entries = [entry for number in numbers if (entry := reference.omim_entry(number))]
    return _entities(store, site, dict.fromkeys(gene for entry in entries for gene in entry.genes))
