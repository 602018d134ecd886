"""Genes of mouse, rat, zebrafish and fly, as MGI, RGD and Ensembl have them."""

from collections.abc import Iterator

from ontology.reference.fields import curies, value
from ontology.reference.gene import Gene
from ontology.reference.gene_models import location, rows
from ontology.reference.tables import table
from ontology.reference.words import symbol_key

# The table that names the genes of a species, by which its symbols lead to entries.
_DATABASES = {"10090": "mgi", "10116": "rgd"}


def entry(species: str, number: str) -> Iterator[Gene]:
    """Give the gene of an MGI or RGD number."""
    database = _DATABASES[species]
    row = table(database).row(number)
    if not row:
        return
    ensembl = curies(row, 2, "ensembl")
    models = [table(f"ensembl.{species}").row(curie.removeprefix("ensembl:")) for curie in ensembl]
    model = next((found for found in models if found), None)
    yield Gene(
        curie=f"{database}:{number}",
        taxon=f"NCBITaxon:{species}",
        symbol=row[1],
        rows=rows((database, row), (f"ensembl.{species}", model)),
        identifiers=(f"{database}:{number}", *ensembl),
        gene_type=value(model, 2),
        location=location(species, model),
    )


def of_model(species: str, code: str) -> Iterator[Gene]:
    """Give the gene of an Ensembl or FlyBase id: MGI's where its symbol leads there, else Ensembl's."""
    model = table(f"ensembl.{species}").row(code)
    if not model:
        return
    entries = [
        found for found in _of_symbol(species, value(model, 1)) if f"ensembl:{code}" in found.identifiers
    ]
    if entries:
        yield from entries
        return
    space = "flybase" if code.startswith("FB") else "ensembl"
    yield Gene(
        curie=f"{space}:{code}",
        taxon=f"NCBITaxon:{species}",
        symbol=value(model, 1),
        rows=rows((f"ensembl.{species}", model)),
        identifiers=(f"{space}:{code}",),
        gene_type=value(model, 2),
        location=location(species, model),
    )


def _of_symbol(species: str, symbol: str) -> Iterator[Gene]:
    prefix = f"{_DATABASES.get(species)}:"
    row = table("gene_names").row(symbol_key(symbol)) if symbol else None
    for owner in value(row, 1).split():
        if owner.startswith(prefix):
            yield from entry(species, owner.removeprefix(prefix).rstrip("SAPNBQWsnapb"))
