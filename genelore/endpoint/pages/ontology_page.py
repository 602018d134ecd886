"""The page of the vocabulary: every class, property and individual under the anchor of its IRI."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.endpoint.job import Job, Reply
from genelore.endpoint.pages import thing_page
from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.naming import named
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.twins import twins
from genelore.endpoint.pages.vocabulary import DEFINITION, ONTOLOGY, vocabulary
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes, text
from genelore.results import shortened
from ontology.terms import DCTERMS, GL, LABEL, RDFS, TYPE

_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
# What is said of a word beside its label and definition, and how a page calls that.
_SHOWN = {
    f"{RDFS}subClassOf": "kind of",
    f"{RDFS}subPropertyOf": "narrower than",
    f"{RDFS}domain": "said of",
    f"{RDFS}range": "value",
    f"{_SKOS}exactMatch": "same as",
    f"{_SKOS}closeMatch": "nearly the same as",
    f"{_SKOS}relatedMatch": "related to",
    f"{GL}factProperty": "name in tables of facts",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the vocabulary; `ties` are what it is to other words."""

    anchor: str
    label: str
    definition: str
    ties: tuple[tuple[str, tuple[Entity | str, ...]], ...]


def show(store: pyoxigraph.Store, site: Site, iri: str, job: Job) -> Reply:
    """Show the whole vocabulary, whichever version of it was asked for."""
    if not iri.startswith((f"{site.base}ontology",)):
        return thing_page.show(store, site, iri, job)
    node = Nodes(vocabulary()).node(ONTOLOGY)
    content = {
        "title": node.one(f"{DCTERMS}title"),
        "meaning": node.one(f"{DCTERMS}description"),
        "version": node.one(f"{_OWL}versionInfo"),
        "groups": [*_groups(site)],
    }
    return page(site, "ontology.html", content, Head(twins("/ontology")))


def _groups(site: Site) -> Iterator[tuple[str, list[Word]]]:
    found = [node for node in _own() if node.all(TYPE.value)]
    is_class = [node for node in found if f"{_OWL}Class" in node.all(TYPE.value)]
    is_property = [node for node in found if any(k.endswith("Property") for k in node.all(TYPE.value))]
    rest = [node for node in found if node not in is_class and node not in is_property]
    for name, nodes in (("Classes", is_class), ("Properties", is_property), ("Individuals", rest)):
        yield name, [_word(site, node) for node in nodes]


def _own() -> Iterator[Node]:
    subjects = {text(quad.subject) for quad in vocabulary().quads_for_pattern(None, TYPE, None, None)}
    for iri in sorted(subjects, key=str.casefold):
        if iri.startswith(GL):
            yield Nodes(vocabulary()).node(iri)


def _word(site: Site, node: Node) -> Word:
    ties = [(words, node.all(key)) for key, words in _SHOWN.items() if node.all(key)]
    return Word(
        anchor=node.iri.removeprefix(GL),
        label=node.one(LABEL.value),
        definition=node.one(DEFINITION),
        ties=tuple((words, tuple(_tied(site, value) for value in values)) for words, values in ties),
    )


def _tied(site: Site, value: str) -> Entity | str:
    if value.startswith(GL):
        return named(vocabulary(), site, value)
    return shortened(NamedNode(value)) if value.startswith("http") else value
