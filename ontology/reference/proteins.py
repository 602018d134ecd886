"""Protein sequences that a user gives as a UniProt FASTA file, for residues at every position."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from ontology.reference.manifest import Row
from ontology.reference.variants import Residue


@dataclass(frozen=True, slots=True)
class Proteins:
    """Sequences by accession, and the version of the file: its name and the first of its SHA-256."""

    sequences: Mapping[str, str]
    version: str

    def residue(self, protein: str, position: int) -> Residue | None:
        """Return the residue of a protein at a position, which counts from 1, None if it has none there."""
        sequence = self.sequences.get(protein.removeprefix("uniprot:"), "")
        if not 1 <= position <= len(sequence):
            return None
        row = Row("proteins", self.version, protein.removeprefix("uniprot:"))
        return Residue(protein, position, sequence[position - 1], row)


def read_proteins(path: Path) -> Proteins:
    """Read a FASTA file whose headers begin as UniProt's (`>sp|P22557|HEM0_HUMAN`) or with an accession.

    Raises:
        ValueError: it does not begin with a header.
    """
    content = path.read_bytes()
    text = content.decode("utf-8").strip()
    if not text.startswith(">"):
        raise ValueError(f"{path.name} is no FASTA file")
    entries = (entry.partition("\n") for entry in text[1:].split("\n>"))
    sequences = {_accession(header): "".join(lines.split()).upper() for header, _, lines in entries}
    return Proteins(MappingProxyType(sequences), f"{path.name} {hashlib.sha256(content).hexdigest()[:12]}")


def _accession(header: str) -> str:
    name = header.split(maxsplit=1)[0] if header.split() else ""
    return name.split("|")[1] if name.count("|") > 1 else name
