"""One federated query, asked by one engine in this process.

usage: python -m benchmarks.federated.asking ENGINE DATA QUERY [LOGICAL=ADDRESS ...]

DATA is a file of N-Triples. It prints JSON: `seconds` that the query took, loading not counted, and
`result` as SPARQL 1.1 Query Results JSON.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import rdflib
from pyoxigraph import QueryBoolean, QueryResultsFormat, QueryTriples, RdfFormat

from genelore.federation import load, run
from genelore.federation.registry import Registry
from genelore.federation.writing import write
from genelore.results import ResultFormat


def by_genelore(data: Path, query: str, mappings: Sequence[str]) -> dict[str, object]:
    """Ask by our own engine; the pauses that public endpoints want are left out."""
    store, registry = _store(data), _without_pauses(load(mappings))
    start = time.perf_counter()
    answer = run(query, store, registry)
    result = write(answer, ResultFormat.JSON).decode()
    return {"seconds": time.perf_counter() - start, "result": result}


def _without_pauses(registry: Registry) -> Registry:
    eager = {iri: replace(endpoint, pause=0.0) for iri, endpoint in registry.endpoints.items()}
    return Registry(eager, registry.addresses)


def by_pyoxigraph(data: Path, query: str, _: Sequence[str]) -> dict[str, object]:
    """Ask by pyoxigraph's own SERVICE."""
    store = _store(data)
    start = time.perf_counter()
    answer = store.query(query)
    assert not isinstance(answer, QueryTriples | QueryBoolean)
    result = (answer.serialize(format=QueryResultsFormat.JSON) or b"").decode()
    return {"seconds": time.perf_counter() - start, "result": result}


def by_rdflib(data: Path, query: str, _: Sequence[str]) -> dict[str, object]:
    """Ask by rdflib's own SERVICE."""
    graph = rdflib.Graph().parse(data, format="nt")
    start = time.perf_counter()
    result = (graph.query(query).serialize(format="json") or b"").decode()
    return {"seconds": time.perf_counter() - start, "result": result}


def _store(data: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(path=str(data), format=RdfFormat.N_TRIPLES)
    return store


ENGINES: Mapping[str, Callable[[Path, str, Sequence[str]], dict[str, object]]] = {
    "genelore": by_genelore,
    "pyoxigraph": by_pyoxigraph,
    "rdflib": by_rdflib,
}


def main() -> None:
    """Ask as the command line says."""
    engine, data, query, *mappings = sys.argv[1:]
    print(json.dumps(ENGINES[engine](Path(data), Path(query).read_text(encoding="utf-8"), mappings)))


if __name__ == "__main__":
    main()
