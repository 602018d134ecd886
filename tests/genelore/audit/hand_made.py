"""Readings made by hand, one line a fact, and the seeds as readings."""

from functools import cache
from pathlib import Path

from pyoxigraph import Store

from genelore.audit.model import Audit, Conflict, Verdict
from genelore.audit.reading import Claim, Reading, Source, read, read_all
from genelore.audit.run import audit
from genelore.prepare import Clock, map_document
from ingest.document import Span, decode
from ingest.mapping import to_graph
from ingest.record import Fact, GeneRecord
from ontology.reference import Proteins
from ontology.terms import BASE

SEEDS = Path(__file__).parents[3] / "seeds"
HUMAN = "gene taxon NCBITaxon:9606"
CHICKEN = "gene taxon NCBITaxon:9031"
_PARTS = {"variant": "variant:{value}", "disease": "disease:{value}"}


def reading(name: str, *lines: str, kind: str = "gpt3_gene_post") -> Reading:
    """Read a document whose every line is `subject property value`, `value => term` where it is grounded.

    A fourth field behind ` in ` names the part that the fact stands for (`location:1`, `publication:1`).
    """
    document = decode(name, "\n".join((name, *lines)).encode())
    starts = [len(name) + 1 + sum(len(line) + 1 for line in lines[:place]) for place in range(len(lines))]
    facts = tuple(_fact(line, start) for line, start in zip(lines, starts, strict=True))
    graph = to_graph(document, GeneRecord(facts))
    store = Store()
    store.extend(graph.quads)
    return read(store, Source(graph.name.value, name, kind, "LanguageModel"))


def _fact(line: str, start: int) -> Fact:
    whole, _, part = line.partition(" in part ")
    said, _, term = whole.partition(" => ")
    subject, prop, value = said.split(" ", 2)
    begin = start + len(subject) + len(prop) + 2
    own = _PARTS.get(prop, "").format(value=term or value)
    return Fact(subject, prop, value, Span(begin, begin + len(value)), term, part or own)


@cache
def seeds() -> tuple[Reading, ...]:
    """Return the five seeds as readings."""
    store = Store()
    for path in sorted(SEEDS.glob("alas2-*")):
        mapped = map_document(decode(path.name, path.read_bytes()), Clock("2026-01-01T00:00:00Z"), BASE)
        store.extend((*mapped.graph.quads, *mapped.provenance))
    return tuple(read_all(store, BASE))


@cache
def audit_of_seeds() -> Audit:
    """Return what the audit finds in the seeds."""
    return audit(seeds())


def claim_of(document: Reading, prop: str, text: str = "", part: str = "gene") -> Claim:
    """Return the first claim of a property whose value, CURIE or text is the one wanted."""
    wanted = [c for c in document.claims if c.part == part and c.property == prop]
    return next(c for c in wanted if not text or text in {c.value, c.curie, c.text})


def verdict_on(document: Reading, prop: str, text: str = "", part: str = "gene", *others: Reading) -> Verdict:
    """Return the verdict that the audit of the documents gives that claim."""
    claim = claim_of(document, prop, text, part)
    return next(v for v in audit((document, *others)).verdicts if v.claim == claim.iri)


def judged_with(proteins: Proteins, document: Reading, prop: str, text: str = "") -> Verdict:
    """Return the verdict with protein sequences at hand."""
    claim = claim_of(document, prop, text)
    return next(v for v in audit([document], proteins).verdicts if v.claim == claim.iri)


def conflicts(kind: str, *documents: Reading) -> list[Conflict]:
    """Return the conflicts of a kind that the audit of the documents finds."""
    return [conflict for conflict in audit(documents).conflicts if conflict.kind == kind]
