"""What a row of a reference table says, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph

from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.naming import named
from genelore.endpoint.site import Site
from ontology import bridge, reference
from ontology.reference.fields import SEPARATOR
from ontology.reference.tables import table

# Values of one field that a page shows; what goes beyond is counted.
_LISTED = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A field: what it holds, and the id space of its values where they are codes.

    `has_kinds` says that each value begins with a letter for how it belongs to the row.
    """

    name: str
    space: str = ""
    has_kinds: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """The values of one column in one row: things where they are known, else texts."""

    name: str
    values: tuple[Entity | str, ...]
    more: int


_GENE = (Column("symbol"), Column("Ensembl", "ensembl"))
_MODEL = tuple(map(Column, ("symbol", "type", "chromosome", "begin", "length in base pairs", "strand")))
_COLUMNS: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "dbsnp": (Column("protein", "uniprot"),),
        "ensembl": _MODEL,
        "hgnc": (
            *map(Column, ("symbol", "name", "status")),
            Column("successors", "hgnc"),
            *map(Column, ("aliases", "previous symbols")),
            Column("NCBI Gene", "ncbigene"),
            Column("Ensembl", "ensembl"),
            Column("UniProt", "uniprot"),
            Column("mouse", "mgi"),
            Column("rat", "rgd"),
            Column("type of locus"),
            Column("enzyme", "ec"),
            *map(Column, ("alias names", "previous names")),
        ),
        "hpo_diseases": (Column("inheritance", "HP"), Column("phenotypes", "HP")),
        "hpo_genes": (Column("diseases", "omim"),),
        "mgi": _GENE,
        "ncbi_gene": (
            *map(Column, ("further symbols", "further names", "type", "bands")),
            Column("OMIM", "omim"),
            Column("aliases"),
        ),
        "omim": (
            Column("is of a"),
            Column("genes", "ncbigene"),
            Column("diseases", "MONDO"),
            Column("tables that have it"),
        ),
        "refseq": (Column("gene", "ncbigene"),),
        "rgd": _GENE,
        "shared_papers": (Column("human genes it is tied to"),),
        "uniprot_diseases": (Column("short name"), Column("disease", "omim")),
    }
)


def fields(store: pyoxigraph.Store, site: Site, name: str, key: str) -> list[Field]:
    """Return what the rows of a key say; of a table of no known columns nothing."""
    match name:
        case "annotations":
            found = reference.annotations(f"ncbigene:{key}")
            said = tuple(dict.fromkeys(one.term for one in found))
            return [_field(store, site, Column("GO terms", ""), said)]
        case "publications":
            papers = reference.publications(f"ncbigene:{key}")
            numbers = sorted(papers.pubmed) if papers else ()
            return [_field(store, site, Column("papers"), tuple(f"pubmed:{one}" for one in numbers))]
        case "uniprot_variants":
            texts = tuple(variant.hgvs for variant in reference.variants(key))
            return [_field(store, site, Column("variants"), texts)]
    return [*_columns(store, site, name, key)]


def _columns(store: pyoxigraph.Store, site: Site, name: str, key: str) -> Iterator[Field]:
    columns = (
        _term_columns(name) if name in reference.VOCABULARIES else _COLUMNS.get(name.partition(".")[0], ())
    )
    for row in table(name).rows(key):
        for column, field in zip(columns, row[1:], strict=False):
            if field:
                yield _field(store, site, column, tuple(field.split(SEPARATOR)))


def _term_columns(name: str) -> tuple[Column, ...]:
    return (
        Column("label"),
        Column("status"),
        Column("a kind of", name),
        Column("names", has_kinds=True),
        Column("a part of", name),
        Column("aspect"),
        Column("successors", name),
        Column("to be considered", name),
        Column("same in another database"),
    )


def _field(store: pyoxigraph.Store, site: Site, column: Column, values: tuple[str, ...]) -> Field:
    shown = tuple(_value(store, site, column, value) for value in values[:_LISTED])
    return Field(column.name, shown, len(values[_LISTED:]))


def _value(store: pyoxigraph.Store, site: Site, column: Column, value: str) -> Entity | str:
    text = value[1:] if column.has_kinds else value
    curie = f"{column.space}:{text}" if column.space and ":" not in text else text
    return named(store, site, bridge.iri(curie).value) if bridge.is_valid(curie) else text
