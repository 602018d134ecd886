"""The stand-ins of public graphs, and the servers that hold them."""

import os
import sys
from contextlib import ExitStack

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from genelore.federation import Network, load
from genelore.standins.genes import human
from genelore.standins.graphs import STANDINS, nquads
from genelore.standins.servers import NoServerError
from genelore.standins.serving import Engine, serving
from ontology import reference
from ontology.endpoints import endpoints

UNIPROT = "https://sparql.uniprot.org/sparql"
VARIANTS = "SELECT (COUNT(*) AS ?n) WHERE { ?v a <http://purl.uniprot.org/core/Natural_Variant_Annotation> }"


def loaded(name: str) -> Store:
    store = Store()
    store.load(nquads(name), format=RdfFormat.N_QUADS)
    return store


@pytest.mark.parametrize("name", sorted(STANDINS))
def test_a_stand_in_is_the_same_each_time_and_has_no_blank_node(name: str) -> None:
    assert nquads(name) == nquads(name)
    assert b"_:" not in nquads(name)


def test_the_genes_are_those_that_the_reference_has_under_every_identifier() -> None:
    for gene in human():
        for curie in (f"ensembl:{gene.ensembl}", f"ncbigene:{gene.ncbi}", f"uniprot:{gene.uniprot}"):
            found = reference.gene(curie)
            assert found is not None
            assert (curie, found.symbol) == (curie, gene.symbol)


def test_uniprot_writes_ensembl_genes_with_a_version_and_bgee_without() -> None:
    transcribed = NamedNode("http://purl.uniprot.org/core/transcribedFrom")
    linked = NamedNode("http://purl.org/lscr#xrefEnsemblGene")
    versioned = {quad.object.value for quad in loaded("uniprot").quads_for_pattern(None, transcribed, None)}
    plain = {quad.object.value for quad in loaded("bgee").quads_for_pattern(None, linked, None)}

    assert "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578.22" in versioned
    assert "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578" in plain


@pytest.mark.parametrize("name", sorted(STANDINS))
def test_a_stand_in_is_in_the_graphs_that_the_profile_of_its_endpoint_names(name: str) -> None:
    graphs = {*endpoints()[STANDINS[name].endpoint].graphs}
    assert STANDINS[name].graphs() <= graphs or not graphs


def test_no_graph_is_in_two_stand_ins() -> None:
    graphs = [graph for standin in STANDINS.values() for graph in standin.graphs()]
    assert len(graphs) == len({*graphs})


def test_every_endpoint_of_the_profiles_has_a_stand_in() -> None:
    assert {standin.endpoint for standin in STANDINS.values()} == {*endpoints()}


def test_uniprot_has_annotations_in_its_own_graph_and_diseases_in_theirs() -> None:
    store = loaded("uniprot")
    core = "http://purl.uniprot.org/core/"
    tied = {quad.graph_name for quad in store.quads_for_pattern(None, NamedNode(f"{core}disease"), None)}
    kinds = {quad.graph_name for quad in store.quads_for_pattern(None, None, NamedNode(f"{core}Disease"))}

    assert tied == {NamedNode("http://sparql.uniprot.org/uniprot")}
    assert kinds == {NamedNode("http://sparql.uniprot.org/diseases")}


def test_the_proteins_of_a_group_are_below_clusters_of_clusters() -> None:
    store = loaded("oma")
    member = NamedNode("http://purl.org/net/orth#hasHomologousMember")
    quads = [*store.quads_for_pattern(None, member, None)]
    clusters = {quad.subject for quad in quads}

    assert any(quad.object in clusters for quad in quads)
    assert any(quad.object not in clusters for quad in quads)


@pytest.mark.parametrize("engine", Engine)
def test_a_real_server_answers_from_a_stand_in(engine: Engine) -> None:
    expected = sum(len(reference.variants(f"uniprot:{gene.uniprot}")) for gene in human())
    with ExitStack() as stack:
        try:
            served = stack.enter_context(serving(engine, {UNIPROT}))
        except NoServerError as error:
            if os.environ.get("GENELORE_SERVERS") == "required":
                raise
            pytest.skip(str(error))
        place = load(f"{iri}={address}" for iri, address in served.items()).find(UNIPROT)
        table, _ = Network().ask(place, VARIANTS)

    assert {*served} == {UNIPROT}
    assert [row[0].value for row in table.rows if row[0]] == [str(expected)]


def test_a_program_that_is_not_there_is_named_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NoServerError, match="oxigraph is not installed; `pip install oxigraph` brings it"):
        stack = ExitStack()
        stack.enter_context(serving(endpoints={UNIPROT}))
