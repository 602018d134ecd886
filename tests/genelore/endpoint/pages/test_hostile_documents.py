"""Documents full of markup: pages show it as text, and nothing of it works."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from genelore.build import Options, build
from genelore.generation import open_current
from genelore.recovery import open_store
from ingest.intake import Intake
from ontology.terms import BASE, gl
from tests.genelore.endpoint.pages.markup import Element, Page, read
from tests.genelore.endpoint.protocol.server import Request, ask, served
from tests.seeds import NAMES, ROOT

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
LINK = "[click](javascript:alert(3))"
TEMPLATE = "{{ 7 * 7 }}{% raw %}"


def post() -> bytes:
    text = (ROOT / "seeds" / NAMES["gpt3_gene_post"]).read_text(encoding="utf-8")
    text = text.replace("- ALAS\n", f"- {SCRIPT}\n- A{IMAGE}\n- {TEMPLATE}\n")
    text = text.replace("'Prognosis'", "'</script><svg onload=alert(4)>'")
    return text.replace("Leukemia & lymphoma.", f"{LINK} </q></a>").encode()


def encyclopedia() -> bytes:
    text = (ROOT / "seeds" / NAMES["wikimd"]).read_text(encoding="utf-8")
    text = text.replace("Prab R. Tumpati", f"{SCRIPT} Tumpati")
    return text.replace("heme biosynthesis", f"{IMAGE} heme {LINK}").encode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hostile") / "store"
    store, _ = open_store(made)
    intakes = [Intake(f"seeds/{SCRIPT}'\"é .md", post()), Intake("seeds/wikimd.html", encyclopedia())]
    with store:
        outcomes = list(build(intakes, store, Options(date="2026-01-01T00:00:00Z")))
    assert [outcome.refusal for outcome in outcomes] == [None, None]
    command = [sys.executable, "-m", "genelore", "audit", "--quiet", "--store", str(made)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return made


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    with served(folder) as number:
        yield number


def addresses(folder: Path) -> list[str]:
    """Return every page that shows something of the documents."""
    store = open_current(folder)
    found = {
        str(quad.subject.value).removeprefix(BASE)
        for kind in ("Claim", "Document", "Conflict", "Link", "Support")
        for quad in store.quads_for_pattern(None, None, gl(kind), None)
    }
    sources = {
        str(quad.object.value).removeprefix(BASE)
        for quad in store
        if quad.predicate.value.endswith("isVersionOf")
    }
    return sorted(found | sources)


def shown(port: int, address: str) -> Page:
    answer = ask(port, Request(f"/{address}.html", headers={"Accept": "text/html"}))
    assert answer.status == 200, address
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    return read(answer.body)


def is_ours(script: Element) -> bool:
    is_data = script.attributes.get("type") == "application/ld+json"
    return is_data or script.attributes.get("src", "").startswith("/static/")


def test_no_page_has_an_element_that_a_document_wrote(port: int, folder: Path) -> None:
    pages = [shown(port, address) for address in addresses(folder)]
    assert len(pages) > 60
    for found in pages:
        for one in found.elements:
            assert one.name not in {"img", "iframe", "object", "embed", "style", "base"}
            assert not any(name.startswith("on") or name == "style" for name in one.attributes)
            assert one.name != "script" or is_ours(one)


def test_no_link_leads_into_a_script(port: int, folder: Path) -> None:
    for address in addresses(folder):
        for target in shown(port, address).targets():
            assert target.startswith(("/", "#", "http://", "https://")), target
            assert not target.startswith("//"), target


def test_markup_is_shown_as_it_was_written(port: int, folder: Path) -> None:
    told = "".join(shown(port, address).text for address in addresses(folder) if address.startswith("claim/"))
    for text in (SCRIPT, IMAGE, TEMPLATE):
        assert text in told


def test_the_text_of_a_document_is_text_only(port: int, folder: Path) -> None:
    documents = [one for one in addresses(folder) if one.startswith("document/")]
    [text] = [told for one in documents if "WikiMD" in (told := shown(port, one).text)]
    assert LINK in text and IMAGE in text and SCRIPT in text


def test_a_document_may_be_called_as_a_twin_is(port: int) -> None:
    answer = ask(port, Request("/source/seeds/wikimd.html", headers={"Accept": "text/html"}))
    assert (answer.status, answer.headers["location"]) == (303, "/source/seeds/wikimd.html.html")
    assert ask(port, Request("/source/seeds/wikimd.html.ttl")).media == "text/turtle"


@pytest.mark.parametrize(
    "name",
    [
        "%3Cscript%3Ealert(1)%3C/script%3E'%22%C3%A9%20",
        "%3cscript%3ealert%281%29%3c/script%3e%27%22%c3%a9%20",
    ],
)
def test_an_address_may_be_encoded_in_any_way(port: int, name: str) -> None:
    answer = ask(port, Request(f"/source/seeds/{name}.md", headers={"Accept": "text/html"}))
    assert answer.status == 303
    minted = "/source/seeds/%3Cscript%3Ealert%281%29%3C/script%3E%27%22%C3%A9%20.md.html"
    assert answer.headers["location"] == minted
    assert ask(port, Request(minted)).status == 200
