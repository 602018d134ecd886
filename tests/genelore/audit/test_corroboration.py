"""What documents decide of each other where the reference has no answer, and what they never decide."""

import pytest

from genelore.audit.corroboration import settle
from genelore.audit.model import Judgement, Verdict
from genelore.audit.statement import Key, Statement
from tests.genelore.audit.hand_made import HUMAN, claim_of, reading

KEY = Key("hgnc:397", "treatment")
WITNESSES: dict[str, str] = {}


def statement(name: str, value: str, judgement: Judgement = Judgement.UNVERIFIED) -> Statement:
    """Make a document say a value, of which the reference has said so much."""
    document = reading(f"{name}.md", HUMAN, "gene symbol ALAS2", f"gene treatment {value}")
    claim = claim_of(document, "treatment")
    WITNESSES[claim.source.graph] = name
    verdict = Verdict(claim.iri, judgement, "made by hand", "made")
    return Statement(KEY, claim, verdict, value, value, "ALAS2", "NCBITaxon:9606")


def settled(topic: str, *group: Statement) -> list[Judgement]:
    return [verdict.judgement for verdict in settle(Key(KEY.subject, topic), group, WITNESSES)]


def test_two_documents_that_say_the_same_corroborate_each_other():
    assert settled("treatment", statement("one", "a"), statement("two", "a")) == [Judgement.CORROBORATED] * 2


@pytest.mark.parametrize(
    "topic",
    ["expression", "response", "gene and disease", "localisation", "taxon", "location", "shows", "id hgnc:1"],
)
def test_of_some_matters_documents_decide_nothing(topic):
    assert settled(topic, statement("one", "a"), statement("two", "a")) == []


def test_two_values_contest_each_other_where_there_can_be_one_only():
    group = statement("one", "a"), statement("two", "b")
    assert settled("hgnc", *group) == [Judgement.CONTESTED] * 2
    assert settled("treatment", *group) == []


@pytest.mark.parametrize("wrong", [Judgement.REFUTED, Judgement.OUTDATED])
def test_what_the_reference_does_not_let_stand_neither_contests_nor_agrees(wrong):
    assert settled("hgnc", statement("one", "a"), statement("two", "b", wrong)) == []
    assert settled("treatment", statement("one", "a"), statement("two", "a", wrong)) == []
