"""Which conflicts of two graphs are the same one, though a document on their sides has a new version."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from genelore.publish.nodes import Node, Nodes
from ontology.terms import GL, LABEL


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict that two graphs can be compared by: `subject` has the name of a document, not its hash."""

    iri: str
    kind: str
    subject: str
    sentence: str
    status: str

    @property
    def is_of_document(self) -> bool:
        """Say whether it is about one record, and not about an entity that many documents speak of."""
        return "#" in self.subject

    def __str__(self) -> str:
        """Return what the conflict says, and how it stands."""
        return f"{self.sentence} ({self.status})"


Pair: TypeAlias = tuple[Dispute | None, Dispute | None]
_Identity: TypeAlias = Callable[[Dispute], tuple[str, ...]]


def disputes(nodes: Nodes, told: Callable[[str], str]) -> list[Dispute]:
    """Return the conflicts of a graph, sorted by IRI; `told` writes names of documents as they are now."""
    return [_dispute(nodes, conflict, told) for conflict in nodes.of_class("Conflict")]


def _dispute(nodes: Nodes, conflict: Node, told: Callable[[str], str]) -> Dispute:
    words = (conflict.one(name).removeprefix(GL) for name in ("severity", "status", "judgement"))
    document, mark, part = conflict.one("about").partition("#")
    # What an entity's IRI ends in behind `#` is no part of a document.
    name = nodes.node(document).one(LABEL.value) if mark else ""
    subject = f"{told(name)}#{part}" if name else document
    status = ", ".join(word for word in words if word)
    return Dispute(conflict.iri, conflict.one("kind"), subject, told(conflict.one("sentence")), status)


def pairs(before: Iterable[Dispute], after: Iterable[Dispute]) -> Iterator[Pair]:
    """Give each conflict with what it has become: by its IRI, by what it says, or by the record it is about.

    The last is for conflicts that gather what one record gets wrong, and so say something else when it does.
    """
    old, new = list(before), list(after)
    for identity in (_by_iri, _by_text, _by_record):
        found = [*_matched(old, new, identity)]
        taken = {one.iri for one, _ in found}, {other.iri for _, other in found}
        old, new = (
            [one for one in left if one.iri not in t] for left, t in zip((old, new), taken, strict=True)
        )
        yield from found
    yield from ((one, None) for one in old)
    yield from ((None, other) for other in new)


def _matched(
    old: Iterable[Dispute], new: Iterable[Dispute], identity: _Identity
) -> Iterator[tuple[Dispute, Dispute]]:
    first, second = _grouped(old, identity), _grouped(new, identity)
    for key in sorted(first.keys() & second.keys()):
        yield from zip(first[key], second[key], strict=False)


def _grouped(found: Iterable[Dispute], identity: _Identity) -> Mapping[tuple[str, ...], list[Dispute]]:
    groups: defaultdict[tuple[str, ...], list[Dispute]] = defaultdict(list)
    for one in found:
        key = identity(one)
        if key:
            groups[key].append(one)
    return groups


def _by_iri(one: Dispute) -> tuple[str, ...]:
    return (one.iri,)


def _by_text(one: Dispute) -> tuple[str, ...]:
    return one.kind, one.subject, one.sentence


def _by_record(one: Dispute) -> tuple[str, ...]:
    return (one.kind, one.subject) if one.is_of_document else ()
