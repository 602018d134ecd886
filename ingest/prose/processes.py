"""What the gene's product takes part in, and where in the cell it is."""

import re
from collections.abc import Iterator

from ingest.prose.plain import Sentence
from ingest.prose.topic import GENE, Topic, doubtful
from ingest.record import Fact

# "ALA-synthase", "The encoded protein", "The ALAS2 gene": what a sentence may be about
_SUBJECT = r"(?P<subject>(?:[Tt]he |[Tt]his )?[A-Za-z0-9][\w'/-]{0,40}(?: [\w'/-]{1,30}){0,5}?)"
_PROCESS = r"(?P<process>[A-Za-z0-9][\w',/-]{1,40}(?: [\w'/-]{1,30}){0,5}?)"
_END = r"(?=[.;,]|$| (?:by|which|that|where|in|through|during|within|via|as well|leading|and)\b)"
# "the first step in the heme biosynthetic pathway", "a key step of the urea cycle"
_STEP = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|last|final|rate-limiting|key|committed|"
    r"initial)(?:,? [\w-]+){0,2}? "
    rf"steps? (?:in|of) (?:the )?{_PROCESS}{_END}"
)
# A product and its process: "ALA-synthase plays an important role in the production of heme"
_ROLE = re.compile(
    rf"{_SUBJECT} (?:plays? an? (?:\w+ )?(?:role|part) in|(?:(?:is|are) (?:\w+ly )?)?involved in) (?:the "
    rf")?{_PROCESS}{_END}"
)
# "This gene encodes a protein involved in ", "ALAS2 encodes an enzyme that catalyzes the "
_ENCODES = re.compile(
    rf"{GENE}(?: \([^()]{{1,100}}\))?,? (?:is an? (?:[\w-]+ ){{0,3}}gene that )?(?:encodes|"
    rf"codes)(?: for)? [^.;]{{1,120}}?"
    r"(?:involved in|plays? an? (?:\w+ )?role in|catalyzes) (?:the )?"
)
# "encodes a protein involved in DNA repair", but not "in the first step of"
_INVOLVED = re.compile(
    r"\b(?:protein|enzyme|kinase|receptor|transporter|factor|subunit)s?,? (?:that is |which is )?involved in "
    rf"(?:the )?(?!(?:[\w,-]+ ){{0,3}}steps? ){_PROCESS}{_END}"
)
# "production of heme", "fatty acid oxidation", "heme biosynthetic pathway": words of a process
_OF_PROCESS = re.compile(
    r"^(?:[\w'/-]+ ){0,4}(?:pathway|cycle|process|biosynthesis|synthesis|metabolism|repair|"
    r"replication|transcription|"
    r"translation|transport|oxidation|glycosylation|signal+ing|glycolysis|gluconeogenesis|apoptosis|"
    r"autophagy|"
    r"differentiation|homeostasis|coagulation|splicing|degradation|catabolism|biogenesis|"
    r"phosphorylation|adhesion|"
    r"migration|proliferation|angiogenesis|ubiquitination|methylation|transduction|trafficking|secretion)$|"
    r"^(?:production|synthesis|biosynthesis|formation|breakdown|degradation|regulation|metabolism|"
    r"transport|repair) of "
    r"[\w'/-]+(?: [\w'/-]+){0,3}$"
)
# One word that names a process by itself.
_ALONE = frozenset(("apoptosis", "autophagy", "glycolysis", "gluconeogenesis", "angiogenesis"))
# "various pathways", "cellular processes", "this cycle": no process in particular.
_VAGUE = re.compile(
    r"\b(?:various|several|many|multiple|this|these|different|other|certain|such|its|their|cellular "
    r"processes|that|"
    r"numerous|specific|some|both|variety|number|tumor|cancer)\b"
)
# "mitochondrially located enzyme": the adverb and the component that it stands for
_ADVERB = re.compile(r"\b(?P<where>mitochondrially)[ -](?:located|localized|localised) (?:enzyme|protein)")
# "The encoded protein is localized in the nucleus"
_IN_CELL = re.compile(
    rf"{_SUBJECT} (?:is|are) (?:(?:primarily|mainly|predominantly) )?(?:located|localized|found) "
    rf"(?:in|to|on|at) (?:the )?"
    r"(?P<where>mitochondria|mitochondrion|mitochondrial matrix|mitochondrial inner membrane|inner "
    r"mitochondrial "
    r"membrane|nucleus|nucleolus|cytoplasm|cytosol|endoplasmic reticulum|Golgi apparatus|plasma "
    r"membrane|cell "
    r"membrane|lysosomes?|peroxisomes?|centrosomes?|extracellular space)\b"
)
# "ALA-synthase catalyzes ", "The encoded protein is ": the verb after what the sentence is about.
_VERB = re.compile(
    r" (?:catalyzes|specifies|initiates|performs|mediates|is|are|plays|encodes|regulates|controls) "
)
_LONGEST_SUBJECT = 200
_SINGULAR = {"mitochondria": "mitochondrion", "mitochondrially": "mitochondrion"}


def facts(sentence: Sentence, topic: Topic) -> Iterator[Fact]:
    """Yield the processes and the cell components that a sentence gives the gene's product."""
    yield from _processes(sentence, topic)
    for match in (*_ADVERB.finditer(sentence.text), *_IN_CELL.finditer(sentence.text)):
        if not doubtful(sentence.text[: match.end()]) and _about(match, sentence, topic):
            where = match["where"]
            value = _SINGULAR.get(where, where.removesuffix("s") if where.endswith("somes") else where)
            yield sentence.fact("gene", "located_in", match.span("where"), value)


def _processes(sentence: Sentence, topic: Topic) -> Iterator[Fact]:
    text = sentence.text
    for match in (*_STEP.finditer(text), *_ROLE.finditer(text), *_INVOLVED.finditer(text)):
        process = match["process"]
        if not _OF_PROCESS.search(process) or _VAGUE.search(process) or doubtful(text[: match.end()]):
            continue
        if " " not in process and process not in _ALONE:
            continue
        if _about(match, sentence, topic):
            yield sentence.fact("gene", "involved_in", match.span("process"))


def _about(match: re.Match[str], sentence: Sentence, topic: Topic) -> bool:
    """Say whether it is about this gene: its subject is, or the gene encodes what is spoken of."""
    encodes = _ENCODES.search(sentence.text)
    if encodes and topic.means_gene(encodes["gene"]) and encodes.end() - 40 <= match.end():
        return True
    groups = match.groupdict()
    subject = groups.get("subject") or _first_words(sentence.text)
    return bool(subject) and topic.means_product(subject)


def _first_words(text: str) -> str:
    verb = _VERB.search(text, 0, _LONGEST_SUBJECT)
    return text[: verb.start()] if verb else ""
