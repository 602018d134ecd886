"""The agreement matrix: for one entity, which document says what, and what the audit says of that."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from genelore.audit.model import Audit, Judgement, Link
from genelore.audit.reading import Claim, Reading
from genelore.publish.report.signs import Tally, tally
from ontology.reference import gene as reference_gene

# Documents side by side that a reader can still compare, and letters of a value that fit a cell.
_COLUMNS = 8
_LETTERS = 28


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document says in one row: all its claims by judgement, and the value if there is one only."""

    tallies: tuple[Tally, ...]
    value: str
    detail: str

    @property
    def gravest(self) -> str:
        """The gravest judgement of its claims, empty without claims."""
        return self.tallies[0].judgement.value if self.tallies else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the matrix."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The facts of one entity by documents; `hidden` counts documents that are left out."""

    title: str
    entity: str
    standing: str
    documents: tuple[str, ...]
    hidden: int
    lines: tuple[Line, ...]
    trouble: int


def matrices(readings: Sequence[Reading], audit: Audit) -> list[Matrix]:
    """Return a matrix for each entity that a gene record denotes, those with most trouble first."""
    links = {link.record: link for link in audit.links}
    verdicts = {verdict.claim: verdict.judgement for verdict in audit.verdicts}
    grouped: defaultdict[tuple[str, str], list[Reading]] = defaultdict(list)
    for reading in readings:
        link = links.get(f"{reading.source.graph}#gene")
        if link:
            grouped[_entity(link), link.standing.value].append(reading)
    found = [_matrix(entity, standing, grouped[entity, standing], verdicts) for entity, standing in grouped]
    return sorted(found, key=lambda matrix: (-len(matrix.documents), -matrix.trouble, matrix.entity))


def _entity(link: Link) -> str:
    return link.entity or link.record


def _matrix(
    entity: str, standing: str, readings: Sequence[Reading], verdicts: Mapping[str, Judgement]
) -> Matrix:
    shown = readings[:_COLUMNS]
    rows: defaultdict[str, list[list[Claim]]] = defaultdict(lambda: [[] for _ in shown])
    for place, reading in enumerate(shown):
        for claim in reading.claims:
            if claim.part:
                rows[_row(claim)][place].append(claim)
    lines = tuple(Line(name, tuple(_cell(said, verdicts) for said in rows[name])) for name in _sorted(rows))
    against = (Judgement.REFUTED, Judgement.OUTDATED, Judgement.CONTESTED)
    trouble = sum(verdicts.get(c.iri) in against for r in readings for c in r.claims)
    names = tuple(reading.source.name for reading in shown)
    return Matrix(
        _title(entity, readings), entity, standing, names, len(readings) - len(shown), lines, trouble
    )


def _title(entity: str, readings: Sequence[Reading]) -> str:
    found = reference_gene(entity)
    if found:
        return found.symbol
    symbols = {claim.text for reading in readings for claim in reading.of("gene", "symbol")}
    return " / ".join(sorted(symbols)) or "a gene without a symbol"


def _row(claim: Claim) -> str:
    kind = claim.part.partition("-")[0]
    name = claim.predicate if claim.property == "xref" else claim.property
    return name if kind == "gene" else f"{kind}: {name}"


def _sorted(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (":" in name, name.casefold()))


def _cell(claims: list[Claim], verdicts: Mapping[str, Judgement]) -> Cell:
    judged = [verdicts.get(claim.iri, Judgement.UNVERIFIED) for claim in claims]
    values = list(dict.fromkeys(shown(claim) for claim in claims))
    said = [f"{shown(claim)} (lines {claim.lines})" for claim in claims[:20]]
    value = values[0] if len(values) == 1 else ""
    clipped = value if len(value) <= _LETTERS else f"{value[: _LETTERS - 1]}…"
    return Cell(tally(judged), clipped, "\n".join(said))


def shown(claim: Claim) -> str:
    """Return a claim's value for people: what the document wrote, or the CURIE where that tells more."""
    text = claim.text or claim.value
    wordless = text.startswith("http") or not any(letter.isalpha() for letter in text)
    return claim.curie if claim.curie and (wordless or claim.predicate == "taxon") else text
