"""A small document in which every class of the graph occurs and nothing is wrong."""

from functools import cache

from pyoxigraph import Quad

from ingest.document import Span, decode
from ingest.mapping import DocumentGraph, to_graph
from ingest.provenance import Reading, to_provenance
from ingest.record import Fact, Finding, GeneRecord, Grounding, TermEntry
from ingest.sources import SourceKind
from ontology.terms import gl
from tests.shapes.audited import entity_layer

_FACTS = """\
document source_kind chickybase
document source_url https://example.org/alas2
document license https://creativecommons.org/licenses/by/4.0/
document issued 2023-05-10
gene symbol ALAS2
gene taxon NCBITaxon:9606
gene gene_type protein-coding
gene chromosome X
gene cytoband Xp11.21
gene location GRCh38:X:55009055-55030977 location:1
gene xref hgnc:397
gene xref ensembl:ENSG00000158578.22
gene enables GO:0003870
gene involved_in GO:0006783
gene located_in GO:0005739
gene expressed_in UBERON:0002371
gene expressed_in liver
gene expressed_only_in erythroblast
gene disease MONDO:0010420 disease:protoporphyria
gene variant p.Val122Ile variant:p.Val122Ile
gene ortholog ncbigene:11656 ortholog:10090
gene citation pubmed:2347585 publication:1
gene citation doi:10.1016/0888-7543(90)90520-j publication:1
gene citation pmc:PMC1224682 publication:1
gene citation doi:10.1371/journal.pgen.0030160 publication:2
gene forward_primer GCAGGTGGACAGGAAAGGTAAAG
gene reverse_primer GCAGGTGGACAGGAAAGGTAAAG
gene template_length 730
disease:protoporphyria inheritance HP:0001417
disease:protoporphyria phenotype photosensitivity
disease:protoporphyria subclass_of porphyria
variant:p.Val122Ile variant_type missense
variant:p.Val122Ile xref dbsnp:rs137852769
ortholog:10090 taxon NCBITaxon:10090
ortholog:10090 symbol Alas2
ortholog:10090 xref mgi:87990
ortholog:10090 expressed_in yolk-sac
observation:0 image https://example.org/1.jpg
observation:0 thumbnail https://example.org/1-small.jpg
observation:0 caption ALAS2
observation:0 stage GgalDv:0000013
observation:0 expressed_in epiblast
publication:1 date 1990
"""
_KIND = SourceKind(
    "chickybase", "ChickyBase", "database-export", "https://creativecommons.org/licenses/by/4.0/"
)
_ENTRIES = {
    "GO:0003870": TermEntry("current", "5-aminolevulinate synthase activity", "molecular_function"),
    "UBERON:0002107": TermEntry("current", "liver"),
}
_GROUNDED = {"liver": ("UBERON:0002107", Grounding("semapv:LexicalMatching", 0.9, ("CL:0000182",)))}


def _fact(start: int, line: str) -> Fact:
    subject, name, value, part = (*line.split(" "), "")[:4]
    at = start + line.index(value, len(subject) + len(name) + 2)
    term, grounding = _GROUNDED.get(value, ("", None))
    entry = _ENTRIES.get(term or value)
    return Fact(subject, name, value, Span(at, at + len(value)), term, part, grounding=grounding, entry=entry)


def _facts() -> tuple[Fact, ...]:
    lines = _FACTS.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
    return tuple(_fact(start, line.rstrip()) for start, line in zip(starts, lines, strict=True))


@cache
def valid() -> tuple[Quad, ...]:
    """Return the quads of the document and its provenance, as the ingest makes them."""
    document = decode("example.md", _FACTS.encode())
    finding = Finding("table-differs", "The table gives another stage.", Span(0, 8))
    graph = to_graph(document, GeneRecord(_facts(), (finding,)))
    reading = Reading("2024-01-01T00:00:00Z", "2024-01-01T00:00:01Z")
    return (*graph.quads, *to_provenance(document, _KIND, graph, reading), *_found(graph))


def _found(graph: DocumentGraph) -> tuple[Quad, ...]:
    """Return what an audit of the document finds, about its gene type and its only grounded claim."""
    quoted = {q.object.value: q.subject.value for q in graph.quads if q.predicate == gl("quote")}
    return entity_layer(graph.name.value, quoted["protein-coding"], quoted["liver"])
