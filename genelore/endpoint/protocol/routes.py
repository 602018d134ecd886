"""The addresses of the protocol."""

from collections.abc import Sequence
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from genelore.endpoint.front import reply
from genelore.endpoint.job import Job, ProblemError
from genelore.endpoint.negotiation import preferred
from genelore.endpoint.protocol.limits import limits
from genelore.endpoint.protocol.media import DATASET_TYPES, GRAPH_TYPES, HTML, TRIPLE_TYPES, chosen
from genelore.endpoint.protocol.query_request import Fields, fields_of, preferences, query_job


async def sparql(request: Request) -> Response:
    """Answer a query; without one, show people the editor and describe the service to programs."""
    if request.method == "OPTIONS":
        return Response(None, 204, {"Allow": "GET, HEAD, POST, OPTIONS"})
    fields = fields_of(request)
    names = {name for name, _ in fields}
    if request.method == "POST" or names & {"query", "update"}:
        return await reply(request, await query_job(request))
    is_person = preferred(request.headers.get("accept", ""), [*TRIPLE_TYPES, HTML]) == HTML
    # What others hang on to links, "?utm_source=...", says nothing.
    if is_person and "format" not in names and "suffix" not in request.path_params:
        return RedirectResponse("/editor", 303, {"Vary": "Accept"})
    told = [("limit", limit) for limit in limits(request.app.state.settings)]
    return await reply(request, Job("service", (*told, *preferences(request, fields))))


async def graphs(request: Request) -> Response:
    """Answer with the graph of `?graph=`, the default graph of `?default`, or without either all graphs."""
    if request.method == "OPTIONS":
        return Response(None, 204, {"Allow": "GET, HEAD, OPTIONS"})
    fields = fields_of(request)
    named = [(name, value) for name, value in fields if name in {"graph", "default"}]
    if len(named) > 1:
        raise ProblemError(400, "One graph at a time", "Give either graph=IRI, once, or default.")
    if not named:
        return await reply(request, _dump(request, (), DATASET_TYPES))
    if named[0] == ("graph", ""):
        raise ProblemError(400, "Not an IRI", "A graph is named by an absolute IRI.")
    return await reply(request, _dump(request, named, GRAPH_TYPES))


async def data(request: Request) -> Response:
    """Answer with all graphs."""
    return await reply(request, _dump(request, (), DATASET_TYPES))


def _dump(request: Request, named: Fields, offered: tuple[str, ...]) -> Job:
    """Return the job of a dump, which is the same for all that want it in the same format."""
    wanted = dict(preferences(request, fields_of(request)))
    media = chosen(wanted["accept"], wanted["format"], offered)
    return Job("graph" if named else "dataset", (*named, ("format", media)))


async def void(request: Request) -> Response:
    """Answer with the description of the dataset."""
    return await reply(request, Job("void", tuple(preferences(request, fields_of(request)))))


async def _style(_: Request) -> Response:
    content = files("genelore.endpoint.protocol").joinpath("static/result.css").read_bytes()
    return Response(content, 200, {"Cache-Control": "no-cache"}, "text/css")


ROUTES: Sequence[BaseRoute] = (
    Route("/sparql", sparql, methods=["GET", "POST", "OPTIONS"]),
    Route("/sparql/", sparql, methods=["GET", "POST", "OPTIONS"]),
    Route("/sparql.{suffix}", sparql, methods=["GET", "POST"]),
    Route("/graphs", graphs, methods=["GET", "OPTIONS"]),
    Route("/data", data, methods=["GET"]),
    Route("/data.{suffix}", data, methods=["GET"]),
    Route("/static/protocol/result.css", _style, methods=["GET"]),
    Route("/.well-known/void", void, methods=["GET"]),
    Route("/.well-known/void.{suffix}", void, methods=["GET"]),
)
