"""Asking: each question in blocks, through federation, and what comes of it."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, Quad, Store

from genelore.audit.outside import Answer, Outside, gathered
from genelore.evidence.matters import Matter, about
from genelore.evidence.question import Question
from genelore.federation import Network, Options, Registry, run
from genelore.federation.failure import FederationError, RejectedError
from genelore.federation.network import Request
from genelore.federation.registry import Place
from genelore.federation.tables import Table, Term
from ontology import bridge
from ontology.terms import RDF, term

_SUBJECT, _OBJECT = term(RDF, "subject"), term(RDF, "object")


@dataclass(slots=True)
class Witness(Network):
    """A client that knows when the last answer that it brought was given, in seconds since 1970."""

    answered: float = 0.0

    def ask(self, place: Place, query: str) -> tuple[Table, float | None]:
        """Return the solutions, and how old they are if they were kept; as any client does."""
        # The decorator makes a new class, which `super()` without arguments does not know of.
        table, age = Network.ask(self, place, query)
        kept = self.cache.get(place.address, query, is_offline=True) if self.cache else None
        self.answered = kept.asked if kept else time.time()
        return table, age


@dataclass(slots=True)
class Inquiry:
    """Whom to ask, through which client, and how that went; `standins` are IRIs that a stand-in answers for.

    `warnings` name the endpoints that failed; those in `silent` are asked no more, and those in `spoken` have
    answered.
    """

    registry: Registry
    witness: Witness
    standins: frozenset[str] = frozenset()
    requests: list[Request] = field(default_factory=list)
    warnings: dict[str, None] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    spoken: set[str] = field(default_factory=set)

    @property
    def is_vain(self) -> bool:
        """Whether endpoints were asked, and none answered anything."""
        return bool(self.warnings) and not self.spoken


def inquire(
    inquiry: Inquiry, questions: Iterable[Question], wanted: Sequence[Matter], known: Outside
) -> Outside:
    """Ask what there is to ask, and return what is known then.

    New answers take the place of older ones to the same question about the same matter. An endpoint that does
    not answer is told of in the inquiry, and asked nothing more, unless only kept answers are wanted.
    """
    answers = {*known.answers}
    for question in questions:
        for block in _blocks(inquiry, question, about(question, wanted)):
            found = None if question.endpoint in inquiry.silent else _answers(inquiry, question, block)
            if found is not None:
                matters = frozenset(block)
                answers = {one for one in answers if not _is_on(one, question, matters)} | {*found}
    return gathered(answers)


def _blocks(inquiry: Inquiry, question: Question, matters: Sequence[Matter]) -> Iterator[Sequence[Matter]]:
    """Give as many matters at a time as go into one request, so that each answer has one time."""
    size = inquiry.registry.find(question.endpoint).endpoint.block
    yield from (matters[start : start + size] for start in range(0, len(matters), size))


def _is_on(answer: Answer, question: Question, matters: frozenset[Matter]) -> bool:
    if question.is_of_pairs:
        matter = Matter(question.relation, answer.subject, answer.value)
    else:
        matter = Matter(None, answer.subject)
    return answer.question == question.name and matter in matters


def _answers(inquiry: Inquiry, question: Question, block: Sequence[Matter]) -> list[Answer] | None:
    """Return what an endpoint answers about some matters, None if it does not answer."""
    try:
        answer = run(question.text, _asked(block), inquiry.registry, Options(inquiry.witness))
        rows = [dict(zip(answer.names, row, strict=True)) for row in answer.rows]
    except FederationError as error:
        inquiry.warnings[str(error)] = None
        if not inquiry.witness.is_offline and not isinstance(error, RejectedError):
            inquiry.silent.add(question.endpoint)
        return None
    inquiry.requests += answer.requests
    inquiry.spoken.add(question.endpoint)
    return [_answer(inquiry, question, row) for row in rows]


def _asked(block: Sequence[Matter]) -> Store:
    """Return a store that says what is asked about, for the local part of a question."""
    store = Store()
    for number, matter in enumerate(block):
        node = NamedNode(f"urn:genelore:matter:{number}")
        store.add(Quad(node, _SUBJECT, bridge.iri(matter.subject)))
        if matter.value:
            store.add(Quad(node, _OBJECT, bridge.iri(matter.value)))
    return store


def _answer(inquiry: Inquiry, question: Question, row: Mapping[str, Term | None]) -> Answer:
    answered = datetime.fromtimestamp(int(inquiry.witness.answered), UTC)
    taxon = _text(row.get("taxon"))
    return Answer(
        endpoint=question.endpoint,
        question=question.name,
        digest=question.digest,
        time=answered.strftime("%Y-%m-%dT%H:%M:%SZ"),
        relation=question.relation,
        subject=_text(row["subject"]),
        value=_text(row["value"]),
        taxon=f"NCBITaxon:{taxon}" if taxon.isdecimal() else taxon,
        detail=_text(row.get("detail")),
        is_standin=question.endpoint in inquiry.standins,
    )


def _text(term: Term | None) -> str:
    """Return a term as an answer has it: an identifier as a CURIE."""
    if isinstance(term, NamedNode):
        return bridge.curie(term.value) or term.value
    return term.value if isinstance(term, Literal) else ""
