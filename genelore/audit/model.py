"""What the audit finds, as plain values: links, verdicts and conflicts."""

from dataclasses import dataclass
from enum import StrEnum

from genelore.audit.reading import Source
from ontology.reference import Row


class Standing(StrEnum):
    """Whether a link says what a record denotes."""

    ACCEPTED = "accepted"
    CONTESTED = "contested"
    UNRESOLVED = "unresolved"


class Judgement(StrEnum):
    """What the audit says of one claim, the gravest first."""

    REFUTED = "refuted"
    OUTDATED = "outdated"
    CONTESTED = "contested"
    CONFIRMED = "confirmed"
    CORROBORATED = "corroborated"
    UNVERIFIED = "unverified"


class Severity(StrEnum):
    """How much a conflict matters to somebody who uses the graph."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class State(StrEnum):
    """Whether a conflict stands, or a difference of scope explains it."""

    OPEN = "open"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class Vote:
    """One claim's word on which gene a record denotes.

    `gene` is the CURIE of the gene (an approved HGNC entry for a human gene), `claim` the claim's IRI,
    `reason` why the claim speaks for that gene, `weight` how much that counts, `rows` what it rests on.
    """

    claim: str
    gene: str
    weight: float
    reason: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """What a record (or an ortholog record) denotes, by the votes of its claims.

    `record` is the record's IRI, `document` its graph. `gene` is the CURIE of the gene that has most votes,
    empty where there is none; only an accepted link carries claims to it. `entity` is the CURIE of what the
    claims are said of in the entity layer.
    """

    record: str
    document: str
    standing: Standing
    gene: str
    entity: str
    confidence: float
    votes_for: tuple[Vote, ...]
    votes_against: tuple[Vote, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the audit says of one claim, why, and what that rests on.

    `reason` is one English sentence, `denotes` the CURIE of what a refuted identifier really denotes or of
    the successor of an outdated value, `claims` the IRIs of other claims that it rests on.
    """

    claim: str
    judgement: Judgement
    reason: str
    rule: str
    rows: tuple[Row, ...] = ()
    claims: tuple[str, ...] = ()
    denotes: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: what it says, and the claims that say it (none where the reference speaks)."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all be right, or claims against the reference.

    `key` names what the conflict is about, and with `kind` and `rule` makes its IRI: stable from run to
    run. `subject` is the CURIE of an entity, or a record's IRI. `scope` is the difference that explains it,
    empty if none does. `sentence` names both sides and says what to do.
    """

    kind: str
    key: str
    subject: str
    sides: tuple[Side, ...]
    sentence: str
    rule: str
    severity: Severity
    state: State = State.OPEN
    scope: str = ""
    judgement: Judgement | None = None
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """All that the audit finds over a set of documents, each tuple in an order that is the same every time.

    `verdicts` has one for every claim. `conflicts` begin with the gravest. `copies` are groups of documents
    (their graphs) that share long runs of text, so that each group is one witness; documents that are like
    no other are in none.
    """

    sources: tuple[Source, ...]
    links: tuple[Link, ...]
    verdicts: tuple[Verdict, ...]
    conflicts: tuple[Conflict, ...]
    copies: tuple[tuple[str, ...], ...]
