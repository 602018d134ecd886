import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat

from ingest.document import Span, decode
from ingest.mapping import to_graph
from ingest.properties import PROPERTIES, Form
from ingest.record import Fact, Finding, GeneRecord
from ontology.terms import GL, RDF, gl

TEXT = "The ALAS2 gene, ENSG00000158578."
DOCUMENT = decode("a.txt", TEXT.encode())
GRAPH = f"https://w3id.org/genelore/document/{DOCUMENT.sha256[:16]}"
GENE = NamedNode(f"{GRAPH}#gene")


def mapped(*facts: Fact, findings: tuple[Finding, ...] = ()):
    return to_graph(DOCUMENT, GeneRecord(facts, findings))


def said(graph, subject: NamedNode, predicate: str) -> list[str]:
    wanted = gl(predicate)
    return [q.object.value for q in graph.quads if q.subject == subject and q.predicate == wanted]


def test_a_fact_becomes_a_plain_triple_and_a_claim():
    graph = mapped(Fact("gene", "xref", "ensembl:ENSG00000158578", Span(16, 31)))
    assert said(graph, GENE, "ensemblGene") == ["http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578"]
    [claim] = [q.subject for q in graph.quads if q.object == gl("Claim")]
    assert said(graph, claim, "quote") == ["ENSG00000158578"]
    assert said(graph, claim, "lines") == ["1-1"]
    assert said(graph, claim, "property") == ["xref"]
    assert graph.claim_count == 1


def test_the_graph_is_named_by_the_documents_hash_alone():
    assert mapped(Fact("gene", "symbol", "ALAS2", Span(4, 9))).name.value == GRAPH


def test_a_version_is_not_part_of_an_ensembl_iri():
    graph = mapped(Fact("gene", "xref", "ensembl:ENSG00000158578.22", Span(16, 31)))
    assert said(graph, GENE, "ensemblGene") == ["http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578"]


@pytest.mark.parametrize(
    "curie", ["ensembl:ENSG1", "omim:x", "hgnc:0", "unheard:5", "doi:10.1/a b", "pubmed:"]
)
def test_an_identifier_that_does_not_fit_its_space_stays_a_claim_as_text(curie):
    graph = mapped(Fact("gene", "xref", curie, Span(16, 31)))
    assert said(graph, GENE, "invalidIdentifier") == [curie]
    assert graph.claim_count == 1


def test_two_ids_of_one_paper_are_one_publication():
    graph = mapped(
        Fact("gene", "citation", "pubmed:2347585", Span(0, 3), part="publication:1"),
        Fact("gene", "citation", "doi:10.1016/0888-7543(90)90542-3", Span(4, 9), part="publication:1"),
    )
    paper = NamedNode(f"{GRAPH}#publication-1")
    assert said(graph, GENE, "citation") == [paper.value]
    assert said(graph, paper, "pubmed") == ["http://rdf.ncbi.nlm.nih.gov/pubmed/2347585"]
    assert said(graph, paper, "doi") == ["https://doi.org/10.1016/0888-7543(90)90542-3"]


def test_a_location_is_a_region_with_begin_and_end():
    graph = mapped(Fact("gene", "location", "GRCh38:X:55009055-55030977", Span(0, 3), part="location:1"))
    written = {quad.object.value for quad in graph.quads if isinstance(quad.object, Literal)}
    assert {"GRCh38", "X", "55009055", "55030977"} <= written


def test_diseases_and_variants_are_numbered_in_the_order_in_which_they_appear():
    graph = mapped(
        Fact("gene", "disease", "protoporphyria", Span(0, 3), part="disease:protoporphyria"),
        Fact("gene", "disease", "anemia", Span(4, 9), part="disease:anemia"),
        Fact("disease:anemia", "inheritance", "X-linked", Span(4, 9), term="HP:0001417"),
    )
    anemia = NamedNode(f"{GRAPH}#disease-2")
    assert said(graph, anemia, "inheritance") == ["http://purl.obolibrary.org/obo/HP_0001417"]


def test_an_address_that_is_no_iri_is_kept_as_text():
    facts = [
        Fact("document", "source_url", value, Span(0, 3))
        for value in (
            "https://example.org/a",
            "example.org/a",
            "javascript:alert(1)",
            "http://a/<b>",
            "http://a b",
        )
    ]
    kinds = {q.object.value: type(q.object) for q in mapped(*facts).quads if q.predicate == gl("sourceUrl")}
    assert [value for value, kind in kinds.items() if kind is NamedNode] == ["https://example.org/a"]
    assert len(kinds) == 5


def test_a_finding_is_in_the_graph():
    graph = mapped(findings=(Finding("body-disagrees", "the table says ALAS1", Span(4, 9)),))
    assert said(graph, NamedNode(f"{GRAPH}#finding-1"), "rule") == ["body-disagrees"]


PROPERTY = st.sampled_from(sorted(PROPERTIES))
WILD = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@given(
    PROPERTY, WILD | st.sampled_from(['a" ; <urn:x> "b', "x> <urn:y", "@en", "^^<urn:z>", "_:b0", "a\\u0000"])
)
def test_no_text_of_a_document_breaks_out_of_its_literal(name, value):
    part = "publication:1" if PROPERTIES[name][1] is Form.PART else ""
    graph = mapped(Fact("gene", name, value, Span(0, 3), part=part))
    text = pyoxigraph.serialize(graph.quads, format=RdfFormat.N_QUADS) or b""
    again = [*pyoxigraph.parse(text, format=RdfFormat.N_QUADS)]
    assert set(again) == set(graph.quads)
    assert not any(isinstance(node, BlankNode) for q in again for node in (q.subject, q.object))
    assert {q.graph_name.value for q in again} == {GRAPH}
    assert all(
        q.predicate.value.startswith((GL, RDF, "http://www.w3.org/", "http://biohackathon.org/"))
        for q in again
    )


@given(WILD)
def test_any_key_of_a_part_makes_a_valid_iri(key):
    graph = mapped(
        Fact("gene", "ortholog", "ncbigene:1", Span(0, 3), part=f"ortholog:{key}"),
        Fact("gene", "disease", key, Span(0, 3), part=f"disease:{key}"),
    )
    text = pyoxigraph.serialize(graph.quads, format=RdfFormat.N_QUADS) or b""
    assert len([*pyoxigraph.parse(text, format=RdfFormat.N_QUADS)]) == len(graph.quads)
