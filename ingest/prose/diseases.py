"""Diseases of the gene: "mutations in ... cause", "is associated with", "is caused by mutations in"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.prose.disease_phrases import Diseases, find, parent_name
from ingest.prose.disease_traits import inheritance_of_name, variant_count
from ingest.prose.disease_words import is_disease_name
from ingest.prose.plain import Sentence
from ingest.prose.topic import GENE, Topic, doubtful, of_other_organism
from ingest.record import Fact

_CHANGE = (
    r"(?:[Mm]utations?|[Vv]ariants?|[Dd]efects?|[Dd]eletions?|[Cc]hanges|[Aa]lterations?|[Pp]olymorphisms?|"
    r"[Vv]ariations?|[Dd]uplications?|[Dd]eficiency)"
)
_IN = r"(?:in|of|within|affecting) (?:(?:both|one|either|two) cop(?:y|ies) of )?"
_FOUND = r"(?:found|identified|reported|detected|described|observed|seen)"
# "can", "have been found to", "are a major": what may stand before the verb.
_AUXILIARY = (
    r"(?:(?:can|is|are|has|have|been|be|also|known|shown|found|reported|to|one|of|an?|the|major|"
    r"main|common|frequent|"
    r"most|important|strongly|primarily|commonly|frequently|usually|often|mainly|mostly|closely|"
    r"directly) ){0,9}"
)
# "cause", "are associated with", "have been identified in"
_VERB = (
    _AUXILIARY + r"(?:causes?(?: of)?|caused(?! by)|leads? to|led to|results? in|resulted in|"
    r"gives? rise to|"
    r"underlie|responsible for|associated with|linked (?:to|with)|implicated in|" + _FOUND + r" in) "
)
# Change, gene, verb: "Mutations in the ALAS2 gene (...) can cause "
_ACTIVE = re.compile(rf"\b{_CHANGE} {_IN}{GENE}(?: \([^()]{{1,80}}\))? {_VERB}")
# "ALAS2 gene mutations have been found in "
_COMPOUND = re.compile(rf"(?<![\w-]){GENE} {_CHANGE} {_VERB}")
# "The ALAS2 gene has been linked to ", but not "loss of the ALAS2 gene has been linked to "
_ASSOCIATED = re.compile(
    r"(?<!of )(?<!in )(?<!by )(?<!to )(?<!and )(?<!with )(?<!the )(?<!human )(?<!gene )"
    rf"(?<![\w-]){GENE} (?:(?:is|has|been|also|commonly|strongly|closely|directly) ){{1,4}}"
    r"(?:associated with|linked (?:to|with)|implicated in) "
)
# "mutations that cause X-linked sideroblastic anemia have been identified in the ALAS2 gene"
_RELATIVE = re.compile(
    rf"\b{_CHANGE} (?:that|which) (?:can )?(?:cause|lead to|result in|are associated with) "
    rf"(?P<names>[^.;]{{3,200}}?) (?:have|has) been {_FOUND} in {GENE}"
)
# "Sideroblastic anemia is caused by mutations in the ALAS2 gene"
_PASSIVE = re.compile(
    rf"(?P<names>[^.;:]{{3,150}}?) (?:is|are|can be) (?:\w{{2,20}}ly )?(?:caused by|due to|the result of) "
    rf"(?:(?:an?|the|\w{{3,20}}) ){{0,3}}{_CHANGE} {_IN}{GENE}"
)
# ", a type of anemia characterized by": what a disease is said to be, just behind its name
_KIND_OF = re.compile(
    r"(?: \([^()]{1,40}\))?, an? (?:[\w-]+ ){0,2}(?:type|form|kind|subtype) of (?P<parent>[\w -]{3,40}?)"
    r"(?=[.,;]| (?:that|which|characteri[sz]ed|caused|in|affecting|with|due)\b)"
)


@dataclass(frozen=True, slots=True)
class _Statement:
    start: int
    diseases: Diseases


def facts(sentence: Sentence, topic: Topic) -> Iterator[Fact]:
    """Yield the diseases that a sentence ties to the gene, with what their own wording says of them."""
    if of_other_organism(sentence):
        return
    for statement in _statements(sentence.text, topic):
        for start, end in statement.diseases.names:
            yield from _disease(sentence, statement, start, end)
        if len(statement.diseases.names) == 1:
            yield from variant_count(sentence, statement.start, *statement.diseases.names[0])


def _statements(text: str, topic: Topic) -> Iterator[_Statement]:
    for pattern in (_ACTIVE, _COMPOUND, _ASSOCIATED):
        for match in pattern.finditer(text):
            if topic.means_gene(match["gene"]) and not doubtful(text[: match.end()]):
                yield _Statement(match.start(), find(text, match.end()))
    for match in _RELATIVE.finditer(text):
        if topic.means_gene(match["gene"]) and not doubtful(text[: match.end()]):
            yield _Statement(match.start(), find(text, *match.span("names")))
    passive = _PASSIVE.match(text)
    if passive and topic.means_gene(passive["gene"]) and not doubtful(passive[0]):
        yield _Statement(passive.start(), find(text, *passive.span("names")))


def _disease(sentence: Sentence, statement: _Statement, start: int, end: int) -> Iterator[Fact]:
    named = sentence.fact("gene", "disease", (start, end))
    part = f"disease:{named.value}"
    yield named.standing_for(part)
    yield from inheritance_of_name(sentence, part, start, end)
    apposition = _KIND_OF.match(sentence.text, end)
    parent = apposition.span("parent") if apposition else statement.diseases.parent_of(start)
    if parent and is_disease_name(name := parent_name(sentence.text[slice(*parent)])):
        yield sentence.fact(part, "subclass_of", parent, name)
