"""Variants in a gene post: lists, tables and sentences of HGVS names, types and dbSNP numbers."""

from collections.abc import Iterator, Sequence

from ingest.document import Document
from ingest.identifiers import curie
from ingest.record import Fact
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_quotes import fact
from ingest.sources._gene_post_sections import Entry
from ingest.sources._gene_post_variant_lines import Variant, VariantLines


def facts(document: Document, entries: Sequence[Entry]) -> Iterator[Fact]:
    """Yield the variants of one section."""
    if entries[0].topic not in (Topic.VARIANTS, Topic.SOMATIC):
        return
    lines = VariantLines(document, entries)
    for entry in entries:
        lines.read(entry)
    for variant in lines.finished():
        yield from _facts(document, variant, entries[0].topic is Topic.SOMATIC)


def _facts(document: Document, variant: Variant, somatic: bool) -> Iterator[Fact]:
    part = f"variant:{variant.key}"
    for span, value in variant.named:
        yield fact(document, "gene", "variant", span, value).standing_for(part)
    if variant.number:
        yield fact(document, part, "xref", variant.number, curie("dbsnp", document.quote(variant.number)))
    if variant.type:
        yield fact(document, part, "variant_type", *variant.type)
    if somatic:
        yield fact(document, part, "origin", variant.named[0][0], "somatic")
