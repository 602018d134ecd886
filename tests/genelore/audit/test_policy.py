import pytest

from genelore.audit.model import Judgement
from genelore.audit.policy import Candidate, Policy, accepted, best

CONFIRMED = Candidate("confirmed", Judgement.CONFIRMED, 1)
CORROBORATED = Candidate("corroborated", Judgement.CORROBORATED, 2)
UNVERIFIED = Candidate("unverified", Judgement.UNVERIFIED, 1)
CONTESTED = Candidate("contested", Judgement.CONTESTED, 1)
POPULAR = Candidate("popular", Judgement.CONTESTED, 3)
OUTDATED = Candidate("outdated", Judgement.OUTDATED, 1)
REFUTED = Candidate("refuted", Judgement.REFUTED, 4)
ALL = (CONFIRMED, CORROBORATED, UNVERIFIED, CONTESTED, POPULAR, OUTDATED, REFUTED)


@pytest.mark.parametrize(
    ("policy", "passes"),
    [
        (Policy.REFERENCE_THEN_MAJORITY, ("confirmed", "corroborated", "unverified")),
        (
            Policy.MAJORITY,
            ("confirmed", "corroborated", "outdated", "popular", "refuted", "unverified"),
        ),
        (Policy.STRICT, ("confirmed", "corroborated")),
        (
            Policy.EVERYTHING,
            ("confirmed", "contested", "corroborated", "outdated", "popular", "refuted", "unverified"),
        ),
    ],
)
def test_each_policy_says_what_passes_where_many_values_may_stand(policy, passes):
    assert accepted(policy, ALL, single=False) == passes


@pytest.mark.parametrize(
    ("policy", "value"),
    [
        (Policy.REFERENCE_THEN_MAJORITY, ("confirmed",)),
        (Policy.MAJORITY, ("refuted",)),
        (Policy.STRICT, ("confirmed",)),
    ],
)
def test_each_policy_chooses_one_value_where_one_is_wanted(policy, value):
    assert accepted(policy, ALL, single=True) == value


def test_without_the_reference_the_value_of_most_sources_wins():
    assert accepted(Policy.REFERENCE_THEN_MAJORITY, (CONTESTED, POPULAR), single=True) == ("popular",)


def test_two_sources_are_enough_for_a_majority_where_many_values_may_stand():
    two = Candidate("two", Judgement.CONTESTED, 2)
    assert accepted(Policy.MAJORITY, (CONTESTED, two), single=False) == ("two",)


def test_a_refuted_value_does_not_win_by_its_number():
    assert accepted(Policy.REFERENCE_THEN_MAJORITY, (REFUTED, UNVERIFIED), single=True) == ("unverified",)


@pytest.mark.parametrize("policy", [Policy.REFERENCE_THEN_MAJORITY, Policy.MAJORITY])
def test_a_tie_states_none(policy):
    rival = Candidate("rival", Judgement.CONTESTED, 1)

    assert accepted(policy, (CONTESTED, rival), single=True) == ()


def test_a_tie_states_both_where_everything_passes():
    rival = Candidate("rival", Judgement.CONTESTED, 1)

    assert accepted(Policy.EVERYTHING, (rival, CONTESTED), single=True) == ("contested", "rival")


def test_a_disputed_value_without_rivals_is_disputed_elsewhere_and_does_not_pass():
    assert accepted(Policy.REFERENCE_THEN_MAJORITY, (CONTESTED,), single=True) == ()


def test_the_best_judgement_of_a_value_is_the_one_that_speaks_most_for_it():
    assert best([Judgement.CONTESTED, Judgement.CONFIRMED, Judgement.REFUTED]) is Judgement.CONFIRMED
