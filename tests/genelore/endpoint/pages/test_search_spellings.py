"""What is found however people write it: in quotes, with words around it, as an address, with a slip."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from ontology.terms import BASE
from tests.genelore.endpoint.pages.markup import read
from tests.genelore.endpoint.pages.visit import words
from tests.genelore.endpoint.protocol.server import Answer, Request, ask, served

ALAS2 = "/gene/ensembl:ENSG00000158578"
ALAS1 = "/gene/ensembl:ENSG00000023330"
MOUSE = "/gene/ensembl:ENSMUSG00000025270"
CONFLICT = "conflict/fc36de0ec508e226ecaa"
POST = "document/7cad29aaa7893896"


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


def search(port: int, asked: str) -> Answer:
    return ask(port, Request(f"/search?q={quote(asked, safe='')}", headers={"Accept": "text/html"}))


def led(port: int, asked: str) -> str:
    answer = search(port, asked)
    assert answer.status == 303, words(read(answer.body))
    return answer.headers["location"]


@pytest.mark.parametrize(
    "asked",
    [
        *('"ALAS2"', "'ALAS2'", "ALAS2?", "ALAS2,", "ALAS2.", "(ALAS2)", "\u201cALAS2\u201d"),
        *("ALAS2 gene", "gene ALAS2", "the ALAS2 gene", "human ALAS2", "ALAS 2", "ALAS-2"),
    ],
)
def test_what_stands_around_a_name_does_not_hide_it(port: int, asked: str) -> None:
    assert led(port, asked) == ALAS2


def test_a_species_beside_a_name_chooses_among_the_genes_of_that_name(port: int) -> None:
    assert led(port, "mouse ALAS2") == MOUSE
    assert search(port, "zebrafish ALAS2").status == 200


def test_two_names_find_both_genes(port: int) -> None:
    targets = read(search(port, "ALAS2 ALAS1").body).targets()
    assert {ALAS2, ALAS1} <= {*targets}
    assert targets.index(ALAS2) < min(targets.index(one) for one in targets if one.startswith("/conflict/"))


def test_words_are_found_in_any_order(port: int) -> None:
    assert "X-linked sideroblastic anemia 1" in words(read(search(port, "anemia sideroblastic").body))


def test_what_documents_speak_of_is_never_told_to_be_unknown(port: int) -> None:
    for asked in ('"ALAS2"', "ALAS2 gene", "ALAS-2", "BMX", "'Bmx'"):
        assert "no document here speaks of" not in words(read(search(port, asked).body))


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        (f"{BASE}{CONFLICT}", f"/{CONFLICT}"),
        (f"{BASE}{POST}", f"/{POST}"),
        (f"{BASE}{POST}#gene", f"/{POST}#gene"),
        (f"{BASE}{CONFLICT}".replace("https://", ""), f"/{CONFLICT}"),
        (f"{BASE}claim/155f56435a320c23b73b", "/claim/155f56435a320c23b73b"),
        ("GO_0003870", "/term/GO:0003870"),
        ("GO:0005739", "/term/GO:0005739"),
        ("http://purl.org/genex#Expression", "/thing?iri=http%3A%2F%2Fpurl.org%2Fgenex%23Expression"),
    ],
)
def test_an_iri_leads_to_its_page(port: int, asked: str, address: str) -> None:
    assert led(port, asked) == address


def test_an_address_of_this_site_leads_to_itself(port: int) -> None:
    assert led(port, f"http://127.0.0.1:{port}{ALAS2}") == ALAS2
    assert led(port, f"http://127.0.0.1:{port}/{POST}.html#L32") == f"/{POST}.html#L32"
    assert led(port, f"http://127.0.0.1:{port}//example.org/x") == "/example.org/x"


@pytest.mark.parametrize("asked", ["V122I", "p.Val122Ile"])
def test_a_variant_leads_to_the_variants_of_its_gene(port: int, asked: str) -> None:
    assert led(port, asked) == f"{ALAS2}#variants"


def test_a_number_of_dbsnp_and_a_band_lead_to_what_they_are_of(port: int) -> None:
    assert led(port, "rs137852769") == "/term/dbsnp:rs137852769"
    assert led(port, "Xp11.21") == ALAS2


@pytest.mark.parametrize("asked", ["ALSA2", "ALLAS2", "ALS2A", "AKAS2"])
def test_a_slip_of_the_finger_is_forgiven_with_a_question(port: int, asked: str) -> None:
    answer = search(port, asked)
    shown = read(answer.body)
    assert "Did you mean" in words(shown)
    assert asked == "ALS2A" or ALAS2 in shown.targets()


def test_a_slip_in_a_symbol_that_the_reference_alone_knows_is_told(port: int) -> None:
    assert "Did you mean BRCA1, BRCA1 DNA repair associated" in words(read(search(port, "BRAC1").body))
