"""Where on the genome a gene post puts the gene."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import Document, Span
from ingest.record import Fact
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_quotes import fact
from ingest.sources._gene_post_sections import Entry

_NUMBER = r"(?:2[0-2]|1\d|[1-9]|X|Y)"
_BAND = r"[pq](?:ter|cen|\d{1,2}(?:\.\d{1,3})?)"
# "19q13.33", "Xp11.21", "16q22.1-q22.2", "1p36.3-1p36.2"
_CYTOBAND = re.compile(rf"(?<![\w.-])(?P<number>{_NUMBER}){_BAND}(?:\s?[-–]\s?{_NUMBER}?{_BAND})?(?![\w-])")
# " " in "16q22.1 - q22.2".
_WHITE_SPACE = re.compile(r"\s")
# Matches "chromosome 15", "Chr X", "chr7:", "chromosome 19q13.33", "Chromosome: 7"
_CHROMOSOME = re.compile(
    rf"\bchr(?:omosome)?s?(?:\*\*)?[ :.]*(?:\*\*)?[ ]?(?P<number>{_NUMBER}|MT|M)(?=[pq]\d|[pq]ter|"
    rf"[:_]|[^\w.-]|[.-]?(?:\s|$))",
    re.IGNORECASE,
)
# "the X chromosome", "human mitochondrial DNA" is none.
_BEFORE = re.compile(rf"\b(?P<number>{_NUMBER})(?:st|nd|rd|th)? chromosome\b")
# "chromosome 15 at position q14", "band q21.33": an arm without its chromosome's number.
_ARM = re.compile(rf"\b(?:position|band|region|locus|at|arm) \(?(?P<arm>{_BAND})(?![\w.-]*\d)")
# "1,839,746-1,929,329", "21,596,984 to 21,644,996", "36330869..36450341"
_RANGE = re.compile(
    r"(?<![\w.])(?P<begin>\d{1,3}(?:,\d{3}){1,2}|\d{4,9})(?:\s?bp)?\s?(?:-|–|—|\.\.\.?|to|"
    r"and)\s?(?P<end>\d{1,3}(?:,\d{3}){1,2}|\d{4,9})(?![\w,]*\d)"
)
# "GRCh38.p13", "hg19": the assembly that coordinates are of.
_ASSEMBLY = re.compile(r"\b(?P<name>GRCh3[678]|hg(?:18|19|38))(?P<patch>\.p\d+)?\b")
_ASSEMBLIES = {"hg18": "NCBI36", "hg19": "GRCh37", "hg38": "GRCh38"}
# "NC_000012.12": the accession of a chromosome's sequence.
_ACCESSION = re.compile(r"\bNC_0000(?P<number>\d\d)\.\d+")
# "start", "start position", "genomic start (bp)": labels of where the gene begins.
_START = re.compile(r"(?:genomic )?(?:start|begin)(?: position| coordinate)?(?: \(bp\))?")
# "end", "end coordinate", "genomic end (bp)": labels of where it ends.
_END = re.compile(r"(?:genomic )?end(?: position| coordinate)?(?: \(bp\))?")
# "156,348,000 bp": one coordinate.
_COORDINATE = re.compile(r"\d{1,3}(?:,\d{3}){1,2}|\d{4,9}")
_TOPICS = frozenset((Topic.TEXT, Topic.POSITION, Topic.IDENTIFIERS, Topic.ALIASES))
# "is located on", "maps to", "Gene position": by which a line of prose is about the gene's own place.
_PLACING = re.compile(
    r"\b(?:locat|map(?:s|ped)|position|situated|found (?:on|at|in)|locus|lies|resides|spans|"
    r"chromosomal|gene on|Chr)",
    re.IGNORECASE,
)
# "gene location", "chromosome", "cytogenetic band": labels of a place.
_POSITION_LABEL = re.compile(r"position|location|locus|chromosome|coordinates|cytogenetic")
_X, _Y = 23, 24


@dataclass(slots=True)
class Positions:
    """The reader of a post's positions: the chromosome that was named last, and the regions found so far."""

    document: Document
    chromosome: str = ""
    begin: Span | None = None
    regions: list[str] = field(default_factory=list)

    def facts(self, entry: Entry) -> Iterator[Fact]:
        """Yield the chromosome, bands and regions that a line gives."""
        labelled = bool(_POSITION_LABEL.search(entry.label))
        placed = (
            labelled
            or entry.topic is Topic.POSITION
            or bool(_PLACING.search(self.document.quote(entry.span)))
        )
        bound = _START.fullmatch(entry.label) or _END.fullmatch(entry.label)
        if entry.topic in _TOPICS and (placed or bound):
            yield from self._chromosomes(entry)
            yield from self._bands(entry)
            yield from self._regions(entry)

    def _chromosomes(self, entry: Entry) -> Iterator[Fact]:
        text, span = self.document.text, entry.span
        found = [
            match
            for pattern in (_CHROMOSOME, _BEFORE, _ACCESSION)
            for match in pattern.finditer(text, span.start, span.end)
        ]
        for match in found:
            number = match["number"].upper().removeprefix("0")
            self.chromosome = {"23": "X", "24": "Y", "M": "MT"}.get(number, number)
            if match.re is not _ACCESSION:
                yield fact(self.document, "gene", "chromosome", Span(*match.span("number")), self.chromosome)

    def _bands(self, entry: Entry) -> Iterator[Fact]:
        text, span = self.document.text, entry.span
        whole = list(_CYTOBAND.finditer(text, span.start, span.end))
        for match in whole:
            value = _WHITE_SPACE.sub("", match[0]).replace("–", "-")
            self.chromosome = self.chromosome or match["number"]
            yield fact(self.document, "gene", "cytoband", Span(*match.span()), value)
        arm = _ARM.search(text, span.start, span.end)
        if arm and not whole and self.chromosome:
            yield fact(
                self.document, "gene", "cytoband", Span(*arm.span("arm")), f"{self.chromosome}{arm['arm']}"
            )

    def _regions(self, entry: Entry) -> Iterator[Fact]:
        text, span = self.document.text, entry.span
        for match in _RANGE.finditer(text, span.start, span.end):
            if self.chromosome:
                yield from self._region(entry, match["begin"], match["end"], Span(*match.span()))
        coordinate = _COORDINATE.search(text, entry.text.start, entry.text.end)
        if coordinate and _START.fullmatch(entry.label):
            self.begin = Span(*coordinate.span())
        elif coordinate and self.begin and self.chromosome and _END.fullmatch(entry.label):
            begin, self.begin = self.begin, None
            yield from self._region(
                entry, self.document.quote(begin), coordinate[0], Span(begin.start, coordinate.end())
            )

    def _region(self, entry: Entry, begin: str, end: str, span: Span) -> Iterator[Fact]:
        first, last = (int(number.replace(",", "")) for number in (begin, end))
        assembly = _ASSEMBLY.search(self.document.text, entry.span.start, entry.span.end)
        name = f"{_ASSEMBLIES.get(assembly['name'], assembly['name'])}:" if assembly else ""
        value = f"{name}{self.chromosome}:{first}-{last}"
        if value not in self.regions:
            self.regions.append(value)
            location = fact(self.document, "gene", "location", span, value)
            yield location.standing_for(f"location:{len(self.regions)}")
