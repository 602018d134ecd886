"""What things of the graph are called on pages: parts of records and minted nodes by what they are."""

from dataclasses import replace

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.endpoint.pages.addresses import address
from genelore.endpoint.pages.entity import Entity, entity
from genelore.endpoint.pages.table_words import row_title
from genelore.endpoint.pages.vocabulary import is_word, word
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes
from ontology.terms import DCTERMS, GL, LABEL, RDF, TYPE

# What a thing may say it is called, best first.
_NAMES = (LABEL.value, f"{GL}title", f"{DCTERMS}title")
_SENTENCES = (f"{GL}sentence", f"{GL}quote", f"{GL}reason", f"{GL}sideValue")
_ROW = f"{GL}ReferenceRow"
_LETTERS = 90
# Digits of a hash that tell things apart.
_DIGITS = 10


def is_iri(value: str) -> bool:
    """Say whether a text is the IRI of a thing on the web; words may begin like one.

    >>> is_iri("http://example.org/a"), is_iri("http://example.org/a b")
    (True, False)
    """
    if not value.startswith(("http://", "https://")):
        return False
    try:
        NamedNode(value)
    except ValueError:
        return False
    return True


def named(store: pyoxigraph.Store, site: Site, iri: str) -> Entity:
    """Return how a thing is called and where it is shown."""
    if is_word(iri):
        return Entity(iri, word(iri), "", address(site, iri))
    if not iri.startswith(site.base):
        found = entity(store, site, iri)
        return replace(found, label=found.label.strip("<>"))
    node = Nodes(store).node(iri)
    kind = kind_of(site, node)
    return Entity(iri, clipped(_label(store, site, node, kind)), "", address(site, iri))


def _label(store: pyoxigraph.Store, site: Site, node: Node, kind: str) -> str:
    """Call a minted node by its own name, by what it says, or by the end of its IRI."""
    name = next((said for key in _NAMES if (said := node.one(key))), "")
    if _ROW in node.all(TYPE.value):
        return row_title(name)
    if name:
        return name if name.casefold().startswith(kind.casefold()) else f"{kind} {name}"
    told = next((said for key in _SENTENCES if (said := node.one(key))), "") or _stated(store, site, node)
    return f"{kind}: {told}" if told else f"{kind} {_end(site, node.iri)}"


def _stated(store: pyoxigraph.Store, site: Site, node: Node) -> str:
    """Return the triple that a statement is about, in words."""
    terms = [node.one(RDF + name) for name in ("subject", "predicate", "object")]
    if not all(terms) or node.iri in terms:
        return ""
    return " ".join(_word(store, site, term) for term in terms)


def _word(store: pyoxigraph.Store, site: Site, term: str) -> str:
    if not is_iri(term):
        return clipped(term, _LETTERS // 2)
    return named(store, site, term).label


def kind_of(site: Site, node: Node) -> str:
    """Return what a minted thing is in a word or two, by our classes, else by the first step of its path."""
    own = [kind for kind in node.all(TYPE.value) if kind.startswith(GL)]
    if own:
        return word(max(own, key=len))
    return node.iri.removeprefix(site.base).partition("/")[0].partition("#")[0]


def _end(site: Site, iri: str) -> str:
    document, _, part = iri.partition("#")
    path = document.removeprefix(site.base)
    digest, dash, piece = path.rpartition("/")[2].partition("-")
    is_hash = path.count("/") == 1 and len(digest) > _DIGITS
    return part or (f"{digest[:_DIGITS]}{dash}{piece}" if is_hash else path.partition("/")[2])


def clipped(text: str, letters: int = _LETTERS) -> str:
    """Return a text that fits a line."""
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"
