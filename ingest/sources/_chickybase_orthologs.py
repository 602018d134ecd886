"""Orthologs of a ChickyBase page, one row for each species, in the front matter and in the body's table."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Document
from ingest.identifiers import curie, space_of
from ingest.record import Fact
from ingest.sources import _chickybase_species as species_names
from ingest.sources._chickybase_list import items
from ingest.sources._chickybase_species import folded
from ingest.yaml_node import Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Identifier:
    """A gene's CURIE and the value it was read from; `written` is its code where the value holds more."""

    curie: str
    value: Scalar
    written: str = ""


@dataclass(frozen=True, slots=True)
class Ortholog:
    """What a row says of one species' ortholog; the first identifier is the one that stands for the gene."""

    species: Scalar
    genes: tuple[Identifier, ...] = ()
    others: tuple[Identifier, ...] = ()
    phenotypes: Scalar | None = None
    symbol: Scalar | None = None


def of_entry(document: Document, entry: Node) -> Ortholog | None:
    """Return the ortholog of one entry of the front matter's list, None where it names no species."""
    species = entry.scalar("species") if isinstance(entry, Mapping) else None
    if not isinstance(entry, Mapping) or species is None:
        return None
    columns = {
        name: tuple(
            identifier
            for item in items(document, entry.scalar(name))
            if (identifier := of_text(name, item, species.text))
        )
        for name in ("entrez", "ensembl", "mod")
    }
    return from_columns(species, columns, entry.scalar("phenotypes"), entry.scalar("symbol"))


def from_columns(
    species: Scalar,
    columns: dict[str, tuple[Identifier, ...]],
    phenotypes: Scalar | None,
    symbol: Scalar | None = None,
) -> Ortholog:
    """Order the identifiers: Entrez Gene stands for the gene, where there is none Ensembl, then the MOD."""
    # OMIM numbers count genes and diseases alike: none is a gene on its own.
    model = tuple(item for item in columns["mod"] if not item.curie.startswith("omim:"))
    genes = columns["entrez"] or columns["ensembl"] or model
    every = (*columns["entrez"], *columns["ensembl"], *columns["mod"])
    return Ortholog(species, genes, tuple(item for item in every if item not in genes), phenotypes, symbol)


def of_text(column: str, item: Scalar, species: str) -> Identifier | None:
    """Return what a cell's text identifies: the column or the prefix says in which id space."""
    spaces = {"entrez": "ncbigene", "ensembl": "ensembl"}
    prefix, colon, _ = item.text.partition(":")
    space = spaces.get(column) or (space_of(prefix) if colon else None)
    space = space or species_names.model_database(species)
    return Identifier(curie(space, item.text), item) if space else None


def facts(ortholog: Ortholog) -> Iterator[Fact]:
    """Say that the gene has the ortholog, then what the row says of it; a row of blanks says nothing."""
    subject = f"ortholog:{species_names.key(ortholog.species.text)}"
    for gene in ortholog.genes:
        span = gene.value.span
        yield Fact("gene", "ortholog", gene.curie, span, part=subject, written=gene.written)
    for identifier in (*ortholog.genes, *ortholog.others):
        span = identifier.value.span
        yield Fact(subject, "xref", identifier.curie, span, written=identifier.written)
    texts = (("symbol", ortholog.symbol), ("ortholog_phenotype", ortholog.phenotypes))
    said = [Fact(subject, name, folded(text.text), text.span) for name, text in texts if text]
    yield from said
    if said or ortholog.genes or ortholog.others:
        name = ortholog.species
        yield Fact(subject, "taxon", species_names.taxon(name.text), name.span)
