"""A document as its page shows it: where it is from, what it speaks of, its text with every claim marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.audit.model import Judgement
from genelore.endpoint.pages import question
from genelore.endpoint.pages.dispute import Dispute, dispute, gravest_first
from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.kept_text import KeptText
from genelore.endpoint.pages.marking import Line, Mark, marked, quoted
from genelore.endpoint.pages.naming import clipped, is_iri, named
from genelore.endpoint.pages.vocabulary import property_word, word
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes, text
from genelore.publish.report.signs import Tally, tally
from genelore.publish.wording import in_words
from ontology.terms import GL, LABEL, TYPE, gl

# Lines of a text that a browser still lays out quickly; of a longer one the lines with claims are shown.
_LINES = 20_000
# Quotes beside each other on the page of a document, for each side of a conflict.
_PASSAGES = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the list beside the text; `name` is its anchor, `value` the thing that it was read as."""

    name: str
    address: str
    about: str
    property: str
    written: str
    value: Entity | None
    lines: str
    judgement: str
    reason: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Part:
    """A record in a document: `anchor` is the end of its IRI, `target` what its link says that it denotes."""

    anchor: str
    kind: str
    label: str
    standing: str
    link: str
    target: Entity | None


@dataclass(frozen=True, slots=True)
class Note:
    """What the reading of a document noticed about it."""

    anchor: str
    message: str
    lines: str


def rows(store: pyoxigraph.Store, site: Site, document: str) -> list[Row]:
    """Return the claims of a document in the order of its text."""
    found = question.rows(store, site, "claims-of-document", document=NamedNode(document))
    return [_row(store, site, document, said) for said in found]


def _row(store: pyoxigraph.Store, site: Site, document: str, said: Mapping[str, str]) -> Row:
    name, value = said["claim"].rpartition("/")[2], said["value"]
    judgement = in_words(said["judgement"])
    is_term = is_iri(value) and not value.startswith(document)
    part = said["subject"].removeprefix(document).removeprefix("#")
    return Row(
        name=name,
        address=site.address(said["claim"]),
        about="" if part == "gene" else part.replace("-", " "),
        property=property_word(said["property"], said["predicate"]),
        written=clipped(said["written"], 160),
        value=named(store, site, value) if is_term else None,
        lines=said["lines"],
        judgement=judgement,
        reason=said["reason"],
        mark=Mark(int(said["start"]), int(said["end"]), judgement, name),
    )


def lines(kept: KeptText, shown: Sequence[Row]) -> Iterator[Line]:
    """Give the lines of a text with claims marked: all of it, or what they quote where no more is free."""
    found = marked(kept.document, [row.mark for row in shown])
    return found if is_whole(kept) else quoted(found)


def is_whole(kept: KeptText) -> bool:
    """Say whether a text is shown from the first line to the last."""
    return kept.is_free and len(kept.document.line_starts) <= _LINES


def verdicts(found: Sequence[Row]) -> tuple[Tally, ...]:
    """Count the judgements of claims."""
    return tally(Judgement(row.judgement or Judgement.UNVERIFIED) for row in found)


def parts(store: pyoxigraph.Store, site: Site, document: str) -> list[Part]:
    """Return the records of a document and their parts, the gene's first."""
    found = question.rows(store, site, "parts-of-document", document=NamedNode(document))
    nodes = Nodes(store)
    made = [_part(store, site, nodes.node(said["part"]), said) for said in found]
    return sorted((part for part in made if part), key=lambda part: (part.anchor != "gene", part.anchor))


def _part(store: pyoxigraph.Store, site: Site, node: Node, said: Mapping[str, str]) -> Part | None:
    kinds = sorted(node.all(TYPE.value), key=lambda kind: (not kind.startswith(GL), kind))
    if kinds == [f"{GL}Finding"]:
        return None
    target = said["target"] or node.one("denotes") or node.one("disease")
    return Part(
        anchor=node.iri.partition("#")[2],
        kind=word(kinds[0]),
        label=clipped(node.one(LABEL.value) or node.one("title") or node.one("caption")),
        standing=in_words(said["standing"]).removesuffix(" link"),
        link=site.address(said["link"]),
        target=named(store, site, target) if is_iri(target) else None,
    )


def notes(store: pyoxigraph.Store, document: str) -> list[Note]:
    """Return what the reading of a document noticed."""
    quads = store.quads_for_pattern(None, TYPE, gl("Finding"), NamedNode(document))
    found = [Nodes(store).node(text(quad.subject)) for quad in quads]
    ordered = sorted(found, key=lambda node: (int(node.one("lines").partition("-")[0]), node.iri))
    return [Note(one.iri.partition("#")[2], one.one(LABEL.value), one.one("lines")) for one in ordered]


def disputes(store: pyoxigraph.Store, site: Site, document: str) -> list[Dispute]:
    """Return the conflicts in which a document stands, the gravest first."""
    found = question.rows(store, site, "conflicts-of-document", document=NamedNode(document))
    return gravest_first(dispute(store, site, said["conflict"], _PASSAGES) for said in found)
