from urllib.parse import urlsplit

import pytest

from ontology.bridge import curie, spaces
from ontology.endpoints import endpoints

# One valid code of each id space that an endpoint spells.
CODES = {
    "GO": "0003870",
    "NCBITaxon": "9606",
    "UBERON": "0000178",
    "dbsnp": "rs28935484",
    "ec": "2.3.1.37",
    "ensembl": "ENSG00000158578",
    "ensembl.protein": "ENSP00000497236",
    "ensembl.transcript": "ENST00000650242",
    "flybase": "FBgn0020764",
    "hgnc": "397",
    "homologene": "17",
    "kegg.genes": "hsa:212",
    "mgi": "87989",
    "ncbigene": "212",
    "omim": "301300",
    "pdb": "6HRH",
    "pubmed": "2347585",
    "refseq": "NP_000023",
    "rgd": "2083",
    "uniprot": "P22557",
    "xenbase": "XB-GENE-995334",
    "zfin": "ZDB-GENE-001229-1",
}


def test_the_seven_public_graphs_are_there_with_licence_and_manners() -> None:
    titles = {each.title.split()[0] for each in endpoints().values()}
    assert titles == {"Bgee", "Ensembl", "OMA", "OrthoDB", "Rhea", "UniProt", "Wikidata"}
    for endpoint in endpoints().values():
        assert urlsplit(endpoint.iri).scheme == "https"
        assert endpoint.license.startswith("http")
        assert endpoint.manners.endswith(".")
        assert endpoint.block > 0
        assert endpoint.spellings


@pytest.mark.parametrize("iri", sorted(endpoints()))
def test_every_spelling_is_one_that_the_bridge_reads(iri: str) -> None:
    for spelling in endpoints()[iri].spellings:
        prefix, code = spelling.space.prefix, CODES[spelling.space.prefix]
        assert spelling.space is spaces()[prefix]
        if not spelling.properties:
            assert curie(spelling.stem + code) == f"{prefix}:{code}"
