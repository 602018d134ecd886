"""Every IRI that the graph mints is served, as a page and in each format of RDF."""

import json
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat

from genelore.endpoint.pages.twins import FORMS
from genelore.generation import open_current
from genelore.tombstones import Tombstone, append
from ontology.terms import BASE
from tests.genelore.endpoint.pages.markup import read
from tests.genelore.endpoint.protocol.server import Answer, Request, ask, served

CLAIM = "claim/155f56435a320c23b73b"
POST = "document/7cad29aaa7893896"
GONE = f"{BASE}document/00112233445566aa"
REMOVED = f"{BASE}document/00112233445566bb"
SYNTAXES = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
}
# IRIs of one kind that are tried.
TRIED = 2


@pytest.fixture(scope="module")
def folder(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("site") / "store"
    shutil.copytree(seed_store, copy, symlinks=True)
    append(copy, [Tombstone(GONE, "seeds/alas2-wikipedia.md", "0" * 64, f"{BASE}document/7a3567fea256bdc8")])
    append(copy, [Tombstone(f"{BASE}{POST}", "elsewhere.md", "0" * 64)])
    append(copy, [Tombstone(REMOVED, "posts/no more.md", "0" * 64)])
    return copy


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    with served(folder) as number:
        yield number


def get(port: int, path: str, accept: str = "text/html") -> Answer:
    return ask(port, Request(path, headers={"Accept": accept}))


def follow(port: int, path: str, accept: str = "text/html") -> Answer:
    """Ask as a browser does, which follows redirects on this host alone."""
    answer = get(port, path, accept)
    for _ in range(3):
        if answer.status != 303:
            return answer
        where = urlsplit(answer.headers["location"])
        assert not where.netloc
        answer = get(port, where.path + (f"?{where.query}" if where.query else ""), accept)
    return answer


def minted(store: pyoxigraph.Store) -> dict[str, list[str]]:
    """Return the paths of IRIs under the base by kind: `claim/`, `document/#gene`, `conflict/-side-`."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in store:
        for term in quad:
            if isinstance(term, NamedNode) and term.value.startswith(BASE):
                path = term.value.removeprefix(BASE)
                shape = re.sub(r"[0-9a-f]{16,20}|\d+", "", path)
                found[re.sub(r"source/.*|ontology#.*", "", shape) or shape].add(path)
    return {kind: sorted(paths) for kind, paths in sorted(found.items())}


def test_every_kind_of_iri_leads_to_a_page_and_to_twins_that_parse(port: int, folder: Path) -> None:
    kinds = minted(open_current(folder))
    assert {"claim/", "conflict/-side-", "document/", "link/", "reference/hgnc/"} <= kinds.keys()
    for paths in kinds.values():
        for path in paths[:TRIED]:
            for form in FORMS.values():
                check(port, path, form.suffix)


def check(port: int, path: str, suffix: str) -> None:
    address, _, fragment = path.partition("#")
    form = FORMS[suffix]
    first = get(port, f"/{address}", form.media)
    assert first.status == 303, path
    assert first.headers["vary"] == "Accept"
    assert first.headers["location"] == f"/{address}.{suffix}"
    answer = follow(port, f"/{address}", form.media)
    assert (answer.status, answer.media) == (200, form.media), path
    if suffix == "html":
        assert not fragment or fragment in read(answer.body).anchors(), path
        return
    assert f'<{BASE}{address}>; rel="describes"' in answer.headers["link"]
    if suffix == "json":
        assert json.loads(answer.body)
    else:
        assert [*pyoxigraph.parse(answer.body, format=SYNTAXES[suffix])], path


def test_all_twins_of_a_thing_say_the_same(port: int) -> None:
    said = {}
    for suffix, syntax in SYNTAXES.items():
        quads = pyoxigraph.parse(get(port, f"/{CLAIM}.{suffix}").body, format=syntax)
        said[suffix] = {(str(one.subject), str(one.predicate), str(one.object)) for one in quads}
    assert all(one == said["nt"] for one in said.values())
    assert len(said["nt"]) > 10


def test_twins_with_graphs_say_which_document_says_it(port: int) -> None:
    quads = [*pyoxigraph.parse(get(port, f"/{CLAIM}.trig").body, format=RdfFormat.TRIG)]
    assert {str(quad.graph_name) for quad in quads} == {f"<{BASE}{POST}>", f"<{BASE}verdicts>"}


def test_the_twin_of_a_document_holds_its_whole_graph(port: int, folder: Path) -> None:
    store = open_current(folder)
    graph = {*store.quads_for_pattern(None, None, None, NamedNode(f"{BASE}{POST}"))}
    assert graph <= {*pyoxigraph.parse(get(port, f"/{POST}.nq").body, format=RdfFormat.N_QUADS)}


def test_the_better_liked_format_wins(port: int) -> None:
    accept = "text/html;q=0.4, text/turtle;q=0.5, application/ld+json;q=0.9"
    assert get(port, f"/{CLAIM}", accept).headers["location"] == f"/{CLAIM}.jsonld"


def test_a_format_that_is_asked_for_is_given_without_a_detour(port: int) -> None:
    assert get(port, f"/{CLAIM}?format=ttl").media == "text/turtle"


def test_nothing_acceptable_is_said_so(port: int) -> None:
    assert get(port, f"/{CLAIM}", "image/png").status == 406


@pytest.mark.parametrize(
    "path",
    [
        "/claim/0123",
        "/claim/0123.ttl",
        "/document/0000000000000000",
        "/nothing",
        "/claim/%3Cscript%3E",
        "/claim/%ff%00",
        "/claim/../../etc/passwd",
        "/source/seeds/alas2",
        "/term/GO:9999999",
        "/term/nowhere:1",
    ],
)
def test_what_is_not_in_the_graph_is_not_found(port: int, path: str) -> None:
    assert follow(port, path).status == 404


def test_a_removed_document_is_gone_and_names_its_successor(port: int) -> None:
    path = GONE.removeprefix(BASE)
    page = get(port, f"/{path}")
    assert page.status == 410
    assert "/document/7a3567fea256bdc8" in read(page.body).targets()
    assert get(port, f"/{path}.ttl", "text/turtle").status == 410
    assert get(port, f"/activity/{path.removeprefix('document/')}").status == 410


@pytest.mark.parametrize("accept", ["text/html", "text/turtle"])
@pytest.mark.parametrize(
    "path",
    [
        f"/graphs?graph={quote(REMOVED, safe='')}",
        "/document/00112233445566bb",
        "/document/00112233445566bb%23gene",
        "/document/00112233445566bb%23gene.ttl",
        "/activity/00112233445566bb",
        "/source/posts/no%20more.md",
        "/source/posts/no%20more.md.ttl",
    ],
)
def test_all_that_was_of_a_removed_document_is_gone(port: int, path: str, accept: str) -> None:
    answer = get(port, path, accept)
    assert answer.status == 410
    assert b"posts/no more.md" in answer.body


def test_the_place_of_a_document_with_a_newer_version_is_not_gone(port: int) -> None:
    assert follow(port, "/source/seeds/alas2-wikipedia.md").status == 200
    assert get(port, f"/graphs?graph={quote(BASE + POST, safe='')}", "text/turtle").status == 200


def test_a_document_that_came_back_is_not_gone(port: int) -> None:
    assert follow(port, f"/{POST}").status == 200


def test_a_verdict_is_shown_with_its_claim(port: int) -> None:
    answer = get(port, f"/{CLAIM.replace('claim', 'verdict')}.html")
    assert answer.headers["location"] == f"/{CLAIM}.html#verdict"


def test_a_side_is_shown_with_its_conflict(port: int) -> None:
    answer = get(port, "/conflict/782871b0ff8fa3c306ab-side-2.html")
    assert answer.headers["location"] == "/conflict/782871b0ff8fa3c306ab.html#side-2"
    assert "side-2" in read(follow(port, answer.headers["location"].partition("#")[0]).body).anchors()
