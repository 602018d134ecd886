"""Where the gene lies, and whose gene it is."""

import re
from collections.abc import Iterator

from ingest.prose.plain import Sentence
from ingest.prose.topic import GENE, Topic, doubtful, of_other_organism
from ingest.record import Fact

HUMAN = "NCBITaxon:9606"
# "The ALAS2 gene is located on", "ALAS2 is a gene that is found on"
_LIES = re.compile(
    rf"(?<![\w-]){GENE}(?: \([^()]{{1,120}}\))? (?:is|was|has been|maps) (?:(?:an? )?(?:[\w-]+ "
    rf"){{0,3}}gene (?:that is )?)?"
    r"(?:(?:also|physically|cytogenetically) )?(?:located|found|mapped|situated|localized|to)\b"
)
# "X chromosome", "chromosome 20"
_CHROMOSOME = re.compile(
    r"\b(?:chromosome (?P<after>\d{1,2}|[XY])(?![\w.]*\d*\.\d*[a-z])(?=[pq\W]|$)|(?P<before>[XY]|"
    r"\d{1,2}) chromosome)\b"
)
# "chromosome 17" in "chromosome 17q21.32".
_CHROMOSOME_OF_BAND = re.compile(r"\bchromosome (?P<after>\d{1,2}|[XY])(?=[pq])")
# "Xp11.21", "20q11.23", "1q22-q23"
BAND = re.compile(
    r"(?<![\w.])(?P<chromosome>[1-9]|1\d|2[0-2]|X|Y)(?P<arm>[pq])(?:\d{1,2}(?:\.\d{1,3})?|ter|cen)"
    r"(?:-(?:[1-9XY]\d?)?[pq](?:\d{1,2}(?:\.\d{1,3})?|ter))?(?![\w]|\.\d)"
)
# "in humans", "human ALAS2 gene"
_HUMAN = re.compile(r"\b(?:in (?P<humans>humans)\b|(?P<human>[Hh]uman) (?P<symbol>[\w-]+) gene\b)")


def facts(sentence: Sentence, topic: Topic) -> Iterator[Fact]:
    """Yield the chromosome, the band and the species that a sentence gives the gene."""
    yield from _taxon(sentence, topic)
    for match in _LIES.finditer(sentence.text):
        if topic.means_gene(match["gene"]) and not of_other_organism(sentence):
            yield from _position(sentence, match.end())
            return


def _position(sentence: Sentence, start: int) -> Iterator[Fact]:
    text = sentence.text
    if doubtful(text[:start]):
        return
    chromosome = _CHROMOSOME_OF_BAND.search(text, start) or _CHROMOSOME.search(text, start)
    number = ""
    if chromosome:
        group = "after" if chromosome["after"] else "before"
        number = chromosome[group]
        yield sentence.fact("gene", "chromosome", chromosome.span(group))
    bands = list(BAND.finditer(text, chromosome.start() if chromosome else start))
    if not bands and chromosome and chromosome.re is _CHROMOSOME_OF_BAND:
        bands = list(BAND.finditer(text, chromosome.start("after")))
    if len(bands) == 1 and number in ("", bands[0]["chromosome"]):
        yield sentence.fact("gene", "cytoband", bands[0].span())


def _taxon(sentence: Sentence, topic: Topic) -> Iterator[Fact]:
    for match in _HUMAN.finditer(sentence.text):
        ours = match["symbol"] == topic.symbol if match["symbol"] else topic.is_named(sentence.text)
        group = "humans" if match["humans"] else "human"
        if ours and not doubtful(sentence.text[: match.start()]):
            yield sentence.fact("gene", "taxon", match.span(group), HUMAN)
