"""The jobs of the editor, done in workers."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pyoxigraph
from jinja2 import ChoiceLoader, Environment, PackageLoader

from genelore.endpoint.editor import policy
from genelore.endpoint.editor.completions import completions
from genelore.endpoint.editor.examples import federated, local
from genelore.endpoint.handler import Handler
from genelore.endpoint.job import Job, Reply
from genelore.endpoint.pages import rendering
from genelore.endpoint.site import Site
from ontology.prefixes import declared

FIRST = "SELECT *\nWHERE {\n  ?subject ?property ?value .\n}\nLIMIT 20\n"
_VENDOR = Path(__file__).with_name("static") / "vendor"


def _page(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Make the editor's page; without the script of the editor it is a plain form."""
    shown = (
        _environment()
        .get_template("editor.html")
        .render(
            site=site,
            twins=(),
            linked_data="",
            asked="",
            query=declared(job.first("query") or FIRST),
            linked=bool(job.first("query")),
            groups=local(store, site),
            federated=federated(store, site),
            scripted=(_VENDOR / "LICENSES.txt").is_file(),
        )
    )
    return Reply(200, rendering.HTML, shown.encode(), (("Content-Security-Policy", policy.POLICY),))


@cache
def _environment() -> Environment:
    pages = rendering.environment()
    loaders = [loader for loader in (PackageLoader("genelore.endpoint.editor"), pages.loader) if loader]
    return pages.overlay(loader=ChoiceLoader(loaders))


def _completions(store: pyoxigraph.Store, site: Site, _: Job) -> Reply:
    content = json.dumps(completions(store, site), ensure_ascii=False, separators=(",", ":"))
    return Reply(200, "application/json", content.encode())


HANDLERS: Mapping[str, Handler] = {"editor": _page, "completions": _completions}
