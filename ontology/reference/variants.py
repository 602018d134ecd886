"""Human protein variants that UniProt knows, and the residues that they give away."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.reference.fields import values
from ontology.reference.genes import genes_identified
from ontology.reference.manifest import Row, row_of
from ontology.reference.residues import THREE_LETTERS
from ontology.reference.tables import table

_SIGNIFICANCE = {"b": "likely benign or benign", "p": "likely pathogenic or pathogenic", "u": "uncertain"}
# "T388Sp": reference residue, position, alternative residue, significance.
_CHANGE = re.compile(r"([A-Z])(\d+)([A-Z])([bpu])")


@dataclass(frozen=True, slots=True)
class Variant:
    """A change of one residue (one letter) of a UniProt canonical sequence; positions count from 1.

    `dbsnp` is a CURIE or empty; `disease` is the OMIM phenotype that UniProt ties to the variant, or empty.
    """

    protein: str
    position: int
    reference: str
    alternative: str
    significance: str
    dbsnp: str
    disease: str
    row: Row

    @property
    def hgvs(self) -> str:
        """The change as HGVS writes it, `p.Thr388Ser`."""
        return f"p.{THREE_LETTERS[self.reference]}{self.position}{THREE_LETTERS[self.alternative]}"


@dataclass(frozen=True, slots=True)
class Residue:
    """The residue (one letter) that a protein has at a position, and the row or file that says so."""

    protein: str
    position: int
    letter: str
    row: Row


def variants(curie: str) -> tuple[Variant, ...]:
    """Return the known variants of a protein (`uniprot:P22557`) or of a human gene's, by position."""
    if curie.startswith("uniprot:"):
        return _of_protein(curie.removeprefix("uniprot:"))
    ids = [
        item for gene in genes_identified(curie) for item in gene.identifiers if item.startswith("uniprot:")
    ]
    return tuple(variant for item in ids for variant in _of_protein(item.removeprefix("uniprot:")))


@lru_cache(maxsize=1 << 8)
def _of_protein(accession: str) -> tuple[Variant, ...]:
    row = table("uniprot_variants").row(accession)
    return tuple(_variant(accession, entry) for entry in values(row, 1))


def _variant(accession: str, entry: str) -> Variant:
    change, dbsnp, disease, *_ = (*entry.split(" "), "", "")
    found = _CHANGE.fullmatch(change)
    if not found:
        raise ValueError(f"uniprot_variants has {change!r} for {accession}")
    return Variant(
        protein=f"uniprot:{accession}",
        position=int(found[2]),
        reference=found[1],
        alternative=found[3],
        significance=_SIGNIFICANCE[found[4]],
        dbsnp=f"dbsnp:rs{dbsnp}" if dbsnp else "",
        disease=_omim(disease),
        row=row_of("uniprot_variants", accession),
    )


def _omim(entry: str) -> str:
    row = table("uniprot_diseases").row(entry) if entry else None
    return f"omim:{row[2]}" if row and len(row) > 2 and row[2] else ""  # noqa: PLR2004  the third field


def residue(protein: str, position: int) -> Residue | None:
    """Return the residue that known variants give a protein at a position, None if none or several do."""
    known = {variant.reference: variant.row for variant in variants(protein) if variant.position == position}
    if len(known) != 1:
        return None
    letter, row = known.popitem()
    return Residue(protein, position, letter, row)


def proteins_of_dbsnp(curie: str) -> tuple[str, ...]:
    """Return the proteins that a dbSNP variant (`dbsnp:rs137852300`) changes, as UniProt CURIEs."""
    number = curie.removeprefix("dbsnp:").removeprefix("rs")
    return tuple(f"uniprot:{accession}" for accession in values(table("dbsnp").row(number), 1))
