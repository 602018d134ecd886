"""Every IRI that we mint, served: it leads to a page or to one of its twins, as the client likes best."""

from collections.abc import Sequence
from importlib.resources import files
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from genelore.audit.model import Judgement
from genelore.endpoint import front
from genelore.endpoint.job import Job
from genelore.endpoint.pages.twins import FORMS, negotiated
from genelore.endpoint.settings import Settings

_VERDICTS = frozenset(Judgement)
# No name of a term is longer.
_LONGEST = 400


async def thing(request: Request) -> Response:
    """Answer for an IRI that begins with our base, or for one of its twins."""
    path = _path(request)
    return await front.reply(request, Job("thing", (("path", path), *_wishes(request))))


async def term(request: Request) -> Response:
    """Answer for a term, publication, disease or other entity that is called by its CURIE."""
    curie = str(request.path_params["curie"])[:_LONGEST]
    return await front.reply(request, Job("term", (("curie", curie), *_wishes(request))))


async def resolve(request: Request) -> Response:
    """Lead from an IRI or a CURIE, however it is spelled, to its page here."""
    asked = request.query_params.get("iri", "").strip()
    return await front.reply(request, Job("resolve", (("iri", asked),)))


async def anything(request: Request) -> Response:
    """Show what the graph says of an IRI that has no page of its own."""
    asked = request.query_params.get("iri", "").strip()
    return await front.reply(request, Job("anything", (("iri", asked), *_wishes(request))))


async def context(_: Request) -> Response:
    """Answer with the JSON-LD context of the vocabulary."""
    return Response(
        files("ontology").joinpath("context.jsonld").read_bytes(), 200, None, "application/ld+json"
    )


def _wishes(request: Request) -> tuple[tuple[str, str], ...]:
    """Return the wanted format, empty if none of ours is accepted, and the verdict that is asked for."""
    asked = FORMS.get(request.query_params.get("format", ""))
    form = asked or negotiated(request.headers.get("accept", ""))
    verdict = request.query_params.get("verdict", "")
    chosen = (("verdict", verdict),) if verdict in _VERDICTS else ()
    insists = (("insists", "yes"),) if asked else ()
    settings: Settings = request.app.state.settings
    return (("form", form.suffix if form else ""), *insists, *chosen, ("text", settings.texts.value))


def _path(request: Request) -> str:
    """Return the path as our IRIs write it, however the client has encoded it.

    A slash that is encoded is part of a name and stays so. Two at the beginning would name another host.
    """
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    segments = raw.partition(b"?")[0].decode("ascii", "replace").lstrip("/").split("/")
    return "/".join(quote(unquote(segment), safe="") for segment in segments)


ROUTES: Sequence[BaseRoute] = (
    Route("/resolve", resolve),
    Route("/thing", anything),
    Route("/term/{curie:path}", term),
    Route("/context.jsonld", context),
    Route("/{path:path}", thing),
)
