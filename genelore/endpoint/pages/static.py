"""Style and scripts of the pages: each at an address that holds the hash of its content."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

_MEDIA = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file that never changes under its address."""

    content: bytes
    media: str
    digest: str


@cache
def _static_files() -> Mapping[str, StaticFile]:
    found = {}
    for path in files("genelore.endpoint.pages").joinpath("static").iterdir():
        suffix = path.name.rpartition(".")[2]
        if suffix in _MEDIA:
            content = path.read_bytes()
            found[path.name] = StaticFile(content, _MEDIA[suffix], hashlib.sha256(content).hexdigest()[:12])
    return MappingProxyType(found)


def address(name: str) -> str:
    """Return where a static file is served.

    Raises:
        KeyError: there is no such file.
    """
    return f"/static/{_static_files()[name].digest}/{name}"


async def serve(request: Request) -> Response:
    """Answer with a static file; an address of an older version gets the newest, which is not to be kept."""
    found = _static_files().get(request.path_params["name"])
    if not found:
        return PlainTextResponse("There is no such file.\n", 404)
    kept = _FOREVER if request.path_params["digest"] == found.digest else "no-cache"
    headers = {"Cache-Control": kept, "ETag": f'"{found.digest}"', "X-Content-Type-Options": "nosniff"}
    if found.digest in request.headers.get("if-none-match", ""):
        return Response(None, 304, headers)
    return Response(found.content, 200, headers, found.media)
