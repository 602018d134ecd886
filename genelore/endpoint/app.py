"""A small read-only SPARQL 1.1 endpoint: queries by GET and both ways of POST, nothing else.

It has no code path for updates; SERVICE is refused, and LOAD is an update.
"""

from pathlib import Path
from urllib.parse import parse_qsl

from pyoxigraph import QueryBoolean, QueryTriples, Store
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from genelore.endpoint.negotiation import preferred
from genelore.generation import current, open_current
from genelore.results import Answer, Dataset, QueryError, ResultFormat, answer, write

MAX_QUERY = 1024 * 1024
_ROW_TYPES = {
    "application/sparql-results+json": ResultFormat.JSON,
    "application/json": ResultFormat.JSON,
    "application/sparql-results+xml": ResultFormat.XML,
    "application/xml": ResultFormat.XML,
    "text/csv": ResultFormat.CSV,
    "text/tab-separated-values": ResultFormat.TSV,
}
_TRIPLE_TYPES = {
    "text/turtle": ResultFormat.TURTLE,
    "application/n-triples": ResultFormat.NTRIPLES,
    "application/ld+json": ResultFormat.JSONLD,
    "application/rdf+xml": ResultFormat.RDFXML,
}
_ASK_TYPES = ("application/sparql-results+json", "application/json", "application/sparql-results+xml")
_HEADERS = {"Vary": "Accept", "Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff"}


class Endpoint:
    """Queries over the current generation of one store folder."""

    def __init__(self, folder: Path) -> None:
        """Serve the store of this folder; it need not exist until the first query."""
        self._folder = folder
        self._opened: tuple[Path, Store] | None = None

    async def sparql(self, request: Request) -> Response:
        """Answer one query."""
        query, dataset = await _asked(request)
        return await run_in_threadpool(self._answer, query, dataset, request.headers.get("accept", ""))

    def _answer(self, query: str, dataset: Dataset, accept: str) -> Response:
        try:
            result = answer(self._current(), query, dataset)
            media, form = _format(result, accept)
            content = write(result, form)
        except QueryError as error:
            return PlainTextResponse(f"{error}\n", 400, _HEADERS)
        return Response(content, media_type=media, headers=_HEADERS)

    def _current(self) -> Store:
        generation = current(self._folder)
        if self._opened is None or self._opened[0] != generation:
            self._opened = generation, open_current(self._folder)
        return self._opened[1]

    def app(self) -> Starlette:
        """Return the ASGI application."""
        routes = [
            Route("/sparql", self.sparql, methods=["GET", "POST"]),
            Route("/health", _health, methods=["GET"]),
        ]
        return Starlette(routes=routes)


async def _health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


async def _asked(request: Request) -> tuple[str, Dataset]:
    fields = [*request.query_params.multi_items()]
    if request.method == "POST":
        content = await _body(request)
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media == "application/sparql-query":
            fields.append(("query", _text(content)))
        elif media == "application/x-www-form-urlencoded":
            fields.extend(parse_qsl(_text(content), keep_blank_values=True))
        else:
            raise HTTPException(415, f"a query cannot be posted as {media or 'nothing'}")
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        raise HTTPException(400, f"one query is needed, {len(queries)} were given")
    return queries[0], Dataset(_all(fields, "default-graph-uri"), _all(fields, "named-graph-uri"))


async def _body(request: Request) -> bytes:
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > MAX_QUERY:
            raise HTTPException(413, f"a query may have {MAX_QUERY} bytes")
    return content


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the query is not UTF-8") from error


def _all(fields: list[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in fields if name == wanted)


def _format(result: Answer, accept: str) -> tuple[str, ResultFormat]:
    types = _TRIPLE_TYPES if isinstance(result, QueryTriples) else _ROW_TYPES
    offered = _ASK_TYPES if isinstance(result, QueryBoolean) else tuple(types)
    media = preferred(accept, offered)
    if media is None:
        raise HTTPException(406, f"offered: {', '.join(offered)}")
    return media, types[media]
