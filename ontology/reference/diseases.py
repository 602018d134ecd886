"""Diseases by OMIM number: their MONDO terms, inheritance, phenotypes and genes."""

from dataclasses import dataclass

from ontology.reference.fields import curies, value, values
from ontology.reference.genes import gene
from ontology.reference.manifest import Row, row_of
from ontology.reference.tables import table
from ontology.reference.terms import Term, term


@dataclass(frozen=True, slots=True)
class OmimEntry:
    """What an OMIM number stands for: `kind` is `gene` or `phenotype`.

    A number is a phenotype's if MONDO, HPO or UniProt has a disease under it (`sources` are those tables),
    else a gene's, by NCBI. `genes` are the human genes that NCBI ties to it, `diseases` its MONDO terms.
    """

    curie: str
    kind: str
    genes: tuple[str, ...]
    diseases: tuple[str, ...]
    sources: tuple[str, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class DiseaseAnnotation:
    """HP terms that HPO gives an OMIM disease: modes of inheritance, or phenotypes."""

    disease: str
    terms: tuple[str, ...]
    row: Row


def omim_entry(number: str) -> OmimEntry | None:
    """Return what an OMIM number (`300751` or `omim:300751`) stands for, None if no table has it."""
    code = number.removeprefix("omim:")
    row = table("omim").row(code)
    if not row:
        return None
    genes = curies(row, 2, "ncbigene")
    return OmimEntry(
        f"omim:{code}", row[1], genes, curies(row, 3, "MONDO"), values(row, 4), row_of("omim", code)
    )


def disease_of_omim(number: str) -> Term | None:
    """Return the current MONDO term of an OMIM phenotype, None if there is none; a gene's number has none."""
    entry = omim_entry(number)
    found = [disease for curie in (entry.diseases if entry else ()) if (disease := term(curie))]
    return next((disease for disease in found if not disease.obsolete), None)


def omim_of_mondo(curie: str) -> tuple[str, ...]:
    """Return the OMIM numbers that MONDO ties to a disease, as CURIEs."""
    found = term(curie)
    return found.xrefs if found else ()


def inheritance(number: str) -> DiseaseAnnotation | None:
    """Return how an OMIM disease is inherited (HP terms), None if HPO does not say."""
    return _annotation(number, 1)


def phenotypes(number: str) -> DiseaseAnnotation | None:
    """Return what an OMIM disease shows (HP terms), None if HPO does not say."""
    return _annotation(number, 2)


def _annotation(number: str, place: int) -> DiseaseAnnotation | None:
    code = number.removeprefix("omim:")
    row = table("hpo_diseases").row(code)
    if not value(row, place):
        return None
    return DiseaseAnnotation(f"omim:{code}", curies(row, place, "HP"), row_of("hpo_diseases", code))


def diseases_of_gene(curie: str) -> tuple[OmimEntry, ...]:
    """Return the OMIM phenotypes of the human gene that an identifier denotes, by NCBI and by HPO."""
    found = gene(curie)
    if not found:
        return ()
    numbers = set(found.disorders)
    for identifier in found.identifiers:
        if identifier.startswith("ncbigene:"):
            numbers |= set(curies(table("hpo_genes").row(identifier.removeprefix("ncbigene:")), 1, "omim"))
    return tuple(entry for number in sorted(numbers) if (entry := omim_entry(number)))
