"""What the fields of a row of a reference table hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ontology.reference import VOCABULARIES


@dataclass(frozen=True, slots=True)
class Column:
    """A field: what it holds, and the id space of its values where they are codes.

    `has_kinds` says that each value begins with a letter for how it belongs to the row.
    """

    name: str
    space: str = ""
    has_kinds: bool = False


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


def columns(name: str) -> tuple[Column, ...]:
    """Return the columns of a table behind its key; of a table of no known columns none."""
    return _term_columns(name) if name in VOCABULARIES else _COLUMNS.get(name.partition(".")[0], ())


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
