"""What a row of a reference table says, and what in a stored graph rests on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from genelore.publish.chain import Chain
from genelore.publish.meaning import require
from genelore.publish.nodes import Node
from genelore.publish.row_columns import columns
from genelore.publish.wording import LISTED, listing
from ontology.reference import manifest
from ontology.reference.fields import SEPARATOR
from ontology.reference.tables import table
from ontology.terms import DCTERMS, GL, LABEL, PAV, PROV, TYPE

_ROWS = f"{PROV}wasDerivedFrom"
# Our classes of what may rest on a row.
_KINDS = ("Verdict", "Conflict", "Support", "Vote")


@dataclass(frozen=True, slots=True)
class Foundation:
    """Tells what rests on the reference in lines of text, with the words of a chain."""

    chain: Chain

    def told(self, node: Node) -> Iterator[str]:
        """Tell of a row what it says and what rests on it, of a table how much of it is cited.

        Raises:
            UnknownThingError: the store has no such row or table.
        """
        require(node.iri, node.said)
        return self._row(node) if node.one("rowKey") else self._table(node)

    def _table(self, node: Node) -> Iterator[str]:
        yield f"reference table {node.one(LABEL.value)}"
        for version in node.all(f"{PAV}version"):
            yield f"  made of   {version}"
        if node.one("rowCount"):
            yield f"  rows      {node.one('rowCount')}"
        cited = self.chain.nodes.subjects(f"{DCTERMS}isPartOf", node.iri)
        yield f"  cited     {len(cited)} rows"
        nodes = self.chain.nodes
        yield from listing(cited, "    ", lambda iri: f"{nodes.node(iri).one(LABEL.value)} {iri}", " rows")

    def _row(self, row: Node) -> Iterator[str]:
        yield f"reference row {row.one(LABEL.value)}"
        yield f"  version   {row.one(f'{PAV}version')}"
        if row.one("askedEndpoint"):
            yield f"  asked     {row.one('askedEndpoint')}: {row.one('askedQuestion')}"
        yield from self._said(row)
        resting = [self.chain.nodes.node(iri) for iri in self.chain.nodes.subjects(_ROWS, row.iri)]
        kinds = {name: [one for one in resting if GL + name in one.all(TYPE.value)] for name in _KINDS}
        yield from listing(kinds["Verdict"], "  verdict   ", self._verdict)
        words = self.chain.words
        yield from listing(kinds["Conflict"], "  conflict  ", words.disagreement)
        yield from listing(kinds["Support"], "  consensus ", words.stated)
        votes = Counter((one.one("votedGene"), one.one("reason")) for one in kinds["Vote"])
        told = [f"{number} for {words.called(gene)}: {reason}" for (gene, reason), number in votes.items()]
        yield from listing(sorted(told), "  votes     ", str)
        if not any(kinds.values()):
            yield "  nothing   rests on it"

    def _said(self, row: Node) -> Iterator[str]:
        name = row.one(f"{DCTERMS}isPartOf").rpartition("/")[2]
        if name not in manifest():
            return
        known = columns(name)
        for fields in table(name).rows(row.one("rowKey")):
            for place, field in enumerate(fields[1:]):
                values = field.split(SEPARATOR)
                title = known[place].name if place < len(known) else ""
                more = f" and {len(values) - LISTED} more" if len(values) > LISTED else ""
                if field:
                    yield f"  says      {title}{': ' if title else ''}{', '.join(values[:LISTED])}{more}"

    def _verdict(self, verdict: Node) -> str:
        claim = self.chain.words.brief(self.chain.nodes.node(verdict.one("judges")))
        return f"{claim}: {verdict.one('reason')}"
