"""The addresses of the editor: its page, what it completes with, and its scripts and styles."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from genelore.endpoint import front
from genelore.endpoint.job import Job

# A longer request line is refused by some servers on the way; what is longer stays a POST.
MAX_LINK = 6000
_STATIC = Path(__file__).with_name("static")


class _Files(StaticFiles):
    """Files that a browser keeps, asking each time whether they still hold; packed for those who unpack."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        takes_packed = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        is_packed = takes_packed and (_STATIC / f"{path}.gz").is_file()
        response = await super().get_response(f"{path}.gz" if is_packed else path, scope)
        if is_packed:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Cache-Control"] = "no-cache"
        response.headers.add_vary_header("Accept-Encoding")
        return response


async def _page(request: Request) -> Response:
    return await front.reply(request, Job("editor", (("query", request.query_params.get("query", "")),)))


async def _completions(request: Request) -> Response:
    return await front.reply(request, Job("completions"))


async def _run(request: Request) -> Response:
    """Send a form's query where it is answered: as a link if it is short enough for one, else as it came."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > MAX_LINK:
        return RedirectResponse("/sparql", 307)
    fields = parse_qsl((await request.body()).decode("utf-8", "replace"))
    return RedirectResponse(f"/sparql?{urlencode([field for field in fields if field[1]])}", 303)


ROUTES: Sequence[BaseRoute] = (
    Route("/editor", _page, methods=["GET"]),
    Route("/editor", _run, methods=["POST"]),
    Route("/editor/completions.json", _completions, methods=["GET"]),
    Mount("/static/editor", _Files(directory=_STATIC)),
)
