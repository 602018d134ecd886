"""Aliases of one record that name two genes."""

import re
from collections.abc import Iterator

from genelore.audit.case import Case
from genelore.audit.denotation import HUMAN
from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.name_verdicts import belongs_to_one
from genelore.audit.reading import Claim
from genelore.audit.rules.making import sentence, side
from genelore.audit.wording import called, listed
from ontology.reference import GeneMatch, genes_named, normalised

# "delta-ALA synthase 1": the number at the end of a name tells it from the names of its sisters.
_NUMBERED = re.compile(r"(?P<stem>.*\D) (?P<number>\d{1,2})")


def aliases_of_two(case: Case) -> Iterator[Conflict]:
    """Give a conflict where some names of a record are those of another gene than its symbol's.

    One of them must be a symbol or full name of that gene, which no other gene shares.
    Names that the reference does not have count with those that it has if they end in the same number and
    the record's own name ends in another.
    """
    known = [(claim, match) for claim in _names(case) if (match := _best(claim))]
    others = [(claim, match) for claim, match in known if match.gene.symbol.upper() != case.symbol.upper()]
    own = [claim for claim, match in known if match.gene.symbol.upper() == case.symbol.upper()]
    told = [(claim, match) for claim, match in others if belongs_to_one(match, claim.value)]
    if not told or not own:
        return
    first = told[0][1]
    foreign = [claim for claim, match in others if match.gene.curie == first.gene.curie]
    foreign += [claim for claim in _numbered_like(case, foreign, own) if claim not in foreign]
    own += [claim for claim in _numbered_like(case, own, foreign) if claim not in own]
    if len(foreign) > 1 or not case.is_human:
        yield _conflict(case, own, foreign, told[0])


def _names(case: Case) -> tuple[Claim, ...]:
    return case.reading.of("gene", "alias", "geneName", "symbol")


def _best(claim: Claim) -> GeneMatch | None:
    found = [match for match in genes_named(claim.value, HUMAN) if match.spelling != "normalised"]
    return found[0] if len({match.gene.curie for match in found}) == 1 else None


def _numbered_like(case: Case, like: list[Claim], unlike: list[Claim]) -> list[Claim]:
    """Return the names whose number is that of the first claims and not that of the others."""
    wanted = {_number(claim) for claim in like} - {_number(claim) for claim in unlike} - {""}
    return [claim for claim in _names(case) if _number(claim) in wanted]


def _number(claim: Claim) -> str:
    found = _NUMBERED.fullmatch(normalised(claim.value))
    return found["number"] if found else ""


def _conflict(case: Case, own: list[Claim], foreign: list[Claim], told: tuple[Claim, GeneMatch]) -> Conflict:
    named, match = told
    text = (
        f"{case.reading.source.name} calls one gene {_quoted(own)}, and also {_quoted(foreign)}, "
        f"but {named.value!r} is a name of {called(match.gene)}; keep the names of one gene only"
    )
    return Conflict(
        kind="alias",
        key=f"{case.reading.source.graph}#gene",
        subject=f"{case.reading.source.graph}#gene",
        sides=(side(_quoted(own), own), side(_quoted(foreign), foreign)),
        sentence=sentence(text),
        rule="names-of-two-genes",
        severity=Severity.MEDIUM,
        judgement=Judgement.CONTESTED,
        rows=(match.row,),
    )


def _quoted(claims: list[Claim]) -> str:
    return listed(repr(claim.value) for claim in claims)
