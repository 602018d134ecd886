"""Facts of a gene: claims that say the same, with all the documents that say it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph

from genelore.audit.model import Judgement
from genelore.endpoint.pages.addresses import outward
from genelore.endpoint.pages.entity import Entity, entity
from genelore.endpoint.pages.gene.dossier import Dossier, Said, Support
from genelore.endpoint.pages.passage import Passage
from genelore.endpoint.pages.vocabulary import word
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes
from genelore.publish.report.agreement import shown
from genelore.publish.report.signs import Tally, tally
from ontology import reference
from ontology.terms import GL, LABEL

# Predicates of the facts that have no part of the page to themselves, in the order of the page.
_PLAIN = [
    "symbol",
    "geneName",
    "alias",
    "geneType",
    "taxon",
    "chromosome",
    "cytoband",
    "location",
    "annotationRelease",
    "assembly",
    "encodes",
    "disease",
    "treatment",
    "absent",
    "expressedIn",
    "expressedOnlyIn",
    "ortholog",
    "orthologPhenotype",
    "forwardPrimer",
    "reversePrimer",
    "templateLength",
    "externalLink",
]
_ASPECTS = {"enables": "molecular function", "involvedIn": "biological process"}
_PLACES = "cellular component"
_GRAVEST = list(Judgement)


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or more documents say of the gene; `judgement` is the gravest on any of the claims."""

    predicate: str
    name: str
    value: Entity
    judgement: str
    passages: tuple[Passage, ...]
    support: Support | None
    reason: str


def facts(store: pyoxigraph.Store, site: Site, said: Iterable[Said]) -> list[Fact]:
    """Return the facts that claims come down to, in the order of the claims."""
    groups: defaultdict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in said:
        groups[one.claim.predicate, _key(one)].append(one)
    return [_fact(store, site, group) for group in groups.values()]


def _key(one: Said) -> str:
    return one.claim.curie or one.claim.text.casefold()


def _fact(store: pyoxigraph.Store, site: Site, group: list[Said]) -> Fact:
    first = min(group, key=lambda one: _GRAVEST.index(one.judgement))
    return Fact(
        predicate=first.claim.predicate,
        name=word(GL + first.claim.predicate),
        value=value(store, site, first),
        judgement=first.judgement.value,
        passages=tuple(one.passage(site) for one in group),
        support=next((one.support for one in group if one.support), None),
        reason=first.reason,
    )


def value(store: pyoxigraph.Store, site: Site, one: Said) -> Entity:
    """Return what a claim says as a page shows it: a thing with its label, a web address, or words."""
    claim = one.claim
    if claim.curie:
        return entity(store, site, claim.value)
    if claim.value.startswith(f"{claim.source.graph}#"):
        return Entity("", _of_part(Nodes(store).node(claim.value)) or shown(claim), "", "")
    return Entity("", shown(claim), "", outward(claim.text))


def _of_part(node: Node) -> str:
    """Return the name of a part of a record: a variant's in HGVS, a region's as assembly and base pairs."""
    if node.one("regionChromosome"):
        place = f"{node.one('regionChromosome')}:{int(node.one('begin')):,}-{int(node.one('end')):,}"
        return f"{node.one('regionAssembly')} {place}".strip()
    return node.one(LABEL.value)


def plain_facts(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[Fact]:
    """Return the facts that have no part of the page to themselves."""
    said = [one for one in found.said if one.claim.part.partition("-")[0] in {"gene", "ortholog", "location"}]
    wanted = [one for one in said if one.claim.predicate in _PLAIN]
    wanted.sort(key=lambda one: _PLAIN.index(one.claim.predicate))
    return facts(store, site, wanted)


def agreement(found: Dossier) -> tuple[Tally, ...]:
    """Count the facts of a gene by their judgement, the gravest first.

    Each value counts once, however many say it. What is said of papers and pictures alone does not count.
    """
    worst: dict[tuple[str, str], Judgement] = {}
    for one in found.said:
        kind = one.claim.part.partition("-")[0]
        if kind in {"gene", "ortholog", "variant", "disease"} or one.claim.predicate == "expressedIn":
            key = one.claim.predicate, _key(one)
            worst[key] = min(worst.get(key, one.judgement), one.judgement, key=_GRAVEST.index)
    return tally(worst.values())


def by_aspect(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[tuple[str, list[Fact]]]:
    """Return the GO terms of a gene under their aspects, those with most sources first."""
    groups: dict[str, list[Fact]] = {name: [] for name in (*_ASPECTS.values(), _PLACES)}
    for fact in facts(store, site, found.of("enables", "involvedIn", "locatedIn")):
        term = reference.term(fact.value.curie) if fact.value.curie else None
        aspect = term.aspect.replace("_", " ") if term and term.aspect else ""
        groups.setdefault(aspect or _ASPECTS.get(fact.predicate, _PLACES), []).append(fact)
    return [
        (name, sorted(group, key=lambda fact: (-len(fact.passages), fact.value.label)))
        for name, group in groups.items()
        if group
    ]


def rejected(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[Fact]:
    """Return what documents say and the consensus does not, because something speaks against it."""
    against = {Judgement.REFUTED, Judgement.OUTDATED, Judgement.CONTESTED}
    out = [one for one in found.said if one.judgement in against and not one.support]
    out.sort(key=lambda one: (_GRAVEST.index(one.judgement), one.reason, one.claim.predicate))
    return facts(store, site, out)
