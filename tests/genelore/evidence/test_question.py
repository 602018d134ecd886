"""The questions that endpoints are asked."""

import re

import pytest

from genelore.audit.outside import Relation
from genelore.evidence.question import Question, UnknownEndpointError, chosen, questions
from genelore.federation import load
from genelore.federation.plan import plan
from ontology.bridge import spaces
from ontology.endpoints import endpoints


@pytest.mark.parametrize("question", questions(), ids=lambda one: one.name)
def test_a_questions_head_says_what_its_query_does(question: Question):
    stages = plan(question.text, load()).stages

    assert [stage.endpoint for stage in stages] == [question.endpoint]
    assert question.endpoint in endpoints()
    assert question.space in {space.prefix for space in spaces().values()}
    assert question.text.splitlines()[0].startswith("# ")
    assert question.is_of_pairs == bool(re.search(r"rdf:object \?value", question.text))
    assert stages[0].names, "nothing is sent along"


def test_identifiers_orthologs_expression_and_diseases_are_asked_about():
    assert {question.relation for question in questions()} == set(Relation)


def test_endpoints_are_chosen_by_short_name_or_by_iri_with_or_without_a_slash():
    by_name = chosen(("OMA",))

    assert {question.name for question in by_name} == {"oma-counterparts", "oma-orthologs"}
    assert chosen(("https://sparql.omabrowser.org/sparql",)) == by_name
    assert chosen(()) == questions()


def test_an_endpoint_without_questions_is_named():
    with pytest.raises(UnknownEndpointError, match="nothing to ask rhea; known are bgee, ensembl, oma"):
        chosen(("bgee", "rhea"))
