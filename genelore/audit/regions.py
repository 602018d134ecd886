"""Regions as documents give them, and how they lie to the place that the reference has."""

from collections.abc import Mapping
from dataclasses import dataclass

from ontology.reference import Location

# More than assemblies of human or mouse differ: chromosome 9 of T2T-CHM13 is 12 million longer than GRCh38's.
_MOST_MOVED = 15_000_000
_STEADY = ("GRCh38", "GRCm39")
_LINEAGES = ("GRCh", "GRCm", "NCBI")
MITOCHONDRION = "MT"


@dataclass(frozen=True, slots=True)
class Region:
    """Base pairs of a chromosome, 1-based and closed; `assembly` is empty where the document names none."""

    assembly: str
    chromosome: str
    begin: int
    end: int

    def is_comparable(self, known: Location) -> bool:
        """Say whether numbers count alike: on one assembly, or on the mitochondrion, which they share."""
        if self.assembly == known.assembly:
            return True
        return known.chromosome == MITOCHONDRION and self.assembly.startswith("GRC")

    def is_same(self, known: Location) -> bool:
        """Say whether the numbers are those of the reference, whatever the assembly."""
        return (self.begin, self.end) == (known.begin, known.end)

    def likeness(self, known: Location) -> str:
        """Say which numbers are the reference's, in words, empty if none is.

        One base of difference at each end counts for none, as some count from 0 or leave the last one out.
        """
        if abs(self.begin - known.begin) <= 1 and abs(self.end - known.end) <= 1:
            return "the same numbers" if self.is_same(known) else "the same numbers, but for one base,"
        if self.begin == known.begin:
            return "the same start"
        return "the same end" if self.end == known.end else ""

    def gap(self, known: Location) -> int:
        """Return how many bases lie between the region and the reference's, 0 if they touch."""
        return max(self.begin - known.end, known.begin - self.end, 0)

    def is_too_far(self, known: Location) -> bool:
        """Say whether no assembly can have the gene there."""
        is_of_lineage = not self.assembly or self.assembly.startswith(_LINEAGES)
        return known.assembly in _STEADY and is_of_lineage and self.gap(known) > _MOST_MOVED


def region(said: Mapping[str, str]) -> Region:
    """Return the region that a location's properties say."""
    return Region(
        said.get("regionAssembly", ""), said["regionChromosome"].upper(), int(said["begin"]), int(said["end"])
    )
