from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, SH, Graph

from ontology import bridge
from ontology.terms import gl
from shapes.check import Severity, check, shapes_graph
from tests.shapes.changes import change
from tests.shapes.example import valid

BROKEN = Path(__file__).parent / "broken"
SHAPE = "https://w3id.org/genelore/shape/"
SHACL = "http://www.w3.org/ns/shacl#"
# What a shape says of itself; every other word of SHACL on it is a constraint.
PLAIN = {"message", "path", "property", "severity", "targetClass", "targetSubjectsOf"}


def rows(file: Path) -> list[tuple[str, ...]]:
    return [tuple(line.split("\t")) for line in file.read_text("utf-8").splitlines()[1:]]


def expected_results() -> dict[str, set[tuple[str, ...]]]:
    expected: dict[str, set[tuple[str, ...]]] = {}
    for file in sorted(BROKEN.glob("*.tsv")):
        for text, *result in rows(file):
            expected.setdefault(text, set()).add(tuple(result))
    return expected


EXPECTED = expected_results()


def test_a_graph_as_the_ingest_makes_it_has_no_results() -> None:
    report = check(valid())

    assert report.conforms
    assert report.results == ()


@pytest.mark.parametrize("text", sorted(EXPECTED))
def test_a_broken_graph_is_caught_with_its_message(text: str) -> None:
    made = change(text)

    results = check(made.apply(valid())).results

    caught = {
        (
            result.severity.value,
            result.shape.removeprefix(SHAPE),
            result.component.removeprefix(SHACL).removesuffix("ConstraintComponent"),
            result.message,
        )
        for result in results
    }
    assert caught == EXPECTED[text]
    assert {result.focus for result in results} == {made.node.value}


def test_every_result_names_the_path_of_its_shape_and_the_value() -> None:
    report = check(change('set :gene gl:chromosome "chromosome 99"').apply(valid()))

    assert [(result.path, result.value) for result in report.results] == [
        ("https://w3id.org/genelore/ontology#chromosome", Literal("chromosome 99"))
    ]


def constraints(graph: Graph) -> set[tuple[str, str]]:
    shapes = {*graph.subjects(RDF.type, SH.NodeShape), *graph.subjects(RDF.type, SH.PropertyShape)}
    words = {
        (str(s).removeprefix(SHAPE), str(p))
        for shape in shapes
        for s, p, _ in graph.triples((shape, None, None))
    }
    plain = {f"{SHACL}{word}" for word in PLAIN}
    return {
        (shape, word.removeprefix(SHACL))
        for shape, word in words
        if word.startswith(SHACL) and word not in plain
    }


def test_every_constraint_of_every_shape_is_broken_by_some_graph() -> None:
    caught = {
        (shape, part[0].lower() + part[1:]) for results in EXPECTED.values() for _, shape, part, _ in results
    }

    assert constraints(shapes_graph()) - caught == set()


def test_a_misspelt_constraint_counts_as_one_that_no_graph_breaks() -> None:
    graph = Graph().parse(data=f"<{SHAPE}Claim-quote> a <{SH.PropertyShape}> ; <{SHACL}minCuont> 1 .")

    assert constraints(graph) == {("Claim-quote", "minCuont")}


def test_every_shape_says_in_words_what_is_wrong() -> None:
    graph = shapes_graph()
    silent = [
        shape for shape in graph.subjects(RDF.type, SH.PropertyShape) if not graph.value(shape, SH.message)
    ]

    assert silent == []


def test_every_node_shape_has_a_target() -> None:
    targets = [SH.targetClass, SH.targetSubjectsOf]
    subjects = {shape for target in targets for shape in shapes_graph().subjects(target)}

    assert subjects == set(shapes_graph().subjects(RDF.type, SH.NodeShape))


def test_warnings_and_infos_do_not_keep_a_document_out() -> None:
    warned = check(change('add :gene gl:invalidIdentifier "omim:30130"').apply(valid()))
    informed = check(change("drop :location-1 gl:regionAssembly").apply(valid()))

    assert [(warned.conforms, result.severity) for result in warned.results] == [(True, Severity.WARNING)]
    assert [(informed.conforms, result.severity) for result in informed.results] == [(True, Severity.INFO)]


def test_a_violation_keeps_a_document_out() -> None:
    report = check(change("drop :claim gl:quote").apply(valid()))

    assert not report.conforms
    assert [result.is_violation for result in report.results] == [True]


def test_violations_come_first() -> None:
    quads = change("drop :claim gl:quote").apply(change("drop :gene gl:symbol").apply(valid()))

    assert [result.severity for result in check(quads).results] == [Severity.VIOLATION, Severity.WARNING]


def test_the_report_is_turtle_that_says_what_is_wrong() -> None:
    report = check(change('set :gene gl:chromosome "chromosome 99"').apply(valid()))
    graph = Graph().parse(data=report.turtle, format="turtle")
    result = next(graph.subjects(RDF.type, SH.ValidationResult))

    assert str(graph.value(result, SH.value)) == "chromosome 99"
    assert graph.value(result, SH.resultSeverity) == SH.Warning
    assert report.turtle == check(change('set :gene gl:chromosome "chromosome 99"').apply(valid())).turtle
    assert "_:result1 a sh:ValidationResult" in report.turtle


SAMPLES = """\
CL:0000765 GO:0003870 GgalDv:0000013 HP:0001417 MONDO:0010420 SO:0001217 UBERON:0002371 ECO:0000305
cgnc:2897 dbsnp:rs137852769 doi:10.1016/0888-7543(90)90520-j doi:10.1002/(sici)1<2::aid>3.0 ec:2.3.1.37
ensembl:ENSG00000158578.22 ensembl:FBgn0020764 ensembl.protein:ENSP00000332369.5
ensembl.transcript:ENST00000330807 flybase:FBgn0020764 geisha:451325 genecards:ALAS2 hgnc:397 homologene:17
kegg.genes:gga:552895 mgi:87990 ncbigene:212 omim:301300 pdb:5QQQ pmc:PMC1224682 pubmed:2347585
refseq:NM_001018012.2 rgd:2084 uniprot:P22557 vega:OTTHUMG00000021720 xenbase:XB-GENE-969376
zfin:ZDB-GENE-001229-1
"""


@pytest.mark.parametrize("curie", SAMPLES.split())
def test_the_canonical_iri_of_a_valid_identifier_passes(curie: str) -> None:
    found = bridge.split(curie)
    assert found
    gene = next(quad.object for quad in valid() if quad.predicate == gl("partOf"))
    assert isinstance(gene, NamedNode)

    results = check([*valid(), Quad(gene, found[0].predicate, bridge.iri(curie))]).results

    assert [result for result in results if "Identifier-" in result.shape] == []


def test_every_id_space_has_a_sample() -> None:
    assert {curie.partition(":")[0] for curie in SAMPLES.split()} == set(bridge.spaces()) - {"NCBITaxon"}
