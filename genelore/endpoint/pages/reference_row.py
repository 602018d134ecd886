"""What a row of a reference table says, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.naming import named
from genelore.endpoint.site import Site
from genelore.publish.row_columns import Column, columns
from ontology import bridge, reference
from ontology.reference.fields import SEPARATOR
from ontology.reference.tables import table

# Values of one field that a page shows; what goes beyond is counted.
_LISTED = 60


@dataclass(frozen=True, slots=True)
class Field:
    """The values of one column in one row: things where they are known, else texts."""

    name: str
    values: tuple[Entity | str, ...]
    more: int


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
    for row in table(name).rows(key):
        for column, field in zip(columns(name), row[1:], strict=False):
            if field:
                yield _field(store, site, column, tuple(field.split(SEPARATOR)))


def _field(store: pyoxigraph.Store, site: Site, column: Column, values: tuple[str, ...]) -> Field:
    shown = tuple(_value(store, site, column, value) for value in values[:_LISTED])
    return Field(column.name, shown, len(values[_LISTED:]))


def _value(store: pyoxigraph.Store, site: Site, column: Column, value: str) -> Entity | str:
    text = value[1:] if column.has_kinds else value
    curie = f"{column.space}:{text}" if column.space and ":" not in text else text
    return named(store, site, bridge.iri(curie).value) if bridge.is_valid(curie) else text
