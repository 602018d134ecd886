from genelore.endpoint.pages.rule_words import advice
from tests.genelore.audit.hand_made import audit_of_seeds


def test_the_advice_on_a_link_is_what_its_sentence_says():
    (found,) = (one for one in audit_of_seeds().conflicts if one.kind == "off-topic-link")

    said = found.sentence.removesuffix(".").replace("ALAS2", "this gene").casefold()
    assert said.endswith(advice(found.kind, found.state.value).removesuffix(".").casefold())
