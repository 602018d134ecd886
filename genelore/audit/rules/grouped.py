"""Findings of which a document often has several, told in one conflict: residues, dbSNP ids, old terms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from genelore.audit.case import Case
from genelore.audit.model import Conflict, Judgement, Severity, Verdict
from genelore.audit.reading import Claim
from genelore.audit.rules.making import reference_side, sentence, side
from genelore.audit.wording import listed, merged, plural


@dataclass(frozen=True, slots=True)
class _Group:
    """One kind of finding: which verdicts it gathers, and how it is told."""

    kind: str
    rules: tuple[str, ...]
    judgement: Judgement
    severity: Severity
    word: str
    several: str
    one: str


_GROUPS = (
    _Group(
        "residue",
        ("residue",),
        Judgement.REFUTED,
        Severity.MEDIUM,
        "variant",
        "at odds with the protein",
        "gives the variant",
    ),
    _Group(
        "dbsnp",
        ("dbsnp",),
        Judgement.REFUTED,
        Severity.MEDIUM,
        "dbSNP id",
        "of another variant or gene",
        "gives the dbSNP id",
    ),
    _Group(
        "obsolete-term",
        ("obsolete-term", "former-label"),
        Judgement.OUTDATED,
        Severity.LOW,
        "term",
        "under a name or number that is no longer theirs",
        "uses the term",
    ),
    _Group(
        "citation",
        ("citation",),
        Judgement.UNVERIFIED,
        Severity.LOW,
        "cited paper",
        "not known to be about the gene",
        "cites",
    ),
)


# How many of a document's findings a sentence tells in full.
_TOLD = 4


def grouped(case: Case, verdicts: Mapping[str, Verdict]) -> Iterator[Conflict]:
    """Give at most one conflict of each kind for a document."""
    for group in _GROUPS:
        found = [claim for claim in case.reading.claims if _belongs(verdicts[claim.iri], group)]
        if group.kind == "citation":
            found = [claim for claim in found if claim.part == "gene"]
        if found:
            yield _conflict(case, group, found, verdicts)


def _belongs(verdict: Verdict, group: _Group) -> bool:
    return verdict.judgement is group.judgement and verdict.rule in group.rules


def _conflict(case: Case, group: _Group, found: list[Claim], verdicts: Mapping[str, Verdict]) -> Conflict:
    reasons = list(dict.fromkeys(verdicts[claim.iri].reason for claim in found))
    graph = case.reading.source.graph
    shown = list(dict.fromkeys(_shown(case, claim) for claim in found))
    name, told = case.reading.source.name, "; ".join(merged(reasons[:_TOLD]))
    several = f"{name} has {plural(len(shown), group.word)} {group.several}: {listed(shown, 5)}; {told}"
    text = several if len(shown) > 1 else f"{name} {group.one} {shown[0]}, but {told}"
    return Conflict(
        kind=group.kind,
        key=f"{graph}#gene",
        subject=f"{graph}#gene",
        sides=(side(listed(shown, 5), found), reference_side(listed(reasons, 5))),
        sentence=sentence(text),
        rule=group.rules[0],
        severity=group.severity,
        judgement=group.judgement,
        rows=tuple(dict.fromkeys(row for claim in found for row in verdicts[claim.iri].rows)),
    )


def _shown(case: Case, claim: Claim) -> str:
    return case.label(claim.value) or (
        claim.text if claim.property != "xref" else claim.curie.partition(":")[2]
    )
