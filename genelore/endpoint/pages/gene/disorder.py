"""The diseases of a gene, with what documents say of each."""

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.gene.dossier import Dossier, Said
from genelore.endpoint.pages.gene.fact import Fact, facts
from genelore.endpoint.site import Site
from ontology import bridge
from ontology.terms import gl


@dataclass(frozen=True, slots=True)
class Disorder:
    """A disease that documents tie to the gene, and the facts about it; the first is the tie itself."""

    name: Entity
    facts: tuple[Fact, ...]


def disorders(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[Disorder]:
    """Return the diseases, those that most documents name first."""
    groups: defaultdict[str, list[Said]] = defaultdict(list)
    names = _names(found)
    for one in found.said:
        if one.claim.predicate == "disease" and one.claim.part == "gene":
            groups[one.claim.curie or one.claim.text].append(one)
        elif one.claim.part.startswith("disease-"):
            groups[names.get(one.claim.subject, one.claim.subject)].append(one)
    made = [facts(store, site, _tie_first(said)) for said in groups.values()]
    named = [Disorder(group[0].value, tuple(group)) for group in made if group[0].predicate == "disease"]
    return sorted(named, key=lambda one: (-len(one.facts[0].passages), one.name.label))


def _tie_first(said: list[Said]) -> list[Said]:
    return sorted(said, key=lambda one: (one.claim.predicate != "disease", one.claim.predicate))


def _names(found: Dossier) -> dict[str, str]:
    """Return which disease a part of a record is about: a CURIE, else the document's words."""
    named = {}
    for holding in found.holdings:
        for part in holding.reading.parts("disease"):
            node = holding.reading.node(part)
            said = next(iter(node.get(gl("disease").value, ())), "")
            named[f"{holding.reading.source.graph}#{part}"] = bridge.curie(said) or said
    return named
