"""What a typed text means: whatever the index finds, however it is spelled and whatever stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.addresses import address
from genelore.endpoint.pages.gene.lookup import kept_as
from genelore.endpoint.pages.resolving import where
from genelore.endpoint.pages.search.collecting import index
from genelore.endpoint.pages.search.index import STRONG, Entry, Hit, Index
from genelore.endpoint.pages.search.misspelling import respelled
from genelore.endpoint.pages.search.reading import readings, species, words
from genelore.endpoint.site import Site
from genelore.publish.spelling import spelled
from ontology import bridge, reference
from ontology.reference import Gene
from ontology.reference.tables import table
from ontology.reference.words import symbol_key

# Words and genes beyond these numbers tell nobody anything.
_WORDS = 8
_GENES, _GUESSES = 5, 3
_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, and the one that is meant for sure, if one is; `known` is what the reference alone knows.

    `is_guess` says that nothing is called so: the hits are called nearly so.
    """

    hits: tuple[Hit, ...]
    meant: Hit | None = None
    known: tuple[str, ...] = ()
    is_guess: bool = False


def found(store: pyoxigraph.Store, site: Site, asked: str, limit: int) -> Found:
    """Return what a text may mean, the best first."""
    made = index(store, site)
    ours = _of_this_site(store, site, made, asked.strip())
    if ours:
        return Found((ours,), ours)
    literal = made.find(spelled(asked.strip()), limit)
    for reading in readings(asked):
        hits = made.find(spelled(reading), limit)
        if hits and hits[0].rank <= 1:
            return Found(_once([*hits, *literal])[:limit], _meant(hits, species(asked)))
    there = _elsewhere(store, site, asked.strip())
    if there:
        return Found((there,), there)
    kept, known = _of_reference(store, site, made, asked)
    every, some = _of_words(made, asked, limit)
    hits = [*kept, *every, *literal, *made.find_words(words(asked), limit)] or some
    if hits or known:
        return Found(_once(hits)[:limit], None, known)
    return Found(tuple(made.near(readings(asked)[-1], limit)) if readings(asked) else (), is_guess=True)


def _of_words(made: Index, asked: str, limit: int) -> tuple[list[Hit], list[Hit]]:
    """Return the genes that a text lists, if each of its words is one, and what any of the words is."""
    found = [made.find(spelled(word), limit) for word in words(asked)[:_WORDS]]
    exact = [[hit for hit in hits if hit.rank <= 1] for hits in found]
    some = [hit for hits in exact for hit in hits]
    is_list = exact[1:] and all(any(hit.entry.kind == "gene" for hit in hits) for hits in exact)
    return [hit for hit in some if hit.entry.kind == "gene"] if is_list else [], some


def _once(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    best: dict[Entry, Hit] = {}
    for hit in hits:
        best.setdefault(hit.entry, hit)
    return tuple(best.values())


def _meant(hits: Sequence[Hit], wanted: str) -> Hit | None:
    """Return the one hit that is meant for sure; of another species than the one that is named none is."""
    sure = [hit for hit in hits if hit.rank == 0 and hit.role in STRONG]
    exact = sure or [hit for hit in hits if hit.rank <= 1]
    if wanted:
        exact = [hit for hit in hits if hit.rank <= 1 and hit.entry.note.startswith(wanted)]
    return exact[0] if len({hit.entry.address for hit in exact}) == 1 else None


def _of_this_site(store: pyoxigraph.Store, site: Site, made: Index, asked: str) -> Hit | None:
    """Return what an IRI of ours or an address of this site leads to, with a scheme or without."""
    bare = _without_scheme(asked)
    for stem in (site.base, site.public):
        if bare.startswith(_without_scheme(stem)):
            path = bare.removeprefix(_without_scheme(stem)).partition("?")[0]
            return _there(made, where(store, site, stem + path), asked)
    return None


def _without_scheme(text: str) -> str:
    return text.removeprefix(_SCHEMES[0]).removeprefix(_SCHEMES[1])


def _elsewhere(store: pyoxigraph.Store, site: Site, asked: str) -> Hit | None:
    """Return the page of an IRI or CURIE that the index has not: of a thing, or a term of the reference."""
    target = where(store, site, spelled(asked))
    return None if not target or target.startswith("/gene/") else _there(index(store, site), target, asked)


def _there(made: Index, target: str, asked: str) -> Hit:
    entry = made.at(target.partition("#")[0]) or Entry("page", asked, "", target)
    return Hit(Entry(entry.kind, entry.label, entry.note, target), asked, "identifier", 0)


def _of_reference(
    store: pyoxigraph.Store, site: Site, made: Index, asked: str
) -> tuple[list[Hit], tuple[str, ...]]:
    """Return what the reference knows by a name: what the graph has of it as hits, the rest in words."""
    genes: dict[Gene, str] = {}
    for reading in map(spelled, readings(asked)):
        named = {match.gene: match.kind.replace("_", " ") for match in reference.genes_named(reading)}
        genes |= dict.fromkeys(reference.genes_identified(reading), "identifier") or named
    hits, known = [], []
    for gene, role in genes.items():
        entry = made.at(address(site, kept_as(store, bridge.iri(gene.curie).value)))
        if entry:
            hits.append(Hit(entry, asked, role, 1))
        else:
            known.append(in_words(gene))
    return hits, tuple(known[:_GENES])


def in_words(gene: Gene) -> str:
    """Return a gene of the reference as one says it: symbol, name, identifier."""
    return f"{gene.symbol}{', ' + gene.name if gene.name else ''} ({gene.curie})"


def nearly_known(asked: str) -> tuple[str, ...]:
    """Return the genes of the reference whose symbol a text nearly is, in words."""
    text = readings(asked)[-1:] or ("",)
    keys = [key for key in respelled(symbol_key(text[0])) if table("gene_names").row(key)]
    matches = (match for key in keys for match in reference.genes_named(key) if match.kind == "symbol")
    return tuple(dict.fromkeys(in_words(match.gene) for match in matches))[:_GUESSES]
