"""Identifiers of a gene that the reference does not know, though it has the gene's own of that id space."""

from collections import defaultdict
from collections.abc import Iterator

from genelore.audit.model import Conflict, Judgement, Severity, Side
from genelore.audit.rules.making import reference_side, says, sentence, side_of
from genelore.audit.statement import FUNCTIONAL, GENE_IDS, Key, Statement
from genelore.audit.wording import titled, written
from ontology.reference import gene

RULE = "unknown-identifier"
# What fits the pattern of no id space denotes nothing, whatever the reference has.
_INVALID = "invalidIdentifier"
_WORDS = GENE_IDS | {_INVALID: "identifier"}
# Id spaces that the tables have whole; UniProt's TrEMBL and some of OMIM's numbers are in none.
_WHOLE = frozenset({"ensemblGene", "ncbiGene", "hgnc"})


def unknown_identifiers(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give a conflict for each identifier that denotes nothing where the gene's own is known."""
    if key.topic not in _WORDS:
        return
    unknown: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in group:
        if is_unknown(one):
            unknown[one.value].append(one)
    right = [one for one in group if one.verdict.judgement is Judgement.CONFIRMED] if unknown else []
    is_disputed = key.topic in FUNCTIONAL and (bool(right) or len(unknown) > 1)
    judgement = Judgement.CONTESTED if is_disputed else Judgement.UNVERIFIED
    for _, saying in sorted(unknown.items()):
        told = [one for one in saying if key.topic in FUNCTIONAL or not _has_another(one, right)]
        if told:
            yield _conflict(key, told, right, judgement)


def is_unknown(one: Statement) -> bool:
    """Say whether an identifier denotes nothing in the reference, which has the gene's own of its space."""
    if one.key.topic not in _WORDS or one.verdict.rule != RULE:
        return False
    if one.verdict.judgement is not Judgement.UNVERIFIED:
        return False
    own = gene(one.key.subject) if one.claim.curie else None
    space = f"{one.claim.curie.partition(':')[0]}:"
    return not one.claim.curie or any(curie.startswith(space) for curie in (own.identifiers if own else ()))


def _has_another(one: Statement, right: list[Statement]) -> bool:
    """Say whether the document gives a right identifier too: a gene has several proteins."""
    return any(other.claim.source.graph == one.claim.source.graph for other in right)


def _conflict(key: Key, saying: list[Statement], right: list[Statement], judgement: Judgement) -> Conflict:
    shown = written(saying[0].shown)
    whose = saying[0].gene or written(key.subject)
    text = f"{says(saying, 'gives', 'give')} {whose} the {titled(_WORDS[key.topic], shown)}, but "
    agreeing = f", as {says(right)}" if right else ""
    return Conflict(
        kind="unknown-identifier",
        key=f"{key.subject} {key.topic} {saying[0].value}",
        subject=key.subject,
        sides=(side_of(shown, saying), *_backed(saying[0], right)),
        sentence=sentence(f"{text}{saying[0].verdict.reason}{agreeing}"),
        rule=RULE,
        severity=Severity.MEDIUM if key.topic in _WHOLE else Severity.LOW,
        judgement=judgement,
        rows=saying[0].verdict.rows,
    )


def _backed(first: Statement, right: list[Statement]) -> tuple[Side, ...]:
    """Return the sides that the reference is on: those of claims that it confirms, else its own."""
    shown = {one.value: written(one.shown) for one in right}
    sides = (side_of(shown[value], [one for one in right if one.value == value]) for value in sorted(shown))
    return tuple(sides) or (reference_side(first.verdict.reason),)
