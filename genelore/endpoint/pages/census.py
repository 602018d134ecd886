"""What is in the graph, in numbers and lists: documents, genes, conflicts, statements."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.addresses import is_gene
from genelore.endpoint.pages.dispute import Dispute, dispute
from genelore.endpoint.pages.entity import Entity, entity
from genelore.endpoint.pages.question import rows
from genelore.endpoint.pages.species import SPECIES, Species
from genelore.endpoint.site import Site
from genelore.publish.wording import in_words
from ontology import bridge, reference

_SEVERITIES = ("high severity", "medium severity", "low severity")


@dataclass(frozen=True, slots=True)
class Document:
    """A document: where it is shown, its name, its title, and how many claims it makes."""

    address: str
    name: str
    title: str
    kind: str
    claims: int


@dataclass(frozen=True, slots=True)
class ListedGene:
    """A gene in a list: how many records denote it, and how many conflicts stand about it."""

    gene: Entity
    name: str
    species: Species | None
    records: int
    mentions: int
    is_contested: bool
    conflicts: int


def documents(store: pyoxigraph.Store, site: Site) -> list[Document]:
    """Return all documents, by kind and name."""
    found = rows(store, site, "documents")
    return [
        Document(site.address(row["document"]), row["name"], row["title"], row["kind"], int(row["claims"]))
        for row in found
    ]


def genes(store: pyoxigraph.Store, site: Site) -> list[ListedGene]:
    """Return the genes that records denote, those with most records first."""
    disputed = {row["gene"]: int(row["conflicts"]) for row in rows(store, site, "disputed")}
    groups: dict[str, list[Mapping[str, str]]] = {}
    for row in rows(store, site, "genes"):
        groups.setdefault(row["gene"], []).append(row)
    listed = [
        _listed(store, site, group, disputed.get(iri, 0)) for iri, group in groups.items() if _is_gene(iri)
    ]
    return sorted(
        listed, key=lambda one: (-one.records, -one.conflicts, one.gene.label.casefold(), one.gene.curie)
    )


def _is_gene(iri: str) -> bool:
    return is_gene(bridge.curie(iri) or "")


def _listed(
    store: pyoxigraph.Store, site: Site, group: list[Mapping[str, str]], conflicts: int
) -> ListedGene:
    shown = entity(store, site, group[0]["gene"])
    known = reference.gene(shown.curie)
    return ListedGene(
        gene=shown,
        name=known.name if known else "",
        species=SPECIES.get(known.taxon) if known else None,
        records=sum(int(row["records"]) for row in group if row["isOfGene"] == "true"),
        mentions=sum(int(row["records"]) for row in group if row["isOfGene"] != "true"),
        is_contested=any("Contested" in row["standing"] for row in group),
        conflicts=conflicts,
    )


def conflict_counts(store: pyoxigraph.Store, site: Site) -> Counter[tuple[str, str]]:
    """Count conflicts by status and severity, in words."""
    return Counter(
        (in_words(row["status"]), in_words(row["severity"])) for row in rows(store, site, "conflicts")
    )


def worst_conflicts(store: pyoxigraph.Store, site: Site, number: int) -> list[Dispute]:
    """Return the gravest conflicts that stand, of different kinds first."""
    found = [row for row in rows(store, site, "conflicts") if in_words(row["status"]) == "open"]
    return [dispute(store, site, row["conflict"]) for row in ranked(found)[:number]]


def ranked(found: list[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Return rows of conflicts, the gravest first; among those, one of each kind before a second."""
    seen: Counter[tuple[str, str]] = Counter()
    keyed = []
    for row in sorted(found, key=lambda row: (row["severity"], row["kind"], row["conflict"])):
        seen[row["severity"], row["kind"]] += 1
        rank = _SEVERITIES.index(in_words(row["severity"]))
        keyed.append(((rank, seen[row["severity"], row["kind"]], row["kind"]), row))
    return [row for _, row in sorted(keyed, key=lambda item: item[0])]


def statements(store: pyoxigraph.Store, site: Site) -> Mapping[str, int]:
    """Return how many statements the consensus makes, by policy in words."""
    return {in_words(row["policy"]): int(row["statements"]) for row in rows(store, site, "consensus_size")}
