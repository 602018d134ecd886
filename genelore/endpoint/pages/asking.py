"""The front page, search, genes, source kinds and the page about the site: requests made into jobs."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from genelore.endpoint import front
from genelore.endpoint.job import Job, ProblemError
from genelore.endpoint.pages.twins import FORMS, HTML, Form, negotiated
from genelore.endpoint.protocol.media import TRIPLE_TYPES, chosen
from genelore.endpoint.settings import Settings

# Only so much of what is typed is looked for.
_LONGEST = 400
# What the site itself is in RDF, and the ends of the addresses of its formats.
_DESCRIPTION = "/.well-known/void"
_DESCRIBED = ("html", "ttl", "nt", "jsonld", "json")


async def front_page(request: Request) -> Response:
    """Show what is in the graph."""
    return await _described(request, Job("front"))


async def about(request: Request) -> Response:
    """Show licences, reference tables, policy and limits."""
    return await _described(request, Job("about", _limits(request.app.state.settings)))


async def about_as(request: Request) -> Response:
    """Show the page about the site in the format that its address names."""
    suffix = str(request.path_params["suffix"])
    if suffix not in _DESCRIBED:
        raise ProblemError(404, "There is nothing of this name", f"There are {', '.join(_DESCRIBED)}.")
    if suffix == HTML.suffix:
        return await front.reply(request, Job("about", _limits(request.app.state.settings)))
    return RedirectResponse(f"{_DESCRIPTION}?format={suffix}", 303)


async def _described(request: Request, job: Job) -> Response:
    """Show a page of the site itself; in RDF the site is what the description of the dataset says.

    Raises:
        ProblemError: 406 for a client that wants neither.
    """
    offered = (HTML.media, *TRIPLE_TYPES)
    if chosen(request.headers.get("accept", ""), "", offered) == HTML.media:
        return await front.reply(request, job)
    return RedirectResponse(_DESCRIPTION, 303, {"Vary": "Accept"})


async def search(request: Request) -> Response:
    """Show what a text may mean."""
    return await front.reply(request, Job("search", (*_typed(request), *_asked(request, "all"))))


async def suggest(request: Request) -> Response:
    """Answer with a few things that a text may mean, as it is being typed."""
    return await front.reply(request, Job("suggest", _typed(request)))


async def gene(request: Request) -> Response:
    """Show a gene."""
    form = _preferred(request)
    wanted = (("curie", str(request.path_params["curie"])[:_LONGEST]), ("form", form.suffix if form else ""))
    return await front.reply(request, Job("gene", wanted))


async def genes(request: Request) -> Response:
    """Show all genes."""
    form = FORMS.get(str(request.path_params.get("suffix", ""))) or _preferred(request)
    wanted = ("form", form.suffix if form else "")
    return await front.reply(request, Job("genes", (*_asked(request, "page"), wanted)))


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


def _preferred(request: Request) -> Form | None:
    """Return the format that is asked for, else the one that the client likes best."""
    return FORMS.get(request.query_params.get("format", "")) or negotiated(request.headers.get("accept", ""))


def _typed(request: Request) -> tuple[tuple[str, str], ...]:
    return (("q", request.query_params.get("q", "")[:_LONGEST]),)


def _asked(request: Request, name: str) -> tuple[tuple[str, str], ...]:
    value = request.query_params.get(name, "")[:_LONGEST]
    return ((name, value),) if value else ()


ROUTES: Sequence[BaseRoute] = (
    Route("/", front_page, methods=["GET"]),
    Route("/about", about, methods=["GET"]),
    Route("/about.{suffix}", about_as, methods=["GET"]),
    Route("/search", search, methods=["GET"]),
    Route("/search.json", suggest, methods=["GET"]),
    Route("/genes", genes, methods=["GET"]),
    Route("/genes.{suffix}", genes, methods=["GET"]),
    Route("/gene/{curie:path}", gene, methods=["GET"]),
    Route("/source-kind/{kind}", source_kind, methods=["GET"]),
)
