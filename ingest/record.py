"""The gene as one document describes it, before any RDF."""

from dataclasses import dataclass, replace
from typing import Self

from ingest.document import Span


@dataclass(frozen=True, slots=True)
class Grounding:
    """How a text was tied to a term: an SSSOM mapping justification, how sure that is, and what else fits.

    `justification` is a CURIE of the Semantic Mapping Vocabulary (`semapv:LexicalMatching`, ...),
    `confidence` is between 0 and 1, `alternatives` are the CURIEs of other terms that fit as well.
    """

    justification: str
    confidence: float
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermEntry:
    """What the reference has of a term.

    `status` is `current`, `obsolete`, `merged` (into another term) or `unknown`; `label` is the term's own,
    empty where there is none; `aspect` is that of a Gene Ontology term, such as `molecular_function`.
    """

    status: str
    label: str = ""
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One property of one subject, with the span it was read from.

    `subject` is `gene`, `document`, or a part of the record: `ortholog:10090`, `disease:<name>`,
    `variant:p.Val122Ile`, `observation:0`, `publication:1`, `location:1`. `property` is a name of
    docs/model.md (`symbol`, `xref`, `expressed_in`, ...). `value` is normalised: a CURIE, an ISO date,
    `GRCh38:X:55009055-55030977`, or text with white space folded. `term` is the CURIE that the value was
    grounded to, empty if none. `part` names the part of the record that the value stands for (the fact
    `gene citation pubmed:2347585` stands for `publication:1`). `written` is what the document wrote for
    the value alone, where that is less than the quoted span; empty when it is the quote itself. `grounding`
    says how `term` was found, None where the document itself gives the identifier or there is none. `entry`
    is what the reference has of the term, None where the value is of no vocabulary of the reference.
    """

    subject: str
    property: str
    value: str
    span: Span
    term: str = ""
    part: str = ""
    written: str = ""
    grounding: Grounding | None = None
    entry: TermEntry | None = None

    def standing_for(self, part: str) -> Self:
        """Return the fact with the part of the record that its value stands for."""
        return replace(self, part=part)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a curator should know of the document itself, such as two places that disagree."""

    rule: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class GeneRecord:
    """What one document says, as facts in the order in which they were read, each said once."""

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...] = ()


def unique(facts: list[Fact]) -> tuple[Fact, ...]:
    """Keep the first of the facts that say the same of the same subject."""
    first: dict[tuple[str, str, str], Fact] = {}
    for fact in facts:
        first.setdefault((fact.subject, fact.property, fact.value), fact)
    return tuple(first.values())
