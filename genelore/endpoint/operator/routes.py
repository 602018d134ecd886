"""The addresses of the operator's port."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from genelore import ledger, quarantine
from genelore.endpoint.job import ProblemError
from genelore.endpoint.negotiation import preferred
from genelore.endpoint.operations.routes import ROUTES as OPERATIONS
from genelore.endpoint.operator.order import Order, Verb
from genelore.endpoint.operator.publication import publication
from genelore.endpoint.operator.upload import receive
from genelore.endpoint.settings import Settings

_JSON = "application/json"
_TURTLE = "text/turtle"


async def add(request: Request) -> Response:
    """Store documents, or quarantine them, and tell what became of each and what the audit finds in it."""
    settings: Settings = request.app.state.settings
    has_report = preferred(request.headers.get("accept", ""), (_JSON, _TURTLE)) == _TURTLE
    with tempfile.TemporaryDirectory(prefix="genelore-") as files:
        names = await receive(request, Path(files))
        order = _order(settings, Verb.ADD, names, Path(files), has_report)
        answer = await _obeyed(request, order)
    refused = any("refusal" in document for document in answer["documents"])
    new = any(document["status"] == "stored" for document in answer["documents"])
    status = 422 if refused else 201 if new else 200
    report = answer.pop("report", "")
    if report and len(answer["documents"]) == 1:
        return Response(report, status, media_type=_TURTLE)
    return _written(answer, status)


async def remove(request: Request) -> Response:
    """Take a document out of the store and out of the consensus."""
    order = _order(request.app.state.settings, Verb.REMOVE, [request.path_params["name"]])
    answer = await _obeyed(request, order)
    if "missing" in answer:
        raise ProblemError(404, "No such document", f"The store has no {request.path_params['name']}.")
    return _written(answer)


async def _obeyed(request: Request, order: Order) -> dict[str, Any]:
    """Return what an order came to; if it changed the graph, when the change is served or that takes long."""
    answer: dict[str, Any] = await request.app.state.writer.obey(order)
    if "findings_in_all" in answer:
        answer |= await publication(request.app.state.site, order.folder)
    return answer


async def documents(request: Request) -> Response:
    """List the documents of the store."""
    path = request.app.state.settings.folder / "ledger.jsonl"
    entries = await run_in_threadpool(ledger.load, path, salvage=True)
    listed = [_listed(entries[name]) for name in sorted(entries)]
    return _written({"documents": listed})


def _listed(entry: ledger.Entry) -> dict[str, Any]:
    return {"name": entry.name, "sha256": entry.sha256, "graph": entry.graph, "quads": entry.quads}


async def refusals(request: Request) -> Response:
    """List the documents in quarantine, and why they are there."""
    found = await run_in_threadpool(quarantine.refusals, request.app.state.settings.folder)
    return _written({"quarantine": [asdict(refusal) for refusal in found]})


def _order(
    settings: Settings, verb: Verb, names: Sequence[str], files: Path = Path(), has_report: bool = False
) -> Order:
    return Order(
        verb, settings.folder.resolve(), settings.base, settings.policy, tuple(names), files, has_report
    )


def _written(members: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(members, ensure_ascii=False, indent=1) + "\n", status, media_type=_JSON)


async def on_problem(_: Request, error: Exception) -> Response:
    """Answer with what is wrong (RFC 9457)."""
    if not isinstance(error, ProblemError):
        raise error
    members = {"type": "about:blank", "title": error.title, "status": error.status, "detail": error.detail}
    return JSONResponse(members, error.status, dict(error.headers), "application/problem+json")


ROUTES: Sequence[BaseRoute] = (
    Route("/documents", documents, methods=["GET"]),
    Route("/documents", add, methods=["POST"]),
    Route("/documents/{name:path}", remove, methods=["DELETE"]),
    Route("/quarantine", refusals, methods=["GET"]),
    *OPERATIONS,
)
