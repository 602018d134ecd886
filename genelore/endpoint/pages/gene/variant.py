"""The variants of a gene, each checked against the residue that the protein has."""

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.gene.dossier import Dossier, Said
from genelore.endpoint.pages.gene.fact import Fact, facts, value
from genelore.endpoint.site import Site
from ontology import reference


@dataclass(frozen=True, slots=True)
class Check:
    """A variant as a document names it, its types, and its numbers in dbSNP, each with its verdict."""

    name: Fact
    types: tuple[Entity, ...]
    numbers: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class KnownVariants:
    """How many variants the reference has of the gene's proteins, and of how many it says they do harm."""

    total: int
    harmful: int


def checks(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[Check]:
    """Return the variants in the order of the documents."""
    parts: defaultdict[str, list[Said]] = defaultdict(list)
    for one in found.said:
        if one.claim.predicate == "variant":
            parts[_part(one)].append(one)
    for one in found.parts("variant"):
        if one.claim.predicate != "variant":
            parts[one.claim.subject].append(one)
    return [check for said in parts.values() if (check := _check(store, site, said))]


def _part(one: Said) -> str:
    graph, _, part = one.claim.value.partition("#")
    return f"{graph}#{part}" if part else one.claim.iri


def _check(store: pyoxigraph.Store, site: Site, said: list[Said]) -> Check | None:
    names = [one for one in said if one.claim.predicate == "variant"]
    if not names:
        return None
    types = (value(store, site, one) for one in said if one.claim.predicate == "variantType")
    numbers = facts(store, site, [one for one in said if one.claim.predicate == "dbsnp"])
    return Check(facts(store, site, names)[0], tuple(dict.fromkeys(types)), tuple(numbers))


def known(found: Dossier) -> KnownVariants | None:
    """Return what UniProt has of the gene's variants, None where it has none."""
    listed = reference.variants(found.reference.curie) if found.reference else ()
    harmful = sum(one.significance.startswith("likely pathogenic") for one in listed)
    return KnownVariants(len(listed), harmful) if listed else None
