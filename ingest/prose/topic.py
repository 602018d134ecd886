"""What the prose is about so far: whether "this gene" is ours, and which diseases "these conditions" are."""

import re
from dataclasses import dataclass, replace

from ingest.prose.disease_words import mentions_disease
from ingest.prose.plain import Sentence
from ingest.record import Fact

# A gene as a sentence names it: "the ALAS2 gene", "this gene", "gene ALAS2", "ALAS2". Part of other patterns.
GENE = (
    r"(?P<gene>(?:(?:[Tt]he|[Tt]his|[Hh]uman|[Gg]ene) ){0,4}(?=[a-z-]{0,40}[A-Z0-9])[A-Za-z0-9][\w-]{0,40}"
    r"(?: (?:gene|protein)(?!\w))?|(?:the|this) gene(?!\w))"
)
# "not", "whether", "hypothesized", "suggest": what follows is denied or only supposed.
_DOUBT = re.compile(
    r"\b(?:no|not|never|nor|neither|none|whether|if|unclear|unknown|unlikely|without|lack|possibl[ey]|"
    r"suspected|thought|believed|hypothesi[sz]ed|suggest\w*|candidate|speculated|rarely|similar|"
    r"unlike|may|might|could)\b"
    r"|n't\b",
    re.IGNORECASE,
)
# "mice", "zebrafish", "knockout": what is said is said of another organism.
_OTHER_ORGANISM = re.compile(
    r"\b(?:mice|mouse|murine|rats?|zebrafish|drosophila|fl(?:y|ies)|yeast|knock-?outs?|dogs?|cattle|pigs?|"
    r"chickens?|elegans|E\. ?coli|bacteria|plants?|arabidopsis|xenopus)\b",
    re.IGNORECASE,
)
# "the ABCB7 gene", "SLC25A38 mutations", "another gene": a gene that may be another one.
_NAMED_GENE = re.compile(
    r"\b(?:([A-Z][A-Z0-9-]{1,15})(?: genes?| mutations?| variants?)|"
    r"(?:an)?other genes?)\b"
)
# A symbol in the place of {}: "ALAS2" in "the ALAS2 gene", but not in "ALAS2-AS1".
_WORD = r"(?<![\w-]){}(?![\w-])"
_PRODUCT = frozenset(
    ("this protein", "the protein", "this enzyme", "the enzyme", "the encoded protein", "the encoded enzyme",
     "this gene product", "the product of this gene", "the product", "its product", "the gene product")
)  # fmt: skip
_DETERMINERS = frozenset(("the", "this", "human", "gene", "protein"))


@dataclass(frozen=True, slots=True)
class Topic:
    """The gene's symbol and what the sentences so far have said."""

    symbol: str
    ours: bool = True
    names: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    diseases: tuple[str, ...] = ()

    def means_gene(self, words: str) -> bool:
        """Say whether the words name this gene; "this gene" does while no other was the last one named."""
        given = words.split()
        rest = [word for word in given if word.casefold() not in _DETERMINERS]
        if rest:
            return rest == [self.symbol]
        return given[0].casefold() in ("this", "the") and "gene" in given and self.ours

    def is_named(self, text: str) -> bool:
        """Say whether the gene's symbol stands in the text as a word of its own."""
        return bool(self.symbol and re.search(_WORD.format(re.escape(self.symbol)), text))

    def means_product(self, words: str) -> bool:
        """Say whether the words name this gene or what it encodes, by a name that was given before too."""
        plain = " ".join(words.split()).casefold()
        if plain in _PRODUCT:
            return self.ours
        bare = plain.removeprefix("the ")
        named = any(f" {name.casefold()}".endswith(f" {bare}") for name in self.names)
        return (named and len(bare) > 3) or self.means_gene(words)  # noqa: PLR2004 (shorter is no name)


def doubtful(text: str) -> bool:
    """Say whether the text denies or only supposes what follows it."""
    return bool(_DOUBT.search(text))


def of_other_organism(sentence: Sentence) -> bool:
    """Say whether the sentence speaks of a species other than the human."""
    return bool(_OTHER_ORGANISM.search(sentence.text))


def follow(topic: Topic, sentence: Sentence, facts: list[Fact]) -> Topic:
    """Return the topic after a sentence and the facts that were read from it."""
    names = [fact.value for fact in facts if fact.property in ("name", "encodes")]
    diseases = tuple(dict.fromkeys(fact.value for fact in facts if fact.property == "disease"))
    return replace(
        topic,
        ours=_still_ours(topic, sentence.text),
        names=tuple(dict.fromkeys((*topic.names, *names))),
        recent=diseases or _still_recent(topic, sentence.text),
        diseases=tuple(dict.fromkeys((*topic.diseases, *diseases))),
    )


def _still_ours(topic: Topic, text: str) -> bool:
    if any(match[1] != topic.symbol for match in _NAMED_GENE.finditer(text)):
        return False
    return topic.ours or topic.is_named(text)


def _still_recent(topic: Topic, text: str) -> tuple[str, ...]:
    known = text
    for name in topic.recent:
        known = known.replace(name, "")
    return () if mentions_disease(known) else topic.recent
