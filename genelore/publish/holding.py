"""What a document or a record of it holds: what it denotes, its claims by verdict, its conflicts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from genelore.audit.model import Judgement
from genelore.audit.ruling import CONTESTED_RECORD
from genelore.audit.wording import plural
from genelore.publish.chain import Chain
from genelore.publish.finding_table import written
from genelore.publish.meaning import require
from genelore.publish.nodes import Node, text
from genelore.publish.wording import first_line, in_words, listing
from ontology.terms import DCTERMS, LABEL, RDF, TYPE, gl

_AGAINST = (Judgement.REFUTED, Judgement.OUTDATED, Judgement.CONTESTED)
# What is said of a document as a whole, by our properties.
_FACTS = (("kind", "sourceKind"), ("made by", "agentType"), ("sha256", "sha256"))


@dataclass(frozen=True, slots=True)
class Holding:
    """Tells what documents and records hold in lines of text, with the words of a chain."""

    chain: Chain

    def told(self, node: Node) -> Iterator[str]:
        """Tell of a document, or of a record or a part of one.

        Raises:
            UnknownThingError: the store has none such.
        """
        return self._record(node) if "#" in node.iri else self._document(node)

    def _document(self, document: Node) -> Iterator[str]:
        require(document.iri, document.one("sha256"))
        yield f"document {document.iri}"
        yield f"  name      {document.one(LABEL.value)}"
        for name, predicate in _FACTS:
            if document.one(predicate):
                yield f"  {name:9} {in_words(document.one(predicate))}"
        for predicate in ("title", "license", "issued"):
            if document.one(DCTERMS + predicate):
                yield f"  {predicate:9} {document.one(DCTERMS + predicate)}"
        claims = [*self._claims(document.iri)]
        for record in sorted({claim.one(f"{RDF}subject") for claim in claims}):
            yield from self._denoted(record)
        yield from self._read(document)
        yield from self._judged(claims, self.chain.nodes.subjects("about", f"{document.iri}#gene"))

    def _record(self, record: Node) -> Iterator[str]:
        nodes = self.chain.nodes
        require(record.iri, record.said)
        yield f"record {record.iri}"
        yield f"  document  {nodes.node(record.iri.partition('#')[0]).one(LABEL.value)}"
        yield f"  is        {', '.join(self.chain.words.called(iri) for iri in record.all(TYPE.value))}"
        yield from self.chain.links(record.iri)
        claims = [nodes.node(iri) for iri in nodes.subjects(f"{RDF}subject", record.iri)]
        said = [claim for claim in claims if claim.one("lines")]
        yield from self._judged(said, nodes.subjects("about", record.iri))

    def _claims(self, graph: str) -> Iterator[Node]:
        quads = self.chain.nodes.store.quads_for_pattern(None, TYPE, gl("Claim"), NamedNode(graph))
        return (self.chain.nodes.node(iri) for iri in sorted(text(quad.subject) for quad in quads))

    def _denoted(self, record: str) -> Iterator[str]:
        for link in self.chain.nodes.subjects("http://www.w3.org/2002/07/owl#annotatedSource", record):
            yield next(self.chain.link(self.chain.nodes.node(link), "  "))

    def _read(self, document: Node) -> Iterator[str]:
        """Tell what was found when the document was read."""
        quads = self.chain.nodes.store.quads_for_pattern(None, TYPE, gl("Finding"), NamedNode(document.iri))
        for iri in sorted(text(quad.subject) for quad in quads):
            node = self.chain.nodes.node(iri)
            yield f"  note      line {written(node.one('lines'))}: {node.one(LABEL.value)}"

    def _judged(self, claims: list[Node], about: Iterable[str]) -> Iterator[str]:
        verdicts = {claim.iri: self._verdict(claim) for claim in claims}
        counted = Counter(verdict.one("judgement") for verdict in verdicts.values() if verdict.said)
        judged = [
            f"{counted[_iri(judgement)]} {judgement.value}"
            for judgement in Judgement
            if counted[_iri(judgement)]
        ]
        yield f"  claims    {len(claims)}: {', '.join(judged) or 'not judged yet, run genelore audit'}"
        for judgement in _AGAINST:
            against = [claim for claim in claims if verdicts[claim.iri].one("judgement") == _iri(judgement)]
            yield from self._against(sorted(against, key=_place), verdicts, judgement)
        found = {conflict.iri for conflict in self.chain.conflicts(claims)} | set(about)
        for iri in sorted(found):
            yield f"  conflict  {self.chain.words.disagreement(self.chain.nodes.node(iri))}"

    def _against(self, claims: list[Node], verdicts: dict[str, Node], judgement: Judgement) -> Iterator[str]:
        told = [claim for claim in claims if verdicts[claim.iri].one("rule") != CONTESTED_RECORD]
        words = self.chain.words
        yield from listing(
            told,
            "    ",
            lambda claim: f"{words.brief(claim)}: {verdicts[claim.iri].one('reason')}",
            f" that are {judgement.value}",
        )
        if len(claims) > len(told):
            number = plural(len(claims) - len(told), "claim")
            yield f"    {number} {judgement.value} because what the record denotes is"

    def _verdict(self, claim: Node) -> Node:
        found = self.chain.nodes.subjects("judges", claim.iri)
        return self.chain.nodes.node(found[0]) if found else Node(claim.iri, {})


def _iri(judgement: Judgement) -> str:
    return gl(judgement.value.capitalize()).value


def _place(claim: Node) -> tuple[int, str]:
    return first_line(claim), claim.iri
