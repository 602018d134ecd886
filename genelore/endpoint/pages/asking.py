"""The front page, search, genes, source kinds and the page about the site: requests made into jobs."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from genelore.endpoint import front
from genelore.endpoint.job import Job
from genelore.endpoint.pages.twins import FORMS, negotiated
from genelore.endpoint.settings import Settings

# Only so much of what is typed is looked for.
_LONGEST = 400


async def front_page(request: Request) -> Response:
    """Show what is in the graph."""
    return await front.reply(request, Job("front"))


async def about(request: Request) -> Response:
    """Show licences, reference tables, policy and limits."""
    return await front.reply(request, Job("about", _limits(request.app.state.settings)))


async def search(request: Request) -> Response:
    """Show what a text may mean."""
    return await front.reply(request, Job("search", (*_typed(request), *_asked(request, "all"))))


async def suggest(request: Request) -> Response:
    """Answer with a few things that a text may mean, as it is being typed."""
    return await front.reply(request, Job("suggest", _typed(request)))


async def gene(request: Request) -> Response:
    """Show a gene."""
    form = FORMS.get(request.query_params.get("format", "")) or negotiated(request.headers.get("accept", ""))
    wanted = (("curie", str(request.path_params["curie"])[:_LONGEST]), ("form", form.suffix if form else ""))
    return await front.reply(request, Job("gene", wanted))


async def genes(request: Request) -> Response:
    """Show all genes."""
    return await front.reply(request, Job("genes", _asked(request, "page")))


async def source_kind(request: Request) -> Response:
    """Show how right a source kind is."""
    return await front.reply(request, Job("source-kind", (("kind", str(request.path_params["kind"])),)))


def _limits(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return the limits of the server in words."""
    return (
        ("Time for one answer", f"{settings.deadline:g} seconds"),
        ("Memory for one answer", f"{settings.memory >> 20:,} MiB"),
        ("Largest answer", f"{settings.result >> 20:,} MiB"),
        ("Answers at once", f"{settings.workers}"),
        ("Requests that may wait", f"{settings.queue}"),
    )


def _typed(request: Request) -> tuple[tuple[str, str], ...]:
    return (("q", request.query_params.get("q", "")[:_LONGEST]),)


def _asked(request: Request, name: str) -> tuple[tuple[str, str], ...]:
    value = request.query_params.get(name, "")[:_LONGEST]
    return ((name, value),) if value else ()


ROUTES: Sequence[BaseRoute] = (
    Route("/", front_page, methods=["GET"]),
    Route("/about", about, methods=["GET"]),
    Route("/search", search, methods=["GET"]),
    Route("/search.json", suggest, methods=["GET"]),
    Route("/genes", genes, methods=["GET"]),
    Route("/gene/{curie:path}", gene, methods=["GET"]),
    Route("/source-kind/{kind}", source_kind, methods=["GET"]),
)
