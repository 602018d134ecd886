"""The identifiers of a gene: those that the reference knows, and those that stand in documents."""

from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.addresses import outward
from genelore.endpoint.pages.gene.dossier import Dossier
from genelore.endpoint.pages.gene.fact import facts
from genelore.endpoint.pages.passage import Passage
from genelore.endpoint.site import Site
from ontology import bridge

# The order in which people look for them; all others follow by name.
_FIRST = ("ensembl", "hgnc", "ncbigene", "uniprot", "omim", "mgi", "zfin", "flybase", "refseq")
_PAGES = {
    "ensembl": "https://www.ensembl.org/id/",
    "hgnc": "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:",
    "uniprot": "https://www.uniprot.org/uniprotkb/",
}


@dataclass(frozen=True, slots=True)
class Identifier:
    """A CURIE of the gene, the database it is from, where that shows it, and who gives it."""

    curie: str
    database: str
    page: str
    is_of_reference: bool
    passages: tuple[Passage, ...]


def identifiers(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[Identifier]:
    """Return the identifiers that stand; those that are refuted are among the rejected claims."""
    of_reference = found.reference.identifiers if found.reference else ()
    claimed = [
        one for one in found.said if one.claim.property == "xref" and one.claim.part in _gene_parts(found)
    ]
    given = {
        fact.value.curie: fact.passages
        for fact in facts(
            store, site, [one for one in claimed if one.support or one.claim.curie in of_reference]
        )
    }
    curies = {curie for curie in (found.curie, *of_reference, *given) if bridge.is_valid(curie)}
    return [
        _identifier(curie, curie in of_reference, given.get(curie, ()))
        for curie in sorted(curies, key=_order)
    ]


def _gene_parts(found: Dossier) -> set[str]:
    return {holding.part for holding in found.holdings}


def _order(curie: str) -> tuple[int, str]:
    prefix = curie.partition(":")[0]
    return (_FIRST.index(prefix) if prefix in _FIRST else len(_FIRST), curie)


def _identifier(curie: str, is_of_reference: bool, passages: tuple[Passage, ...]) -> Identifier:
    space, _, code = curie.partition(":")
    page = _PAGES[space] + code if space in _PAGES else bridge.iri(curie).value
    return Identifier(curie, bridge.spaces()[space].title, outward(page), is_of_reference, passages)
