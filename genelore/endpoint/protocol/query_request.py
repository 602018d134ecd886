"""What a request asks: the query operation of the SPARQL 1.1 Protocol, section 2.1."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from starlette.requests import Request

from genelore.endpoint.job import Job, ProblemError
from genelore.endpoint.protocol.media import heeded

# What an address may have, in bytes; servers and proxies on the way allow no more with certainty.
MAX_ADDRESS = 16 * 1024
_MAX_FIELDS = 1000
_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
Fields: TypeAlias = Sequence[tuple[str, str]]


def fields_of(request: Request) -> Fields:
    """Return the parameters of the address, decoded once.

    Raises:
        ProblemError: they are not UTF-8, or too many.
    """
    return _decoded(request.scope["query_string"])


async def query_job(request: Request) -> Job:
    """Return the job of answering a request's query.

    Raises:
        ProblemError: there is not exactly one query, or it is an update, or not sent as the protocol says.
    """
    fields = [*fields_of(request)]
    if request.method == "POST":
        fields += await _posted(request)
    return job_of(fields, preferences(request, fields))


def job_of(fields: Fields, wanted: Fields) -> Job:
    """Return the job of answering the query among the fields of a request, as the client wants it.

    Raises:
        ProblemError: there is not exactly one query, or it is an update.
    """
    if any(name in {"update", "using-graph-uri", "using-named-graph-uri"} for name, _ in fields):
        raise ProblemError(400, "No updates here", "This address answers queries and has no way to write.")
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        raise ProblemError(400, "One query is needed", f"The request has {len(queries)} 'query' parameters.")
    kept = [(n, v) for n, v in fields if n in {"query", "default-graph-uri", "named-graph-uri"}]
    return Job("sparql", (*kept, *wanted))


def plain_job(scope: Mapping[str, Any], headers: Mapping[bytes, bytes]) -> Job | None:
    """Return the job of a request that is nothing but a query by GET; None if somebody must look closer."""
    is_long = len(scope["query_string"]) + len(scope["path"]) > MAX_ADDRESS
    is_plain = scope["method"] == "GET" and scope["path"] == "/sparql" and not is_long
    if not is_plain or b"if-none-match" in headers or len(headers) < len(scope["headers"]):
        return None
    try:
        fields = _decoded(scope["query_string"])
        return job_of(fields, _wishes(headers.get(b"accept", b"").decode("latin-1"), fields))
    except ProblemError:
        return None


def preferences(request: Request, fields: Fields) -> Fields:
    """Return how the client wants its answer: the Accept header, and `format` which overrides it."""
    wishes = _wishes(request.headers.get("accept", ""), fields)
    suffix = request.path_params.get("suffix")
    return wishes if suffix is None else (wishes[0], ("format", suffix))


def _wishes(accept: str, fields: Fields) -> Fields:
    named = next((value for name, value in fields if name == "format"), "")
    return ("accept", accept), ("format", heeded(named, accept))


async def _posted(request: Request) -> Fields:
    media, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = media.strip().lower()
    if kind not in {_FORM, _DIRECT}:
        raise ProblemError(415, "Unsupported media type", f"A query is posted as {_DIRECT} or as {_FORM}.")
    if "charset" in parameters.lower() and "utf-8" not in parameters.lower():
        raise ProblemError(415, "Unsupported character encoding", "A query is sent as UTF-8.")
    content = await body(request, request.app.state.settings.body_size)
    return [("query", _text(content))] if kind == _DIRECT else _decoded(content)


async def body(request: Request, most: int) -> bytes:
    """Return what was posted.

    Raises:
        ProblemError: it has more than `most` bytes.
    """
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > most:
            raise ProblemError(413, "Too long", f"A request may have {most:,} bytes.")
    return bytes(content)


def _decoded(content: bytes) -> Fields:
    try:
        return parse_qsl(_text(content), keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS)
    except UnicodeDecodeError as error:
        raise ProblemError(400, "Not UTF-8", "A percent-encoded character is not UTF-8.") from error
    except ValueError as error:
        raise ProblemError(400, "Too many parameters", f"At most {_MAX_FIELDS} are read.") from error


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProblemError(400, "Not UTF-8", f"Byte {error.start} of the request is not UTF-8.") from error
