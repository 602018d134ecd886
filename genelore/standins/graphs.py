"""The stand-ins by name, and the endpoint that each stands for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from genelore.standins import bgee, ensembl, oma, orthodb, rhea, uniprot, wikidata


@dataclass(frozen=True, slots=True)
class Standin:
    """What stands for an endpoint: its IRI as queries name it, and the quads that it is to hold."""

    endpoint: str
    quads: Callable[[], Iterable[Quad]]

    def graphs(self) -> frozenset[str]:
        """Return the names of its graphs."""
        return frozenset(
            quad.graph_name.value for quad in self.quads() if isinstance(quad.graph_name, NamedNode)
        )


STANDINS: Mapping[str, Standin] = {
    "bgee": Standin(bgee.ENDPOINT, bgee.quads),
    "ensembl": Standin(ensembl.ENDPOINT, ensembl.quads),
    "oma": Standin(oma.ENDPOINT, oma.quads),
    "orthodb": Standin(orthodb.ENDPOINT, orthodb.quads),
    "rhea": Standin(rhea.ENDPOINT, rhea.quads),
    "uniprot": Standin(uniprot.ENDPOINT, uniprot.quads),
    "wikidata": Standin(wikidata.ENDPOINT, wikidata.quads),
}


def nquads(name: str) -> bytes:
    """Return a stand-in as N-Quads, sorted, each quad once.

    Raises:
        KeyError: no stand-in has this name.
    """
    lines = serialize(STANDINS[name].quads(), format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(set(lines.splitlines(keepends=True))))
