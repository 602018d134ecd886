"""Stand-ins that are served, and the map that leads queries to them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from urllib.parse import urlencode

from genelore.standins.graphs import STANDINS, nquads
from genelore.standins.servers import oxigraph, virtuoso


class Engine(StrEnum):
    """The server that holds the stand-ins."""

    OXIGRAPH = "oxigraph"
    VIRTUOSO = "virtuoso"


@contextmanager
def serving(
    engine: Engine = Engine.OXIGRAPH, endpoints: Collection[str] | None = None
) -> Iterator[Mapping[str, str]]:
    """Serve stand-ins on loopback while the context lasts; give the address of each by its endpoint's IRI.

    Those of some endpoints alone where they are named, with or without a slash at the end; else all.

    Raises:
        NoServerError: the engine's program is not installed, or a server did not start.
    """
    wanted = None if endpoints is None else {iri.rstrip("/") for iri in endpoints}
    names = [name for name, each in STANDINS.items() if wanted is None or each.endpoint.rstrip("/") in wanted]
    with ExitStack() as stack:
        if engine is Engine.OXIGRAPH:
            addresses = [stack.enter_context(oxigraph(nquads(name))) for name in names]
        else:
            addresses = _views(stack.enter_context(virtuoso(b"".join(map(nquads, names)))), names)
        endpoint_of = [STANDINS[name].endpoint for name in names]
        yield dict(zip(endpoint_of, addresses, strict=True))


def _views(address: str, names: Sequence[str]) -> list[str]:
    """Return the addresses of several endpoints in one server: each sees its own graphs alone.

    A Virtuoso takes a quarter of a gigabyte, whatever it holds.
    """
    return [f"{address}?{_dataset(name)}" for name in names]


def _dataset(name: str) -> str:
    graphs = sorted(STANDINS[name].graphs())
    return urlencode([(key, iri) for key in ("default-graph-uri", "named-graph-uri") for iri in graphs])
