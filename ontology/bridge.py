"""The id spaces of `bridge.ttl`: how each is written as a CURIE, as our IRI, and by other graphs."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from ontology.terms import TYPE, gl

# What RFC 3987 lets stand in a path or query, so that a code is written as it is where it can be.
_SAFE = "/:[]@!$&'()*+,;=-._~"
# As in "https://identifiers.org/ncbigene:212" and "https://identifiers.org/HGNC:397".
_COMPACT = re.compile(r"https?://identifiers\.org/([\w.-]+):([^/]+)")


@dataclass(frozen=True, slots=True)
class IdentifierSpace:
    """One id space: `pattern` is what a valid code looks like, `predicate` what ties a record to one.

    `spellings` are the stems that other graphs write, `pages` those among them that lead to pages for people.
    `has_versions` says that codes may end in a version that the canonical IRI leaves out, `has_genes` that
    they are of genes.
    """

    prefix: str
    title: str
    stem: str
    pattern: re.Pattern[str]
    predicate: NamedNode
    spellings: tuple[str, ...]
    pages: tuple[str, ...]
    has_versions: bool
    has_genes: bool


@cache
def spaces() -> Mapping[str, IdentifierSpace]:
    """Return the id spaces by CURIE prefix."""
    store = Store()
    content = files("ontology").joinpath("bridge.ttl").read_bytes()
    store.load(content, format=RdfFormat.TURTLE)
    nodes = [quad.subject for quad in store.quads_for_pattern(None, TYPE, gl("IdentifierSpace"))]
    found = [_space(store, node) for node in nodes if isinstance(node, NamedNode)]
    return MappingProxyType({space.prefix: space for space in sorted(found, key=lambda s: s.prefix)})


def _space(store: Store, node: NamedNode) -> IdentifierSpace:
    def values(name: str) -> list[str]:
        objects = [quad.object for quad in store.quads_for_pattern(node, gl(name), None)]
        return sorted(o.value for o in objects if isinstance(o, Literal | NamedNode))

    def value(name: str) -> str:
        return values(name)[0]

    return IdentifierSpace(
        prefix=value("prefix"),
        title=value("spaceTitle"),
        stem=value("canonicalStem"),
        pattern=re.compile(value("codePattern")),
        predicate=NamedNode(value("claimPredicate")),
        spellings=tuple(sorted((*values("spelling"), *values("pageStem")))),
        pages=tuple(values("pageStem")),
        has_versions=value("versioned") == "true",
        has_genes=values("identifiesGenes") == ["true"],
    )


def split(curie: str) -> tuple[IdentifierSpace, str] | None:
    """Return the id space and the code of a CURIE; None if its prefix is not in the bridge.

    >>> space, code = split("kegg.genes:gga:552895")
    >>> space.prefix, code
    ('kegg.genes', 'gga:552895')
    """
    prefix, colon, code = curie.partition(":")
    space = spaces().get(prefix)
    return (space, code) if space and colon and code else None


def unversioned(space: IdentifierSpace, code: str) -> str:
    """Return a code without its version where the id space's canonical IRIs have none.

    >>> unversioned(spaces()["ensembl"], "ENSG00000158578.22")
    'ENSG00000158578'
    """
    return code.partition(".")[0] if space.has_versions else code


def is_valid(curie: str) -> bool:
    """Say whether a CURIE has a known prefix and a code that fits its id space's pattern.

    >>> is_valid("omim:301300"), is_valid("omim:30130"), is_valid("nowhere:1")
    (True, False, False)
    """
    found = split(curie)
    return bool(found and found[0].pattern.fullmatch(found[1]))


def iri(curie: str) -> NamedNode:
    """Return the canonical IRI of a valid CURIE.

    Raises:
        ValueError: the CURIE's prefix is unknown or its code does not fit the pattern.

    >>> iri("omim:301300").value
    'https://omim.org/entry/301300'
    """
    found = split(curie)
    if not found or not found[0].pattern.fullmatch(found[1]):
        raise ValueError(f"{curie} is not a valid identifier")
    space, code = found
    return NamedNode(space.stem + quote(unversioned(space, code), safe=_SAFE))


@cache
def _stems() -> Mapping[str, tuple[tuple[str, IdentifierSpace], ...]]:
    """Return the stems of each host, the longest first, with their id spaces."""
    found: defaultdict[str, list[tuple[str, IdentifierSpace]]] = defaultdict(list)
    for space in spaces().values():
        for stem in (space.stem, *space.spellings):
            found[_host(stem)].append((stem, space))
    return {host: tuple(sorted(items, key=lambda item: -len(item[0]))) for host, items in found.items()}


def _host(address: str) -> str:
    """Return the beginning of an IRI up to the slash behind its host."""
    return address[: address.find("/", len("https://")) + 1]


@lru_cache(maxsize=65536)
def curie(address: str) -> str | None:
    """Return the CURIE that an IRI spells, in our spelling or that of another graph; None if it is none.

    >>> curie("http://purl.uniprot.org/mim/301300"), curie("http://purl.obolibrary.org/obo/GO_0003870")
    ('omim:301300', 'GO:0003870')
    >>> curie("https://identifiers.org/mim:301300"), curie("https://identifiers.org/HGNC:397")
    ('omim:301300', 'hgnc:397')
    >>> curie("http://example.org/1")
    """
    for stem, space in _stems().get(_host(address), ()):
        if address.startswith(stem):
            code = unquote(address[len(stem) :])
            if space.pattern.fullmatch(code):
                return f"{space.prefix}:{code}"
    compact = _COMPACT.fullmatch(address)
    return _long_form(*compact.groups()) if compact else None


def _long_form(namespace: str, code: str) -> str | None:
    """Return the CURIE of a compact identifier of identifiers.org, by the longer IRIs that it has too."""
    folder = f"http://identifiers.org/{namespace.lower()}/"
    return curie(folder + code) or curie(f"{folder}{namespace}:{code}")
