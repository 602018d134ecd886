"""Where documents put a gene: beside each other on its chromosome, and all of the chromosome beside them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from genelore.audit.model import Audit, Link, Standing
from genelore.endpoint.pages.gene.dossier import Dossier, Holding
from genelore.publish.report.locations import Strip, strips
from ontology.reference import Location


@dataclass(frozen=True, slots=True)
class Ideogram:
    """A gene on the whole of its chromosome: `x` and `length` in parts of 100, positions in base pairs."""

    location: Location
    chromosome_length: int
    x: float


def compared(found: Dossier) -> list[Strip]:
    """Return a picture for each assembly on which two sources can be compared."""
    links = tuple(_link(holding, found.curie) for holding in found.holdings)
    readings = {holding.reading.source.graph: holding.reading for holding in found.holdings}
    return strips([*readings.values()], Audit((), links, (), (), ()))


def _link(holding: Holding, curie: str) -> Link:
    graph = holding.reading.source.graph
    return Link(holding.record, graph, Standing.ACCEPTED, curie, curie, 1.0, (), (), "")


def ideogram(location: Location | None) -> Ideogram | None:
    """Return a location on its chromosome; None where the chromosome's length is not known."""
    if not location:
        return None
    length = _lengths().get((location.assembly, location.chromosome))
    middle = (location.begin + location.end) / 2
    return Ideogram(location, length, round(100 * middle / length, 2)) if length else None


@cache
def _lengths() -> Mapping[tuple[str, str], int]:
    """Return the lengths of chromosomes in base pairs, as the assembly reports of the GRC have them."""
    content = files("genelore.endpoint.pages.gene").joinpath("chromosomes.tsv").read_text("utf-8")
    rows = csv.DictReader(content.splitlines(), delimiter="\t")
    return {(row["assembly"], row["chromosome"]): int(row["length"]) for row in rows}
