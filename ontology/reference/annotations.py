"""What human genes are annotated with at NCBI: GO terms with their evidence, and papers."""

from dataclasses import dataclass

from ontology.reference.genes import gene
from ontology.reference.manifest import Row, row_of
from ontology.reference.numbers import read
from ontology.reference.tables import table

_TERM_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Annotation:
    """A GO term that a gene is annotated with, and the evidence code (IDA, IEA, ...) of one annotation."""

    term: str
    evidence: str
    row: Row


@dataclass(frozen=True, slots=True)
class Publications:
    """The PubMed ids that NCBI ties to a gene, without papers that it ties to more than five genes."""

    pubmed: frozenset[int]
    row: Row


@dataclass(frozen=True, slots=True)
class SharedPaper:
    """A paper of more than five human genes: how many NCBI ties it to, without saying which."""

    genes: int
    row: Row


def annotations(curie: str) -> tuple[Annotation, ...]:
    """Return the GO annotations of the human gene that an identifier denotes, by term and evidence code."""
    return tuple(
        Annotation(f"GO:{entry[:_TERM_DIGITS]}", entry[_TERM_DIGITS:], row_of("annotations", row[0]))
        for row in _rows("annotations", curie)
        for entry in row[1].split(" ")
    )


def publications(curie: str) -> Publications | None:
    """Return the papers of the human gene that an identifier denotes, None if there is none."""
    for row in _rows("publications", curie):
        return Publications(frozenset(read(row[1])), row_of("publications", row[0]))
    return None


def shared_paper(pubmed: str) -> SharedPaper | None:
    """Return the paper of a PubMed id (digits) if NCBI ties it to more than five human genes, else None."""
    for row in table("shared_papers").rows(pubmed):
        return SharedPaper(int(row[1]), row_of("shared_papers", row[0]))
    return None


def _rows(name: str, curie: str) -> list[tuple[str, ...]]:
    found = gene(curie)
    numbers = [code for code in found.identifiers if code.startswith("ncbigene:")] if found else []
    return [row for number in numbers for row in table(name).rows(number.removeprefix("ncbigene:"))]
