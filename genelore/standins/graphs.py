"""The stand-ins by name of the endpoint that each stands for."""

from collections.abc import Callable, Iterable, Mapping

from pyoxigraph import Quad, RdfFormat, serialize

from genelore.standins import bgee, ensembl, oma, orthodb, rhea, uniprot, wikidata

STANDINS: Mapping[str, Callable[[], Iterable[Quad]]] = {
    "bgee": bgee.quads,
    "ensembl": ensembl.quads,
    "oma": oma.quads,
    "orthodb": orthodb.quads,
    "rhea": rhea.quads,
    "uniprot": uniprot.quads,
    "wikidata": wikidata.quads,
}


def nquads(name: str) -> bytes:
    """Return a stand-in as N-Quads, sorted, each quad once.

    Raises:
        KeyError: no stand-in has this name.
    """
    lines = serialize(STANDINS[name](), format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(set(lines.splitlines(keepends=True))))
