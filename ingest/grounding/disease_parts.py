"""Parts of a record that stand for diseases: named by the disease's term once it is known."""

from dataclasses import replace

from ingest.record import Fact

_KIND = "disease:"


def renamed(facts: list[Fact]) -> list[Fact]:
    """Return the facts with `disease:<name>` as `disease:<CURIE>`, one part for all names of a disease."""
    terms = {fact.part: _KIND + fact.term for fact in facts if _names_disease(fact)}
    if not terms:
        return facts
    return [_renamed(fact, terms) for fact in facts]


def _names_disease(fact: Fact) -> bool:
    return fact.property == "disease" and fact.part.startswith(_KIND) and bool(fact.term)


def _renamed(fact: Fact, terms: dict[str, str]) -> Fact:
    subject, part = terms.get(fact.subject, fact.subject), terms.get(fact.part, fact.part)
    if (subject, part) == (fact.subject, fact.part):
        return fact
    return replace(fact, subject=subject, part=part)
