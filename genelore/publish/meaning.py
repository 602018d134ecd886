"""What a text means in a stored graph: an IRI, a CURIE, an id, a path, a symbol or an identifier."""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from itertools import chain

from pyoxigraph import Literal, NamedNode

from genelore.publish.nodes import Nodes, text
from genelore.publish.spelling import spelled
from ontology import bridge, reference
from ontology.terms import GL, LABEL, RDF, TYPE, gl

# "782871b0ff": the hash that a claim, a verdict or a conflict is named by, or its beginning.
_HASH = re.compile(r"[0-9a-f]{6,20}")
_ALIAS = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
# Databases whose codes are the names of genes: what is meant is the gene.
_BY_NAME = frozenset({"genecards"})
# Things that a message lists where a text may mean several.
_LISTED = 8


class UnknownThingError(ValueError):
    """Nothing in the store has this name, or more than one thing has; the message says which."""


def require(iri: str, is_there: object) -> None:
    """See that there is something to tell.

    Raises:
        UnknownThingError: there is nothing of this name.
    """
    if not is_there:
        raise UnknownThingError(f"{iri} is not in the store")


class MalformedNameError(ValueError):
    """A text begins as an IRI does and is none."""


def resolve(nodes: Nodes, name: str, base: str) -> str:
    """Return the IRI of what a name stands for; that of an IRI or a CURIE may not be in the store.

    A text without a prefix is tried as the id of a finding, a document, a gene's symbol or alias, and an
    identifier, in this order.

    Raises:
        MalformedNameError: the name begins as an IRI does and is none.
        UnknownThingError: nothing in the store has this name, or more than one thing has.
    """
    curie = spelled(name)
    if bridge.is_valid(curie):
        return bridge.iri(curie).value
    if name.startswith(("http:", "https:")):
        return _checked(name)
    for meant in (_minted, _documents, _genes, _identified):
        found = sorted(set(meant(nodes, name, base)))
        if found:
            return _only(nodes, name, found)
    near = get_close_matches(name, sorted(_labels(nodes)), 1)
    raise UnknownThingError(f"nothing in the store is called '{name}'{_asked(near)}")


def _checked(name: str) -> str:
    try:
        return NamedNode(name).value
    except ValueError as error:
        raise MalformedNameError(f"{name} is not an IRI: {error}") from error


def _asked(near: list[str]) -> str:
    return f"; is {near[0]} meant?" if near else ""


def _only(nodes: Nodes, name: str, found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    told = [f"{iri} ({label})" if (label := _label(nodes, iri)) else iri for iri in found[:_LISTED]]
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    raise UnknownThingError(f"{name} stands for {len(found)} things: {', '.join(told)}{more}")


def _label(nodes: Nodes, iri: str) -> str:
    document, _, part = iri.partition("#")
    node = nodes.node(document)
    label = node.one(LABEL.value) or node.one("sentence") or node.one("quote")
    return f"{label}#{part}" if label and part else label


def _minted(nodes: Nodes, name: str, base: str) -> Iterable[str]:
    wanted = name.rpartition("/")[2]
    if not _HASH.fullmatch(wanted):
        return ()
    kinds = ("Claim", "Conflict", "Verdict", "Link", "Support")
    things = (iri for kind in kinds for iri in nodes.subjects(f"{RDF}type", GL + kind))
    found = [iri for iri in things if iri.rpartition("/")[2].startswith(wanted)]
    # A claim and the verdict on it have the same hash, and the same explanation.
    return [iri for iri in found if not iri.startswith(f"{base}verdict/")] or found


def _documents(nodes: Nodes, name: str, base: str) -> Iterator[str]:
    """Give the documents of a path, or of the last steps of one, or the part of one behind `#`."""
    path, mark, part = name.removeprefix("./").partition("#")
    labels = _labels(nodes)
    for iri in labels.get(path, []) or [
        iri for label, found in labels.items() if label.endswith(f"/{path}") for iri in found
    ]:
        if not part or nodes.node(f"{iri}#{part}").said:
            yield f"{iri}{mark}{part}"


def _labels(nodes: Nodes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for iri in nodes.subjects(TYPE.value, f"{GL}Document"):
        found.setdefault(nodes.node(iri).one(LABEL.value), []).append(iri)
    return found


def _genes(nodes: Nodes, name: str, base: str) -> Iterable[str]:
    """Return what the consensus calls so, else what the reference calls so, else the records that do."""
    ways: tuple[Callable[[str], list[str]], ...] = (
        lambda label: _subjects(nodes, LABEL, label, f"{base}consensus"),
        lambda label: _of_reference(nodes, label),
        lambda label: _subjects(nodes, _ALIAS, label, f"{base}consensus"),
        lambda label: _subjects(nodes, gl("symbol"), label),
        lambda label: _subjects(nodes, gl("alias"), label),
    )
    return next((found for label in (name, name.upper()) for way in ways if (found := way(label))), [])


def _subjects(nodes: Nodes, predicate: NamedNode, label: str, graph: str = "") -> list[str]:
    named = NamedNode(graph) if graph else None
    quads = nodes.store.quads_for_pattern(None, predicate, Literal(label), named)
    return [text(quad.subject) for quad in quads]


def _of_reference(nodes: Nodes, label: str) -> list[str]:
    named = [match for match in reference.genes_named(label) if match.kind == "symbol"]
    # A mouse's symbol is a human gene's but for its case.
    genes = [match.gene for match in named if match.spelling == "exact"]
    # Of the identifiers of one gene, Ensembl's is what claims are said of.
    known = (next(_known(nodes, sorted(gene.identifiers, key=_is_foreign)), "") for gene in genes)
    return [iri for iri in known if iri]


def _is_foreign(curie: str) -> bool:
    return not curie.startswith("ensembl:")


def _identified(nodes: Nodes, name: str, base: str) -> Iterable[str]:
    code = name.strip()
    curies = (f"{prefix}:{code}" for prefix in bridge.spaces() if prefix not in _BY_NAME)
    return _known(nodes, curies)


def _known(nodes: Nodes, curies: Iterable[str]) -> Iterator[str]:
    """Give the IRIs of valid identifiers that the store says something of, or that something names."""
    for node in (bridge.iri(curie) for curie in curies if bridge.is_valid(curie)):
        said = nodes.store.quads_for_pattern(node, None, None, None)
        naming = nodes.store.quads_for_pattern(None, None, node, None)
        if next(chain(said, naming), None):
            yield node.value
