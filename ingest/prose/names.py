"""What the gene and its product are called."""

import re
from collections.abc import Iterator

from ingest.prose.plain import Sentence
from ingest.prose.topic import GENE, Topic, doubtful
from ingest.record import Fact

_KIND = (
    r"(?:protein|enzyme|receptor|glycoprotein|hormone|transporter|channel|kinase|cytokine|"
    r"phosphatase|transcription factor|"
    r"transmembrane protein|polypeptide|lipoprotein|peptide)"
)
# "(ALAS2)", "a protein called X or Y": up to where the name has ended
_NAME = r"(?P<name>(?!for\b)[A-Za-z0-9][\w'’,()/\u03b1-\u03c9 -]{2,120}?)"
_NAME_END = (
    r"(?=,? (?:which|that|who|with|in|is|are|and|located|found|by|on|from|as|to|for|also)\b|[.;:]|, an? | \(|"
    r",? or |$)"
)
# "ALAS2 provides instructions for making an enzyme called ALA synthase 2 or erythroid ALA-synthase"
_MAKING = re.compile(
    rf"{GENE} (?:provides? (?:the )?instructions for making|encodes(?: for)?|codes for|produces|makes) "
    rf"an? (?:[\w-]+ ){{0,3}}{_KIND} (?:called|known as|named|termed) (?:the )?{_NAME}{_NAME_END}"
    rf"(?: \([^()]{{1,30}}\))?(?: or {_NAME.replace('name', 'other')}{_NAME_END})?"
)
# "ALAS2 encodes for the delta-aminolevulinic acid synthase 2, an enzyme that"
_ENCODES = re.compile(
    rf"{GENE}(?: \([^()]{{1,60}}\))? (?:encodes|codes)(?: for)? (?!for )"
    rf"(?:the )?(?:(?:protein|enzyme) )?{_NAME}"
    rf"(?: \([A-Za-z0-9-]{{1,20}}\))?, (?:an? (?:[\w-]+ ){{0,5}}{_KIND}\b)"
)
# A symbol and, in parentheses, the name: "ALAS2 (Delta-Aminolevulinic Acid Synthase 2) is a gene"
_EXPANDED = re.compile(rf"{GENE} \({_NAME}\)(?: gene)? (?:is|encodes|codes|gene|provides|plays)\b")
# "ALAS2 stands for delta-aminolevulinate synthase 2"
_STANDS = re.compile(rf"{GENE} stands for (?:the )?[\"“]?{_NAME}[\"”]?(?=[.;,]|$| and | which )")
# "**X** also known as **ALAS2** is a protein that in humans is encoded by the ALAS2 gene"
_ENCODED_BY = re.compile(
    rf"(?P<names>[A-Z0-9a-z\u03b1-\u03c9][^.;]{{1,200}}?),? (?:is|are) an? [^.;]{{0,160}}?\b(?:is "
    rf")?encoded (?:in humans )?by {GENE}"
)
# ", also known as ", " or ", ", ", " (": what stands between two names of one thing.
_NAMES_SEPARATOR = re.compile(
    r",? (?:also (?:known|referred to) (?:as|by)|also (?:called|termed)|or|and|commonly known as|"
    r"abbreviated(?: as)?) |, | \(|\)"
)
# "located on", "also known as", "HGNC": a parenthesis that is no name
_NO_NAME = re.compile(
    r"^(?:located|also|formerly|previously|HGNC|OMIM|Gene|human|see|or|an?|e\.g|i\.e|which|on|in|"
    r"short|known)\b|"
    r"\b(?:involved|plays?|found|known|called|member|family of|group of|types? of|isoforms?|"
    r"subunits? of|proteins|"
    r"enzymes|responsible|component of|part of|essential|important|specific type|class of|various|"
    r"several|different)\b",
    re.IGNORECASE,
)
# "synthase", "2": what a name has one of, at the least.
_WORDS = re.compile(r"[A-Za-z]{2,}|\d")
MAX_NAME_WORDS = 14


def facts(sentence: Sentence, topic: Topic) -> Iterator[Fact]:
    """Yield the names that a sentence gives to the gene and to what it encodes."""
    text = sentence.text
    for match in _MAKING.finditer(text):
        for group in ("name", "other"):
            yield from _product(sentence, topic, match, group)
    for match in _ENCODES.finditer(text):
        yield from _product(sentence, topic, match, "name")
    for pattern in (_EXPANDED, _STANDS):
        for match in pattern.finditer(text):
            if topic.means_gene(match["gene"]) and _is_name(match["name"]) and " " in match["name"].strip():
                yield sentence.fact("gene", "name", match.span("name"))
    yield from _protein(sentence, topic)


def _product(sentence: Sentence, topic: Topic, match: re.Match[str], group: str) -> Iterator[Fact]:
    name = match[group]
    if not name or not topic.means_gene(match["gene"]) or doubtful(sentence.text[: match.end(group)]):
        return
    if _is_name(name) and name != topic.symbol:
        yield sentence.fact("gene", "name", match.span(group))
        yield sentence.fact("gene", "encodes", match.span(group))


def _protein(sentence: Sentence, topic: Topic) -> Iterator[Fact]:
    """Read the first sentence of an encyclopedia: the first name is the gene's, the others are aliases."""
    match = _ENCODED_BY.match(sentence.text)
    if not match or not topic.means_gene(match["gene"]):
        return
    pieces = list(_pieces(match["names"]))
    if not all(_is_name(match["names"][start:end]) for start, end in pieces):
        return
    for number, (start, end) in enumerate(pieces):
        if match["names"][start:end] == topic.symbol:
            continue
        yield sentence.fact("gene", "alias" if number else "name", (start, end))
        if not number:
            yield sentence.fact("gene", "encodes", (start, end))


def _pieces(names: str) -> Iterator[tuple[int, int]]:
    start = 4 if names.startswith("The ") else 0
    for match in _NAMES_SEPARATOR.finditer(names):
        if start < match.start():
            yield start, match.start()
        start = match.end()
    if start < len(names):
        yield start, len(names)


def _is_name(text: str) -> bool:
    """Say whether the text can be a name: some words, parentheses closed, and no talk about the gene."""
    if len(text.split()) > MAX_NAME_WORDS or text.count("(") != text.count(")"):
        return False
    return bool(_WORDS.search(text)) and not _NO_NAME.search(text)
