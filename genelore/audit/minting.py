"""The IRIs of the entity layer: each is the hash of what it stands for, the same on every run and machine."""

from hashlib import sha256

from pyoxigraph import NamedNode

from genelore.audit.model import Conflict
from ontology.reference import Row


def digest(*parts: str) -> str:
    """Return the 20 hexadecimal digits that stand for some texts in their order."""
    return sha256("\n".join(parts).encode()).hexdigest()[:20]


def minted(base: str, kind: str, *parts: str) -> NamedNode:
    """Return the IRI of a thing of the entity layer."""
    return NamedNode(f"{base}{kind}/{digest(*parts)}")


def conflict_iri(conflict: Conflict, base: str) -> NamedNode:
    """Return a conflict's IRI: the same as long as what it is about, its kind and its rule are."""
    return minted(base, "conflict", conflict.kind, conflict.key, conflict.rule)


def verdict_iri(claim: str, base: str) -> NamedNode:
    """Return the IRI of the verdict on a claim, which ends as the claim's does."""
    return NamedNode(f"{base}verdict/{claim.rpartition('/')[2]}")


def link_iri(record: str, base: str) -> NamedNode:
    """Return the IRI of the link of a record."""
    return minted(base, "link", record)


def row_iri(row: Row, base: str) -> NamedNode:
    """Return the IRI of a row of a reference table, in one version of its data."""
    return NamedNode(f"{base}reference/{row.table}/{digest(row.version, row.key)}")


def table_iri(name: str, base: str) -> NamedNode:
    """Return the IRI of a reference table."""
    return NamedNode(f"{base}reference/{name}")
