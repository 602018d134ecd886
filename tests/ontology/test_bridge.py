import pytest

from ontology import bridge

# The canonical IRI of an identifier, and the stem of every other spelling, as public graphs write them.
SPELLINGS = {
    "omim:301300": (
        "https://omim.org/entry/301300",
        {"http://purl.uniprot.org/mim/", "http://identifiers.org/mim/", "http://identifiers.org/omim/"},
    ),
    "ncbigene:212": (
        "https://www.ncbi.nlm.nih.gov/gene/212",
        {
            "http://www.ncbi.nlm.nih.gov/gene/",
            "http://ncbi.nlm.nih.gov/gene/",
            "http://identifiers.org/ncbigene/",
            "http://purl.uniprot.org/geneid/",
        },
    ),
    "hgnc:397": (
        "http://identifiers.org/hgnc/397",
        {"http://identifiers.org/hgnc/HGNC:", "http://purl.uniprot.org/hgnc/"},
    ),
    "ensembl:ENSG00000158578.22": (
        "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578",
        {"http://identifiers.org/ensembl/", "https://www.ensembl.org/id/"},
    ),
    "NCBITaxon:9606": (
        "http://purl.uniprot.org/taxonomy/9606",
        {"http://purl.obolibrary.org/obo/NCBITaxon_", "http://identifiers.org/taxonomy/"},
    ),
    "mgi:87990": ("http://identifiers.org/mgi/MGI:87990", {"http://purl.uniprot.org/mgi/"}),
    "kegg.genes:gga:552895": (
        "http://identifiers.org/kegg.genes/gga:552895",
        {"http://purl.uniprot.org/kegg/"},
    ),
    "pubmed:2347585": (
        "http://rdf.ncbi.nlm.nih.gov/pubmed/2347585",
        {"http://purl.uniprot.org/citations/", "https://pubmed.ncbi.nlm.nih.gov/"},
    ),
    "doi:10.1000/a<b": ("https://doi.org/10.1000/a%3Cb", {"http://dx.doi.org/"}),
    "pdb:5QQQ": ("http://rdf.wwpdb.org/pdb/5QQQ", {"https://rdf.wwpdb.org/pdb/"}),
    "flybase:FBgn0020764": ("http://identifiers.org/fb/FBgn0020764", {"http://purl.uniprot.org/flybase/"}),
    "uniprot:P22557": ("http://purl.uniprot.org/uniprot/P22557", set()),
    "GgalDv:0000013": ("http://purl.obolibrary.org/obo/GgalDv_0000013", set()),
}


@pytest.mark.parametrize("curie", SPELLINGS)
def test_an_identifier_has_one_iri_and_the_spellings_of_other_graphs(curie: str) -> None:
    found = bridge.split(curie)
    assert found

    assert bridge.iri(curie).value == SPELLINGS[curie][0]
    assert set(found[0].spellings) >= SPELLINGS[curie][1]


@pytest.mark.parametrize(
    "curie",
    [
        "omim:30130",
        "omim:٣٠١٣٠٠",
        "hgnc:HGNC:397",
        "ncbigene:0212",
        "GO:387",
        "uniprot:ALAS2",
        "uniprot:P22557-2",
        "refseq:XX_001018012",
        "ensembl:ENSP00000332369",
        "pdb:ALAS",
        "doi:1016/x",
    ],
)
def test_what_does_not_fit_its_id_space_is_not_valid(curie: str) -> None:
    assert bridge.split(curie)
    assert not bridge.is_valid(curie)


def test_no_two_id_spaces_share_a_stem() -> None:
    stems = [stem for space in bridge.spaces().values() for stem in (space.stem, *space.spellings)]

    assert sorted(stems) == sorted(set(stems))
