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


@dataclass(frozen=True, slots=True)
class Observation:
    """One picture: `image_symbol` is the gene symbol that its file name carries."""

    anatomy: tuple[Entity, ...]
    picture: str
    caption: str
    source: str
    image_symbol: str
    passage: Passage


def by_stage(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[tuple[Entity, list[Observation]]]:
    """Return the observations under their stages, in the order of the stages' labels, HH4 before HH10."""
    parts: defaultdict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in found.parts("observation"):
        parts[one.claim.source.graph, one.claim.part].append(one)
    groups: defaultdict[Entity, list[Observation]] = defaultdict(list)
    for said in parts.values():
        stage = next((value(store, site, one) for one in said if one.claim.predicate == "stage"), _NO_STAGE)
        groups[stage].append(_observation(store, site, said))
    return sorted(groups.items(), key=lambda item: _order(item[0]))


_NO_STAGE = Entity("", "no stage given", "", "")


def _order(stage: Entity) -> tuple[int, str]:
    digits = "".join(letter for letter in stage.label if letter.isdigit())
    return (int(digits) if digits else 1 << 16, stage.label)


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
