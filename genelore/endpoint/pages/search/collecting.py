"""What the index holds: texts of the graph, with the reference's names of everything in it."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.audit.findings import short
from genelore.endpoint.pages.addresses import address, is_gene
from genelore.endpoint.pages.entity import entity
from genelore.endpoint.pages.gene.lookup import kept_as
from genelore.endpoint.pages.question import rows
from genelore.endpoint.pages.rendering import kind_title
from genelore.endpoint.pages.search.index import Entry, Index, Text
from genelore.endpoint.pages.species import SPECIES
from genelore.endpoint.site import Site
from genelore.publish.nodes import text
from ontology import bridge, reference
from ontology.reference import Gene
from ontology.terms import LABEL, RDF, gl, term

_TARGET = NamedNode("http://www.w3.org/2002/07/owl#annotatedTarget")
_ALIAS = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
_NAME = term("http://purl.org/dc/terms/", "title")
# Databases whose codes are the names of genes.
_BY_NAME = frozenset({"genecards"})
_PAPERS = frozenset({"pubmed", "doi", "pmc"})


@lru_cache(maxsize=2)
def index(store: pyoxigraph.Store, site: Site) -> Index:
    """Return the index of a generation, made when it is first asked for."""
    things = chain.from_iterable(_of_thing(store, site, iri) for iri in sorted(_things(store)))
    records = _of_records(store, site)
    return Index([*chain(things, records, _documents(store, site), _conflicts(store, site))])


def _things(store: pyoxigraph.Store) -> set[str]:
    """Return everything with a CURIE that a claim, a link or a verdict names."""
    found: set[str] = set()
    for predicate in (term(RDF, "object"), _TARGET, gl("about"), gl("reallyDenotes"), gl("votedGene")):
        for quad in store.quads_for_pattern(None, predicate, None, None):
            if isinstance(quad.object, NamedNode):
                found.add(quad.object.value)
    return {iri for iri in found if bridge.curie(iri)}


def _of_thing(store: pyoxigraph.Store, site: Site, iri: str) -> Iterator[Text]:
    curie = bridge.curie(iri) or ""
    if is_gene(curie) or reference.gene(curie):
        yield from _gene(store, site, iri, curie)
        return
    shown = entity(store, site, iri)
    title = _title(store, iri) or shown.label
    entry = Entry(_kind(curie), title, curie, shown.address)
    yield from _identifier(curie, entry)
    if title != curie:
        yield Text(title, "name", entry)
    found = reference.term(curie)
    for name in found.names if found else ():
        yield Text(name.text, "synonym", entry)


def _title(store: pyoxigraph.Store, iri: str) -> str:
    found = next(store.quads_for_pattern(NamedNode(iri), _NAME, None, pyoxigraph.DefaultGraph()), None)
    return text(found.object) if found else ""


def _kind(curie: str) -> str:
    prefix = curie.partition(":")[0]
    if prefix in _PAPERS:
        return "publication"
    return "disease" if prefix in {"MONDO", "omim"} else "term"


def _identifier(curie: str, entry: Entry) -> Iterator[Text]:
    """Give the ways to write an identifier; IRIs are made CURIEs before they are looked for."""
    space, _, code = curie.partition(":")
    yield Text(curie, "identifier", entry)
    if space in _BY_NAME:
        return
    yield Text(code, "identifier", entry)
    if ":" in code:
        yield Text(code.rpartition(":")[2], "identifier", entry)


def _gene(store: pyoxigraph.Store, site: Site, iri: str, curie: str) -> Iterator[Text]:
    known = reference.gene(curie)
    own = kept_as(store, iri)
    if own != iri:
        # Another name of a gene that the graph calls otherwise: it leads to the gene.
        shown = entity(store, site, own)
        same = reference.gene(shown.curie) or known
        yield from _identifier(
            curie, Entry("gene", shown.label, _note(own, shown.label, same), shown.address)
        )
        return
    label = entity(store, site, iri).label
    entry = Entry("gene", label, _note(iri, label, known), address(site, iri))
    yield Text(label, "symbol", entry)
    for predicate, role in ((LABEL, "symbol"), (_ALIAS, "alias"), (_NAME, "name")):
        for quad in store.quads_for_pattern(NamedNode(iri), predicate, None, pyoxigraph.DefaultGraph()):
            yield Text(text(quad.object), role, entry)
    for code in {curie, *(known.identifiers if known else ())}:
        yield from _identifier(code, entry)
    yield from _names(known, entry) if known else ()


def _note(iri: str, label: str, known: Gene | None) -> str:
    curie = bridge.curie(iri) or ""
    species = SPECIES[known.taxon].name if known and known.taxon in SPECIES else ""
    return ", ".join(part for part in (species, curie if curie != label else "") if part)


def _names(known: Gene, entry: Entry) -> Iterator[Text]:
    groups = {
        "symbol": (known.symbol,),
        "name": (known.name,),
        "alias": known.aliases,
        "previous symbol": known.previous,
        "alias name": known.alias_names,
        "previous name": known.previous_names,
    }
    for role, texts in groups.items():
        yield from (Text(one, role, entry) for one in texts if one)


def _of_records(store: pyoxigraph.Store, site: Site) -> Iterator[Text]:
    """Give the variants and bands that records of a gene name, which lead to the gene."""
    for row in rows(store, site, "traits"):
        known = reference.gene(bridge.curie(row["gene"]) or "")
        shown = entity(store, site, row["gene"])
        there = f"{shown.address}#variants" if row["role"] == "variant" else shown.address
        entry = Entry("gene", shown.label, _note(row["gene"], shown.label, known), there)
        yield from (Text(row[name], row["role"], entry) for name in ("written", "label") if row[name])


def _documents(store: pyoxigraph.Store, site: Site) -> Iterator[Text]:
    for row in rows(store, site, "documents"):
        entry = Entry("document", row["name"], kind_title(row["kind"]), site.address(row["document"]))
        yield Text(row["name"], "file", entry)
        yield from (Text(row[name], name, entry) for name in ("title", "url") if row[name])
        yield Text(row["document"].rpartition("/")[2], "identifier", entry)


def _conflicts(store: pyoxigraph.Store, site: Site) -> Iterator[Text]:
    for row in rows(store, site, "conflicts"):
        note = f"{row['kind'].replace('-', ' ')} conflict"
        entry = Entry("conflict", row["sentence"], note, site.address(row["conflict"]))
        yield Text(row["sentence"], "sentence", entry)
        yield Text(note, "kind", entry)
        yield Text(short(row["conflict"]), "identifier", entry)
