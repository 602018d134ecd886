"""What of a stored graph denotes, names or is said of an entity, under any of its identifiers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from genelore.publish.chain import Chain
from genelore.publish.meaning import require
from genelore.publish.nodes import Node
from ontology.terms import RDF

_EXACT = "http://www.w3.org/2004/02/skos/core#exactMatch"
_OWL = "http://www.w3.org/2002/07/owl#"


@dataclass(frozen=True, slots=True)
class Mention:
    """Tells of entities in lines of text, with the words of a chain."""

    chain: Chain

    def told(self, node: Node) -> Iterator[str]:
        """Tell what records denote an entity, what is said of it, and which claims and votes name it.

        Raises:
            UnknownThingError: nothing in the store names it.
        """
        names = sorted({node.iri, *self.chain.nodes.subjects(_EXACT, node.iri)})
        lines = [*self._denoting(names), *self._conflicts(names), *self._said(names), *self._against(names)]
        require(node.iri, lines or node.said)
        yield self.chain.words.called(node.iri)
        yield from lines or self._plain(node)

    def _denoting(self, names: list[str]) -> Iterator[str]:
        """Tell of the links that lead to it, and in a line each of those in which it has votes alone."""
        nodes = self.chain.nodes
        links = [link for name in names for link in nodes.subjects(f"{_OWL}annotatedTarget", name)]
        for link in links:
            yield from self.chain.link(nodes.node(link), "  ")
        votes = [vote for name in names for vote in nodes.subjects("votedGene", name)]
        ways = ("voteFor", "voteAgainst")
        voted = {link for vote in votes for way in ways for link in nodes.subjects(way, vote)}
        for link in sorted(voted - {*links}):
            yield next(self.chain.link(nodes.node(link), "  ")).replace("link      ", "voted for ", 1)

    def _conflicts(self, names: list[str]) -> Iterator[str]:
        nodes = self.chain.nodes
        for iri in sorted({conflict for name in names for conflict in nodes.subjects("about", name)}):
            yield f"  conflict  {self.chain.words.disagreement(nodes.node(iri))}"

    def _said(self, names: list[str]) -> Iterator[str]:
        nodes, words = self.chain.nodes, self.chain.words
        links = [link for name in names for link in nodes.subjects(f"{_OWL}annotatedTarget", name)]
        records = [nodes.node(link).one(f"{_OWL}annotatedSource") for link in links]
        stated = [node for node in self._subjects("subject", names) if node.one("share")]
        naming = [node for node in self._subjects("object", names) if node.one("lines")]
        yield from self._grouped("the consensus says of it", stated, words.stated)
        claims = self._subjects("subject", records)
        yield from self._grouped("claims of records that denote it", claims, words.brief)
        yield from self._grouped("claims that name it", naming, words.brief)

    def _against(self, names: list[str]) -> Iterator[str]:
        """Tell of claims that name something else, and by the reference mean this."""
        nodes = self.chain.nodes
        verdicts = [nodes.node(iri) for name in names for iri in nodes.subjects("reallyDenotes", name)]
        if verdicts:
            yield "  claims that really denote it:"
        for verdict in verdicts:
            yield f"    {self.chain.words.brief(nodes.node(verdict.one('judges')))}: {verdict.one('reason')}"

    def _plain(self, node: Node) -> Iterator[str]:
        for predicate in sorted(node.said):
            for value in node.all(predicate):
                yield f"  {self.chain.words.called(predicate)} {value}"

    def _subjects(self, position: str, names: Iterable[str]) -> list[Node]:
        nodes = self.chain.nodes
        found = {iri for name in names for iri in nodes.subjects(RDF + position, name)}
        return [nodes.node(iri) for iri in sorted(found)]

    def _grouped(self, title: str, found: list[Node], tell: Callable[[Node], str]) -> Iterator[str]:
        groups: defaultdict[str, list[Node]] = defaultdict(list)
        for node in found:
            groups[self.chain.words.called(node.one(f"{RDF}predicate"))].append(node)
        if groups:
            yield f"  {title}:"
        for predicate in sorted(groups):
            yield f"    {predicate}"
            yield from sorted(f"      {tell(node)}" for node in groups[predicate])
