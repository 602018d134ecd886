"""Pictures of expression by stage: what is seen in which, and where it is; pictures are never copied."""

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.addresses import outward
from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.gene.dossier import Dossier, Said
from genelore.endpoint.pages.gene.fact import value
from genelore.endpoint.pages.passage import Passage
from genelore.endpoint.site import Site
from ontology import reference


@dataclass(frozen=True, slots=True)
class Observation:
    """One picture: `image_symbol` is the gene symbol that its file name carries."""

    anatomy: tuple[Entity, ...]
    picture: str
    caption: str
    source: str
    image_symbol: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of development, and the short name that people know it by, such as `HH4`."""

    known_as: str
    term: Entity


def by_stage(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[tuple[Stage, list[Observation]]]:
    """Return the observations under their stages, in the order of the stages' labels, HH4 before HH10."""
    parts: defaultdict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in found.parts("observation"):
        parts[one.claim.source.graph, one.claim.part].append(one)
    groups: defaultdict[Stage, list[Observation]] = defaultdict(list)
    for said in parts.values():
        stages = (_stage(store, site, one) for one in said if one.claim.predicate == "stage")
        groups[next(stages, _NO_STAGE)].append(_observation(store, site, said))
    return sorted(groups.items(), key=lambda item: _order(item[0]))


_NO_STAGE = Stage("", Entity("", "no stage given", "", ""))


def _stage(store: pyoxigraph.Store, site: Site, one: Said) -> Stage:
    term = value(store, site, one)
    known = reference.term(term.curie) if term.curie else None
    names = [name.text for name in known.names if name.kind == "exact_synonym"] if known else []
    return Stage(min(names, key=len, default=""), term)


def _order(stage: Stage) -> tuple[int, str]:
    digits = "".join(letter for letter in stage.term.label if letter.isdigit())
    return (int(digits) if digits else 1 << 16, stage.term.label)


def _observation(store: pyoxigraph.Store, site: Site, said: list[Said]) -> Observation:
    texts = {one.claim.predicate: one.claim.text for one in said}
    places = [value(store, site, one) for one in said if one.claim.predicate == "expressedIn"]
    return Observation(
        anatomy=tuple(sorted(dict.fromkeys(places), key=lambda place: place.label.casefold())),
        picture=outward(texts.get("image", "")),
        caption=texts.get("caption", ""),
        source=texts.get("observationSource", ""),
        image_symbol=texts.get("imageSymbol", ""),
        passage=next((one for one in said if one.claim.predicate == "image"), said[0]).passage(site),
    )
