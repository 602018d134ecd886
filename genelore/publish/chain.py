"""What hangs on what in a stored graph: claim, verdict, rows, link, votes, conflicts, consensus, in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from genelore.audit.findings import short
from genelore.publish.finding_table import written
from genelore.publish.meaning import require
from genelore.publish.nodes import Node, Nodes
from genelore.publish.wording import LISTED, STATUS, Wording, first_line, in_words, listing
from ontology.terms import LABEL, PAV, PROV, RDF

_ROWS = f"{PROV}wasDerivedFrom"
_OWL = "http://www.w3.org/2002/07/owl#"
# Claims of one reason that are named beside it.
_VOTING = 3


@dataclass(frozen=True, slots=True)
class Chain:
    """Tells what hangs on what in lines of text, two blanks deeper at each step."""

    nodes: Nodes
    words: Wording

    def claim(self, claim: Node) -> Iterator[str]:
        """Tell of a claim, from its quote to whether the consensus states it.

        Raises:
            UnknownThingError: the store has no such claim.
        """
        require(claim.iri, claim.said)
        yield f"claim {claim.iri}"
        yield f"  says      {self.words.triple(claim)}"
        yield f"  document  {self.words.place(claim)}"
        yield f"  quote     {claim.one('quote')!r}"
        if claim.one("mappingJustification"):
            how = self.words.called(claim.one("mappingJustification"))
            yield f"  grounded  {how}, confidence {claim.one('confidence')}"
        yield from self._verdicts(claim)
        yield from self.links(claim.one(f"{RDF}subject"))
        for conflict in self.conflicts([claim]):
            yield f"  conflict  {self.words.disagreement(conflict)}"
        supports = self.nodes.subjects("supportingClaim", claim.iri)
        for iri in supports:
            yield f"  consensus {self.words.stated(self.nodes.node(iri))}"
        if not supports:
            yield "  consensus does not state it"

    def _verdicts(self, claim: Node) -> Iterator[str]:
        found = self.nodes.subjects("judges", claim.iri)
        for iri in found:
            verdict = self.nodes.node(iri)
            judged, rule = in_words(verdict.one("judgement")), verdict.one("rule")
            yield f"  verdict   {judged}, by rule {rule}: {verdict.one('reason')}"
            if verdict.one("reallyDenotes"):
                yield f"    denotes {self.words.called(verdict.one('reallyDenotes'))}"
            yield from self._rows(verdict, "    ")
            for other in verdict.all("restsOnClaim")[:LISTED]:
                yield f"    rests on {self.words.brief(self.nodes.node(other))}"
        if not found:
            yield "  verdict   none yet: run 'genelore audit'"

    def _rows(self, node: Node, indent: str) -> Iterator[str]:
        for iri in node.all(_ROWS):
            row = self.nodes.node(iri)
            yield f"{indent}row     {row.one(LABEL.value)} ({row.one(f'{PAV}version')})"

    def links(self, record: str) -> Iterator[str]:
        """Tell what a record denotes; of a part of a record without a link of its own, what the gene does.

        Raises:
            UnknownThingError: a link names the record and is not in the store.
        """
        for owner in (record, f"{record.partition('#')[0]}#gene"):
            found = self.nodes.subjects(f"{_OWL}annotatedSource", owner)
            if found:
                yield from self.link(self.nodes.node(found[0]), "  ")
                return

    def link(self, link: Node, indent: str = "") -> Iterator[str]:
        """Tell what a record denotes, and who voted.

        Raises:
            UnknownThingError: the store has no such link.
        """
        require(link.iri, link.said)
        target = link.one(f"{_OWL}annotatedTarget")
        standing = in_words(link.one("standing")).removesuffix("link").strip()
        what = self.words.called(target) if target else "nothing that is known"
        record = self.words.called(link.one(f"{_OWL}annotatedSource"))
        yield f"{indent}link      {record} denotes {what}: {standing}; {link.one('reason')}"
        for sign, predicate in (("for", "voteFor"), ("against", "voteAgainst")):
            lines = self._summed([self.nodes.node(iri) for iri in link.all(predicate)])
            yield from listing(lines, f"{indent}  {sign:7} ", str, " reasons")

    def conflict(self, conflict: Node) -> Iterator[str]:
        """Tell of a conflict and its sides.

        Raises:
            UnknownThingError: the store has no such conflict.
        """
        require(conflict.iri, conflict.said)
        yield f"conflict {conflict.iri}"
        status = ", ".join(in_words(conflict.one(name)) for name in STATUS if conflict.one(name))
        yield f"  {conflict.one('kind')}, by rule {conflict.one('rule')}: {status}"
        yield f"  {conflict.one('sentence')}"
        if conflict.one("scopeDifference"):
            yield f"  explained by {conflict.one('scopeDifference')}"
        yield from self._rows(conflict, "  ")
        for iri in conflict.all("side"):
            side = self.nodes.node(iri)
            claims = side.all("sideClaim")
            yield f"  side      {side.one('sideValue')}{'' if claims else ' (the reference says so)'}"
            yield from listing(claims, "    ", lambda iri: self.words.brief(self.nodes.node(iri)), " claims")

    def support(self, support: Node) -> Iterator[str]:
        """Tell why the consensus states a triple.

        Raises:
            UnknownThingError: the store has no such statement.
        """
        require(support.iri, support.said)
        yield f"consensus {self.words.stated(support)}"
        yield from self._rows(support, "  ")
        for claim in support.all("supportingClaim"):
            yield f"  {self.words.brief(self.nodes.node(claim))}"

    def conflicts(self, claims: Iterable[Node]) -> list[Node]:
        """Return the conflicts on whose sides claims stand, sorted by IRI."""
        sides = {side for claim in claims for side in self.nodes.subjects("sideClaim", claim.iri)}
        found = {owner for side in sides for owner in self.nodes.subjects("side", side)}
        return [self.nodes.node(iri) for iri in sorted(found)]

    def _summed(self, votes: list[Node]) -> list[str]:
        groups: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
        for vote in votes:
            groups[vote.one("votedGene"), vote.one("reason")].append(vote)
        weights = {key: sum(float(vote.one("weight")) for vote in cast) for key, cast in groups.items()}
        ordered = sorted(groups, key=lambda key: (-weights[key], key))
        return [
            f"{weights[key]:.3g} {self.words.called(key[0])}: {key[1]} ({self._cast(groups[key])})"
            for key in ordered
        ]

    def _cast(self, votes: list[Node]) -> str:
        claims = sorted(
            (self.nodes.node(vote.one("votingClaim")) for vote in votes),
            key=lambda claim: (first_line(claim), claim.iri),
        )
        told = [f"{short(claim.iri)} line {written(claim.one('lines'))}" for claim in claims[:_VOTING]]
        return ", ".join([*told, *([f"{len(claims) - _VOTING} more"] if len(claims) > _VOTING else [])])
