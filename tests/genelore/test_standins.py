"""The stand-ins of public graphs, and the servers that hold them."""

import json
import urllib.parse
import urllib.request
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from genelore.standins import servers
from genelore.standins.genes import human
from genelore.standins.graphs import STANDINS, nquads
from ontology import reference

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


@pytest.mark.parametrize("serve", [servers.oxigraph, servers.virtuoso], ids=["oxigraph", "virtuoso"])
def test_a_real_server_answers_from_a_stand_in(
    serve: Callable[[bytes], AbstractContextManager[str]],
) -> None:
    expected = sum(len(reference.variants(f"uniprot:{gene.uniprot}")) for gene in human())
    try:
        context = serve(nquads("uniprot"))
        with context as address:
            request = urllib.request.Request(
                f"{address}?{urllib.parse.urlencode({'query': VARIANTS})}",
                headers={"Accept": "application/sparql-results+json"},
            )
            answer = json.load(urllib.request.urlopen(request))
    except servers.NoServerError as error:
        pytest.skip(str(error))

    assert int(answer["results"]["bindings"][0]["n"]["value"]) == expected
