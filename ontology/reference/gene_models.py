"""Where Ensembl places a gene, and what else a row of its table says."""

from ontology.reference.fields import Fields, value
from ontology.reference.gene import Location
from ontology.reference.manifest import Row, row_of

ASSEMBLIES = {"9606": "GRCh38", "10090": "GRCm39", "7955": "GRCz11"}
_PLACED = 7


def location(species: str, model: Fields | None) -> Location | None:
    """Return the place that a row of `ensembl.<species>` gives, None where the table has no coordinates."""
    if not model or len(model) < _PLACED or species not in ASSEMBLIES:
        return None
    begin = int(model[4])
    release = row_of(f"ensembl.{species}", model[0]).version
    return Location(ASSEMBLIES[species], model[3], begin, begin + int(model[5]) - 1, value(model, 6), release)


def rows(*named: tuple[str, Fields | None]) -> tuple[Row, ...]:
    """Return what to cite for rows of tables, those that are missing left out."""
    return tuple(row_of(name, row[0]) for name, row in named if row)
