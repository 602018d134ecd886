"""Every table of the reference, with the data files that it is made of and its rows."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ontology.reference.build import ensembl, indexes, ncbi, nomenclature, phenotypes, uniprot
from ontology.reference.build.sources import Sources
from ontology.reference.build.terms import vocabularies
from ontology.reference.build.vocabularies import label_rows, term_rows
from ontology.reference.tables import Table

Rows = Iterable[tuple[str, ...]]
Opened = Callable[[str], Table]

ENSEMBL_SPECIES = {"human": "9606", "mouse": "10090", "zebrafish": "7955", "rat": "10116", "fly": "7227"}


@dataclass(frozen=True, slots=True)
class Made:
    """One table before it is written: `sources` names the data files that its rows come from.

    `often` says that it is looked up for every name that a document holds, not a few times for a gene.
    """

    name: str
    sources: tuple[str, ...]
    rows: Rows
    often: bool = False


def tables(sources: Sources, opened: Opened) -> Iterator[Made]:
    """Give every table; `opened` hands back those that were given, and written, before."""
    yield from _vocabularies(sources)
    yield from _genes(sources)
    yield from _ncbi(sources.database("ncbi"), opened)
    yield from _diseases(sources)
    yield from _variants(sources, opened)
    yield Made("gene_names", ("hgnc", "ncbi", "mgi", "ensembl_zebrafish", "ensembl_fly"), _names(opened))
    yield Made("gene_identifiers", ("hgnc",), _identifiers(opened))
    yield Made("omim", ("ncbi", "mondo_old", "hpo_diseases", "uniprot_diseases"), _omim(opened))


def _vocabularies(sources: Sources) -> Iterator[Made]:
    for name, names_of_sources, terms in vocabularies(sources):
        found = list(terms)
        yield Made(name, names_of_sources, term_rows(found), often=True)
        yield Made(f"{name}.labels", names_of_sources, label_rows(found), often=True)


def _ensembl_sources(sources: Sources) -> list[str]:
    return [name for name in sources.sources if name.startswith("ensembl_") and not name.endswith("_places")]


def _genes(sources: Sources) -> Iterator[Made]:
    yield Made("hgnc", ("hgnc",), nomenclature.hgnc(sources.content("hgnc")))
    yield Made("mgi", ("mgi",), nomenclature.animal(sources.content("mgi"), "|", "ENSMUSG"))
    yield Made("rgd", ("rgd",), nomenclature.animal(sources.content("rgd"), ";", "ENSRNOG000000"))
    for name in _ensembl_sources(sources):
        places = f"{name}_places"
        species = ENSEMBL_SPECIES[name.removeprefix("ensembl_")]
        if sources.kind(name) != ".csv":
            yield Made(f"ensembl.{species}", (name,), ensembl.annotation(sources.content(name)))
        elif places in sources.sources:
            rows = ensembl.genes(sources.content(name), sources.content(places))
            yield Made(f"ensembl.{species}", (name, places), rows)
        else:
            yield Made(f"ensembl.{species}", (name,), ensembl.genes(sources.content(name), b""))


def _ncbi(database: sqlite3.Connection, opened: Opened) -> Iterator[Made]:
    approved = {code: (row[1], row[2]) for row in opened("hgnc") for code in indexes.items(row, 7)}
    yield Made("ncbi_gene", ("ncbi",), ncbi.genes(database, approved))
    yield Made("refseq", ("ncbi",), ncbi.refseq(database))
    yield Made("annotations", ("ncbi",), ncbi.annotations(database))
    yield Made("publications", ("ncbi",), ncbi.publications(database))
    yield Made("shared_papers", ("ncbi",), ncbi.shared_papers(database))


def _diseases(sources: Sources) -> Iterator[Made]:
    yield Made("hpo_diseases", ("hpo_diseases",), phenotypes.diseases(sources.content("hpo_diseases")))
    yield Made("hpo_genes", ("hpo_genes",), phenotypes.genes(sources.content("hpo_genes")))
    yield Made(
        "uniprot_diseases", ("uniprot_diseases",), uniprot.diseases(sources.content("uniprot_diseases"))
    )


def _variants(sources: Sources, opened: Opened) -> Iterator[Made]:
    names = ("uniprot_variants", "uniprot_phenotypes")
    content = [sources.content(name) for name in names]
    yield Made("uniprot_variants", names, uniprot.variants(content[0], content[1]))
    yield Made("dbsnp", names[:1], uniprot.dbsnp(iter(opened("uniprot_variants"))))


def _names(opened: Opened) -> Rows:
    approved = {code: row[0] for row in opened("hgnc") for code in indexes.items(row, 7)}
    named = [
        indexes.hgnc_names(opened("hgnc")),
        indexes.ncbi_names(opened("ncbi_gene"), approved),
        indexes.symbols(opened("mgi"), "mgi:"),
        indexes.symbols(opened("ensembl.7955"), "ensembl:"),
        indexes.symbols(opened("ensembl.7227"), "flybase:"),
    ]
    return indexes.name_rows(chain(*named))


def _identifiers(opened: Opened) -> Rows:
    for row in opened("hgnc"):
        for place, space in ((7, "ncbigene"), (8, "ensembl"), (9, "uniprot")):
            for code in indexes.items(row, place):
                yield f"{space}:{code}", row[0]


def _omim(opened: Opened) -> Rows:
    diseases: defaultdict[str, set[str]] = defaultdict(set)
    mondo: defaultdict[str, set[str]] = defaultdict(set)
    for row in opened("MONDO"):
        for xref in indexes.items(row, 9):
            mondo[xref.removeprefix("omim:")].add(row[0])
            diseases[xref.removeprefix("omim:")].add("MONDO")
    for row in opened("hpo_diseases"):
        diseases[row[0]].add("hpo_diseases")
    for row in opened("uniprot_diseases"):
        for number in row[2:3]:
            diseases[number].add("uniprot_diseases")
    return indexes.omim(opened("ncbi_gene"), diseases, mondo)
