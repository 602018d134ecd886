"""The front page, the list of genes, source kinds, the page about the site, and static files."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat

from genelore.audit.model import State
from genelore.endpoint.pages.addresses import address, outward
from genelore.endpoint.pages.rendering import Head
from genelore.endpoint.pages.rendering import page as rendered
from genelore.endpoint.site import Site
from tests.genelore.audit.hand_made import audit_of_seeds
from tests.genelore.endpoint.pages.visit import described, page, words
from tests.genelore.endpoint.protocol.server import Request, ask, served


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


def test_the_front_page_counts_what_is_in_the_graph(port: int) -> None:
    told = words(page(port, "/"))
    conflicts = [one for one in audit_of_seeds().conflicts if one.state is State.OPEN]
    assert "5 documents" in told and "673 claims" in told and f"{len(conflicts)} open conflicts" in told
    assert "Gene post written by GPT-3" in told and "29 % of 17471" in told
    assert "Counted are the 642 claims about genes; 31 more say something of their document alone." in told


def test_the_front_page_begins_with_the_gravest_conflicts(port: int) -> None:
    told = words(page(port, "/"))
    ranked = told[told.index("Open conflicts") :]
    assert ranked.index("high") < ranked.index("medium")
    assert "ENSG00000102010 is BMX" in ranked


def test_the_front_page_leads_everywhere(port: int) -> None:
    targets = page(port, "/").targets()
    for target in ("/editor", "/sparql", "/about", "/genes", "/.well-known/void", "/ontology"):
        assert target in targets
    for target in {one.partition("#")[0] for one in targets if one.startswith("/")} - {"/", "/editor"}:
        assert ask(port, Request(target, headers={"Accept": "text/html"})).status in {200, 303}, target


def test_the_head_of_the_front_page_describes_a_dataset(port: int) -> None:
    found = described(port, "/")
    assert (found["@type"], found["name"]) == ("Dataset", "Genelore")


def test_genes_are_listed_with_what_is_contested(port: int) -> None:
    told = words(page(port, "/genes"))
    assert "ALAS2 ensembl:ENSG000001585785'-aminolevulinate synthase 2human4" in told
    assert "contested" in told
    assert ask(port, Request("/genes?page=2", headers={"Accept": "text/html"})).status == 404
    assert ask(port, Request("/genes?page=%D9%A1", headers={"Accept": "text/html"})).status == 404


def test_a_source_kind_is_rated_by_property_and_id_space(port: int) -> None:
    told = words(page(port, "/source-kind/gpt3_gene_post"))
    assert "Of the 17 that could be decided, 5 (29 %) are refuted or outdated." in told
    assert "Ensembl gene" in told and "dbSNP id" in told
    assert "100 % of 1" in told


def test_a_source_kind_has_its_human_title(port: int) -> None:
    told = words(page(port, "/source-kind/chickybase"))
    assert "ChickyBase gene page: how right is it?" in told
    assert "Wikipedia gene article" in words(page(port, "/about"))


def test_the_questions_of_the_dataset_can_be_answered_from_their_page(port: int) -> None:
    found = page(port, "/examples.html")
    assert "Which conflicts stand, the gravest first" in words(found)
    answers = [one for one in found.targets() if one.startswith("/sparql?query=")]
    assert ask(port, Request(answers[0], headers={"Accept": "text/csv"})).status == 200


def test_a_graph_says_what_it_is(port: int) -> None:
    told = words(page(port, "/links.html"))
    assert "The graph links" in told and "What each record denotes" in told


def test_a_source_kind_shows_conflicts_in_which_it_is_not_right(port: int) -> None:
    worst = words(page(port, "/source-kind/wikipedia"))
    assert "Off topic link" in worst and "ENSG00000102010" not in worst
    assert "ENSG00000102010 is BMX" in words(page(port, "/source-kind/gpt3_gene_post"))


def test_a_source_kind_that_is_not_there_is_not_found(port: int) -> None:
    assert ask(port, Request("/source-kind/newspaper", headers={"Accept": "text/html"})).status == 404


def test_the_page_about_the_site_tells_licences_tables_policy_and_limits(port: int) -> None:
    told = words(page(port, "/about"))
    assert "Reference then majority is in force" in told
    assert "Mondo Disease Ontology" in told and "HGNC" in told
    assert "none stated: facts and links only" in told and "licenses/by-sa/4.0" in told
    assert "Time for one answer30 seconds" in told


def test_a_static_file_is_kept_for_ever_under_the_address_of_its_content(port: int) -> None:
    [style] = [one for one in page(port, "/").targets() if one.endswith("site.css")]
    answer = ask(port, Request(style))
    assert answer.media == "text/css" and "immutable" in answer.headers["cache-control"]
    assert ask(port, Request(style, headers={"If-None-Match": answer.headers["etag"]})).status == 304
    old = ask(port, Request("/static/000000000000/site.css"))
    assert old.status == 200 and old.headers["cache-control"] == "no-cache"
    assert ask(port, Request("/static/0/nothing.css")).status == 404
    assert ask(port, Request("/static/0/..%2Frendering.py")).status == 404


@pytest.mark.parametrize("path", ["/", "/genes", "/about", "/source-kind/wikimd", "/search?q=heme"])
def test_pages_need_nothing_from_elsewhere(port: int, path: str) -> None:
    found = page(port, path)
    loaded = [one for one in found.elements if one.name in {"script", "link", "img", "iframe"}]
    for one in loaded:
        where = one.attributes.get("src") or one.attributes.get("href", "/")
        assert where.startswith("/") and not where.startswith("//")
    assert not any("style" in one.attributes or one.name == "style" for one in found.elements)


def test_what_describes_a_page_cannot_end_its_block() -> None:
    site = Site(Path("store"), Path("store/generations/1"))
    made = rendered(site, "problem.html", {"title": "", "detail": ""}, Head((), {"name": "</script><b>&"}))
    assert isinstance(made.content, bytes)
    assert (
        b"</script><b>" not in made.content and b"\\u003c/script\\u003e\\u003cb\\u003e\\u0026" in made.content
    )


def test_only_web_addresses_become_links() -> None:
    site = Site(Path("store"), Path("store/generations/1"))
    for text in ("javascript:alert(1)", "data:text/html,x", 'https://x/"onload="', "//x", "HTTPS://\n", ""):
        assert outward(text) == "" and address(site, text) == ""


@pytest.mark.parametrize("path", ["/", "/about"])
@pytest.mark.parametrize("media", ["text/turtle", "application/ld+json", "application/rdf+xml"])
def test_the_site_itself_is_in_rdf_the_description_of_the_dataset(port: int, path: str, media: str) -> None:
    answer = ask(port, Request(path, headers={"Accept": media}))
    assert (answer.status, answer.headers["location"]) == (303, "/.well-known/void")
    assert answer.headers["vary"] == "Accept"
    assert ask(port, Request("/.well-known/void", headers={"Accept": media})).media == media
    assert ask(port, Request(path, headers={"Accept": "text/html"})).headers["vary"] == "Accept"
    assert ask(port, Request(path, headers={"Accept": "image/png"})).status == 406


def test_the_twins_of_the_page_about_the_site_are_served(port: int) -> None:
    assert ask(port, Request("/about.ttl")).headers["location"] == "/.well-known/void?format=ttl"
    assert ask(port, Request("/about.html")).status == 200
    assert ask(port, Request("/about.pdf")).status == 404


def test_genes_are_listed_as_data_with_the_records_that_denote_them(port: int) -> None:
    answer = ask(port, Request("/genes", headers={"Accept": "text/turtle"}))
    assert answer.media == "text/turtle" and answer.body == ask(port, Request("/genes.ttl")).body
    quads = [*pyoxigraph.parse(answer.body, format=RdfFormat.TURTLE)]
    targets = {str(quad.object) for quad in quads if str(quad.predicate).endswith("annotatedTarget>")}
    assert any("ENSG00000158578" in target for target in targets)
    assert any("ENSGALG00000003948" in target for target in targets)
    assert ask(port, Request("/genes", headers={"Accept": "image/png"})).status == 406


def test_every_link_of_the_page_about_the_site_leads_somewhere(port: int) -> None:
    for target in {one.partition("#")[0] for one in page(port, "/about").targets() if one.startswith("/")}:
        assert ask(port, Request(target, headers={"Accept": "text/html"})).status in {200, 303}, target
