"""What people read on the page of a gene."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat

from tests.genelore.endpoint.pages.visit import described, page, words
from tests.genelore.endpoint.protocol.server import Request, ask, served

ALAS2 = "/gene/ensembl:ENSG00000158578"
CHICKEN = "/gene/ensembl:ENSGALG00000003948"
BMX = "/gene/ensembl:ENSG00000102010"
ENSEMBL = "http://rdf.ebi.ac.uk/resource/ensembl/"
# Names that are longer than a block of the tables in which they are looked for.
LONG = ("x" * 3000, f"hgnc:{'9' * 3000}")
# The sections of the page in their order.
SECTIONS = [
    *("identifiers", "agreement", "facts", "conflicts", "location", "functions", "diseases"),
    *("variants", "neighbourhood", "rejected", "papers", "questions"),
]


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


def section(port: int, path: str, name: str) -> str:
    """Return the text of one section of a page."""
    content = ask(port, Request(path, headers={"Accept": "text/html"})).body.decode()
    return content.partition(f'<section id="{name}"')[2].partition("</section>")[0]


def test_the_sections_come_in_the_order_in_which_people_ask(port: int) -> None:
    found = page(port, ALAS2)
    assert [one.attributes["id"] for one in found.elements if one.name == "section"] == SECTIONS
    assert "5'-aminolevulinate synthase 2" in words(found)
    assert "human Homo sapiens" in words(found)


def test_identifiers_can_be_copied_and_those_that_are_refuted_are_not_among_them(port: int) -> None:
    text = section(port, ALAS2, "identifiers")
    for curie in ("ensembl:ENSG00000158578", "hgnc:397", "ncbigene:212", "uniprot:P22557", "omim:301300"):
        assert f'<code class="identifier" data-copy>{curie}</code>' in text
    assert "ENSG00000102010" not in text and "hgnc:398" not in text


def test_the_agreement_is_a_picture_and_its_numbers_are_text(port: int) -> None:
    text = section(port, ALAS2, "agreement")
    assert '<svg viewBox="0 0 600 26" role="img"' in text
    for judgement in ("refuted", "outdated", "contested", "confirmed", "corroborated", "unverified"):
        assert f"</strong> {judgement}</span>" in text


def test_a_fact_has_a_chip_for_each_source_that_opens_its_lines(port: int) -> None:
    text = section(port, ALAS2, "facts")
    symbol = text.partition('<th scope="rowgroup"')[2].partition("</tr>")[0]
    assert "ALAS2" in symbol and "4 independent" in symbol
    assert 'href="/document/7a3567fea256bdc8#L11"' in symbol and symbol.count('class="source confirmed"') == 4


def test_a_conflict_shows_both_sides_the_rule_the_rows_and_a_sentence(port: int) -> None:
    text = section(port, ALAS2, "conflicts")
    first = text.partition("<article")[2].partition("</article>")[0]
    assert "ENSG00000102010 is BMX" in first
    assert (
        'href="/document/7cad29aaa7893896#L32"' in first and 'href="/document/7a3567fea256bdc8#L11"' in first
    )
    assert "Rule: The identifier must denote the gene of the record in the reference." in first
    assert 'href="/reference/hgnc/' in first


def test_conflicts_that_stand_come_before_those_that_are_explained(port: int) -> None:
    text = section(port, ALAS2, "conflicts")
    assert text.index("Expression scope") < text.index("status-explained") < text.index("One end is the same")
    assert "status-open" not in text[text.index("status-explained") :]


def test_the_location_is_drawn_on_the_chromosome_of_its_assembly(port: int) -> None:
    text = section(port, ALAS2, "location")
    assert "GRCh38 chromosome X, 55,009,055 to 55,030,977, reverse strand, of 156,040,895 bp" in text
    assert "end +87 bp" in text


def test_functions_stand_under_their_aspects(port: int) -> None:
    text = section(port, ALAS2, "functions")
    process = text[text.index("Biological process") : text.index("Cellular component")]
    assert 'href="/term/GO:0006783">heme biosynthetic process</a>' in process
    assert "mitochondrial matrix" not in process


def test_each_variant_is_checked_against_the_residue(port: int) -> None:
    text = section(port, ALAS2, "variants")
    row = text[text.index("p.Gly170Arg") :].partition("</tr>")[0]
    assert "refuted" in row and "UniProt P22557 of ALAS2 has Arg at 170, not Gly" in row


def test_pictures_of_expression_are_linked_by_stage_and_never_loaded(port: int) -> None:
    found = page(port, CHICKEN)
    assert not any(one.name == "img" for one in found.elements)
    text = section(port, CHICKEN, "expression")
    assert text.count('class="thumbnail" href="https://pub-') == 23
    assert text.index("stage 4<") < text.index("stage 10<") < text.index("stage 24<")
    assert "file name carries ALAS1" in text


def test_a_contested_record_is_shown_for_what_it_is(port: int) -> None:
    told = words(page(port, CHICKEN))
    assert "The symbol is contested: a record that is kept here calls the gene ALAS2." in told
    assert "Contested: it is not settled which gene alas2-chickybase.md is about." in told
    assert "(HGNC:396) has 8 and ALAS2, 5'-aminolevulinate synthase 2 (HGNC:397) has 7" in told
    assert '<h1 class="gene-title">ENSGALG00000003948' in ask(port, Request(CHICKEN)).body.decode()


def test_what_the_consensus_leaves_out_is_told_with_its_reason(port: int) -> None:
    text = section(port, ALAS2, "rejected")
    assert "ENSG00000102010 is BMX, BMX non-receptor tyrosine kinase, not ALAS2" in text.replace("&#39;", "'")
    assert "HGNC:398 is the withdrawn ALAS3" in text


def test_a_gene_that_is_only_named_has_a_small_page(port: int) -> None:
    told = words(page(port, BMX))
    assert "No record is of this gene: documents only name it." in told
    assert "Ensembl gene" in told and "refuted" in told
    assert "Facts" not in told


@pytest.mark.parametrize(
    "name", ["hgnc:397", "HGNC:397", "ALAS2", "ncbigene:212", "omim:301300", "ensembl:ENSG00000158578.22"]
)
def test_every_name_of_a_gene_leads_to_its_page(port: int, name: str) -> None:
    answer = ask(port, Request(f"/gene/{name}", headers={"Accept": "text/html"}))
    assert (answer.status, answer.headers["location"]) == (303, ALAS2)


@pytest.mark.parametrize("name", ["ensembl:ENSG00000012048", "nonsense", "ALAS1", "a b<script>", *LONG])
def test_what_no_document_names_is_not_found(port: int, name: str) -> None:
    from_name = ask(port, Request("/gene/" + name.replace(" ", "%20"), headers={"Accept": "text/html"}))
    assert from_name.status == 404
    assert b"<script>" not in from_name.body.replace(b"<script src", b"")


def test_a_client_that_likes_rdf_is_led_to_a_twin_with_the_supports(port: int) -> None:
    answer = ask(port, Request(ALAS2, headers={"Accept": "text/turtle"}))
    assert (answer.status, answer.headers["location"]) == (303, f"{ALAS2}.ttl")
    store = pyoxigraph.Store()
    store.load(ask(port, Request(f"{ALAS2}.ttl")).body, format=RdfFormat.TURTLE)
    gene = NamedNode(f"{ENSEMBL}ENSG00000158578")
    subject = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
    assert len(list(store.quads_for_pattern(None, subject, gene))) == 97
    assert (
        pyoxigraph.Quad(
            gene, NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), pyoxigraph.Literal("ALAS2")
        )
        in store
    )


@pytest.mark.parametrize("suffix", ["nt", "jsonld", "json"])
def test_the_other_twins_are_served(port: int, suffix: str) -> None:
    assert ask(port, Request(f"{ALAS2}.{suffix}")).status == 200


def test_the_head_describes_the_gene_as_bioschemas_does(port: int) -> None:
    found = described(port, ALAS2)
    assert (found["@type"], found["name"], found["identifier"]) == (
        "Gene",
        "ALAS2",
        "ensembl:ENSG00000158578",
    )
    assert found["taxonomicRange"] == {
        "@type": "Taxon",
        "@id": "http://purl.uniprot.org/taxonomy/9606",
        "name": "Homo sapiens",
    }
    assert "ALAS" not in found["alternateName"] and "ANH1" in found["alternateName"]  # type: ignore[operator]
