"""English prose about a gene, read into facts; what is not plainly said of this gene is left out.

A graph that accuses documents must not misread them, so a pattern that fits less often is preferred to one
that fits too often: denied, supposed and other genes' statements give nothing.
"""

from ingest.document import Document, Span
from ingest.prose import disease_traits, diseases, expression, names, places, processes
from ingest.prose.plain import Sentence, sentences
from ingest.prose.topic import Topic, follow
from ingest.record import Fact, unique


def read(document: Document, span: Span, symbol: str) -> list[Fact]:
    """Return what the sentences inside the span say about the gene `symbol`, each thing once, in order."""
    topic = Topic(symbol)
    found = list[Fact]()
    for sentence in sentences(document, span):
        facts = _facts(sentence, topic)
        topic = follow(topic, sentence, facts)
        found += facts
    return list(unique(found))


def _facts(sentence: Sentence, topic: Topic) -> list[Fact]:
    return [
        *names.facts(sentence, topic),
        *places.facts(sentence, topic),
        *expression.facts(sentence, topic),
        *processes.facts(sentence, topic),
        *diseases.facts(sentence, topic),
        *disease_traits.facts(sentence, topic),
    ]


__all__ = ["read"]
