"""Parts of the page of a gene that are told apart from the rest: questions, stages, quotes, chromosomes."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from genelore.endpoint.pages.gene.chromosome import ideogram
from ontology.reference import Location
from tests.genelore.endpoint.pages.visit import page, words
from tests.genelore.endpoint.protocol.server import Request, ask, get, served
from tests.seeds import ROOT

ALAS2 = "/gene/ensembl:ENSG00000158578"
CHICKEN = "/gene/ensembl:ENSGALG00000003948"
GENE = "<http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578>"


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


def get_page(port: int, path: str) -> str:
    return ask(port, Request(path, headers={"Accept": "text/html"})).body.decode()


def questions(port: int) -> list[str]:
    links = [target for target in page(port, ALAS2).targets() if target.startswith("/editor?query=")]
    return [parse_qs(urlsplit(link).query)["query"][0] for link in links]


def test_a_ready_question_has_the_gene_bound_and_says_which_base_its_graphs_have(port: int) -> None:
    asked = questions(port)
    assert len(asked) == 3
    for query in asked:
        assert f"VALUES ?gene {{ {GENE} }}" in query
        assert "\nBASE <https://w3id.org/genelore/>\n" in query
        assert "GRAPH <https:" not in query


def test_a_ready_question_has_an_answer(port: int) -> None:
    for query in questions(port):
        answer = get(port, query, "text/csv")
        assert answer.status == 200 and answer.body.count(b"\n") > 1


def test_a_stage_has_its_short_name_beside_its_label(port: int) -> None:
    assert "HH4 Hamburger Hamilton stage 4" in words(page(port, CHICKEN))


def test_both_sides_of_a_conflict_are_quoted_even_where_the_quote_is_the_value(port: int) -> None:
    text = get_page(port, ALAS2).partition('<section id="conflicts"')[2].partition("</section>")[0]
    both = text.partition("ENSG00000102010 is BMX")[2].partition("</article>")[0]
    assert "<blockquote>ENSG00000102010</blockquote>" in both
    assert "<blockquote>ENSG00000158578</blockquote>" in both


def test_lengths_of_chromosomes_add_up_to_those_of_their_assemblies() -> None:
    path = ROOT / "genelore/endpoint/pages/gene/chromosomes.tsv"
    totals: Counter[str] = Counter()
    for assembly, _, length in (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]):
        totals[assembly] += int(length)
    assert totals == {"GRCh38": 3_088_269_832, "GRCm39": 2_723_414_844}


def test_a_gene_is_drawn_where_its_middle_is_on_its_chromosome() -> None:
    drawn = ideogram(Location("GRCh38", "X", 55_009_055, 55_030_977, "-", "Ensembl 114"))
    assert drawn is not None
    assert (drawn.x, drawn.chromosome_length) == (35.26, 156_040_895)
    assert ideogram(Location("GRCz11", "8", 1, 2, "+", "")) is None
