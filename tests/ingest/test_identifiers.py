import pytest

from ingest.identifiers import curie, space_of
from ontology import bridge


@pytest.mark.parametrize(
    ("space", "written", "expected"),
    [
        ("hgnc", "HGNC: 398", "hgnc:398"),
        ("hgnc", "hgnc:398", "hgnc:398"),
        ("hgnc", "HGNC_398", "hgnc:398"),
        ("hgnc", "398", "hgnc:398"),
        ("hgnc", "HGNC ID: 398", "hgnc:398"),
        ("hgnc", "HGNC:HGNC:398", "hgnc:398"),
        ("omim", "MIM:125290", "omim:125290"),
        ("omim", "OMIM: 125290", "omim:125290"),
        ("omim", "MIM 125290", "omim:125290"),
        ("omim", "MIM#125290", "omim:125290"),
        ("omim", "*125290", "omim:125290"),
        ("omim", "#300751", "omim:300751"),
        ("omim", "OMIM:125290", "omim:125290"),
        ("ncbigene", "GeneID:212", "ncbigene:212"),
        ("ncbigene", "Gene ID: 212", "ncbigene:212"),
        ("ncbigene", "NCBI:212", "ncbigene:212"),
        ("ncbigene", "NCBIGene:212", "ncbigene:212"),
        ("ncbigene", "Entrez:212", "ncbigene:212"),
        ("ncbigene", "NCBI Gene: 212", "ncbigene:212"),
        ("ncbigene", "LOC451325", "ncbigene:451325"),
        ("ensembl", "ensg00000158578", "ensembl:ENSG00000158578"),
        ("ensembl", "ENSG00000158578.22", "ensembl:ENSG00000158578.22"),
        ("ensembl", "Ensembl:ENSG00000158578", "ensembl:ENSG00000158578"),
        ("uniprot", "UniProtKB:P22557", "uniprot:P22557"),
        ("uniprot", "p22557", "uniprot:P22557"),
        ("uniprot", "UniProtKB/Swiss-Prot:P22557", "uniprot:P22557"),
        ("uniprot", "sp|P22557|HEM0_HUMAN", "uniprot:P22557"),
        ("mgi", "MGI:87990", "mgi:87990"),
        ("mgi", "MGI:MGI:87990", "mgi:87990"),
        ("mgi", "MGI: 87990", "mgi:87990"),
        ("zfin", "ZFIN:ZDB-GENE-001229-2", "zfin:ZDB-GENE-001229-2"),
        ("zfin", "zdb-gene-001229-2", "zfin:ZDB-GENE-001229-2"),
        ("xenbase", "XB-GENE-975178", "xenbase:XB-GENE-975178"),
        ("xenbase", "Xenbase:XB-GENE-975178", "xenbase:XB-GENE-975178"),
        ("xenbase", "975178", "xenbase:XB-GENE-975178"),
        ("xenbase", "XB-GENEPAGE-975175", "xenbase:XB-GENEPAGE-975175"),
        ("pubmed", "PMID: 2347585", "pubmed:2347585"),
        ("pubmed", "PMID 2347585", "pubmed:2347585"),
        ("pubmed", "PubMed: 2347585", "pubmed:2347585"),
        ("pmc", "PMC1224682", "pmc:PMC1224682"),
        ("pmc", "PMCID: PMC1224682", "pmc:PMC1224682"),
        ("pmc", "PMC: 1224682", "pmc:PMC1224682"),
        ("doi", "doi:10.1016/S0009-8981(02)00095-5", "doi:10.1016/s0009-8981(02)00095-5"),
        ("doi", "DOI: 10.1182/blood-2002-06-1623.", "doi:10.1182/blood-2002-06-1623"),
        ("doi", "https://doi.org/10.1016%2FS0009-8981%2802%2900095-5", "doi:10.1016/s0009-8981(02)00095-5"),
        (
            "doi",
            "10.1002/(SICI)1096-8652(199910)62:2<112::AID-AJH9>3.0.CO;2-L",
            "doi:10.1002/(sici)1096-8652(199910)62:2<112::aid-ajh9>3.0.co;2-l",
        ),
        ("kegg.genes", "gga:552895", "kegg.genes:gga:552895"),
        ("kegg.genes", "KEGG:gga:552895", "kegg.genes:gga:552895"),
        ("flybase", "FBgn0020764", "flybase:FBgn0020764"),
        ("flybase", "FLYBASE:FBgn0020764", "flybase:FBgn0020764"),
        ("flybase", "fbgn0020764", "flybase:FBgn0020764"),
        ("dbsnp", "rs137852769", "dbsnp:rs137852769"),
        ("dbsnp", "RS137852769", "dbsnp:rs137852769"),
        ("dbsnp", "dbSNP:rs137852769", "dbsnp:rs137852769"),
        ("refseq", "nm_000032.5", "refseq:NM_000032.5"),
        ("refseq", "RefSeq:NM_000032", "refseq:NM_000032"),
        ("pdb", "1h7d", "pdb:1H7D"),
        ("pdb", "PDB:1H7D", "pdb:1H7D"),
        ("GO", "GO:0003870", "GO:0003870"),
        ("GO", "0003870", "GO:0003870"),
        ("GO", "GO_0003870", "GO:0003870"),
        ("cgnc", "CGNC:2897", "cgnc:2897"),
        ("homologene", "HomoloGene:17", "homologene:17"),
        ("rgd", "RGD:2067", "rgd:2067"),
        ("NCBITaxon", "taxon:9606", "NCBITaxon:9606"),
        ("MONDO", "MONDO:0010420", "MONDO:0010420"),
        ("omim", "ABC", "omim:ABC"),
        ("hgnc", "n/a", "hgnc:n/a"),
    ],
)
def test_a_code_in_any_spelling_is_one_curie(space: str, written: str, expected: str) -> None:
    assert curie(space, written) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("HGNC", "hgnc"),
        ("HGNC ID", "hgnc"),
        ("HGNC IDs:", "hgnc"),
        ("NCBI Gene ID", "ncbigene"),
        ("Entrez Gene ID", "ncbigene"),
        ("Entrez", "ncbigene"),
        ("Ensembl Gene ID", "ensembl"),
        ("OMIM ID", "omim"),
        ("MIM number", "omim"),
        ("OMIM number", "omim"),
        ("UniProtKB/Swiss-Prot ID", "uniprot"),
        ("UniProt accession", "uniprot"),
        ("UniProt Accession Number", "uniprot"),
        ("KEGG", "kegg.genes"),
        ("KEGG ID", "kegg.genes"),
        ("Xenbase", "xenbase"),
        ("FlyBase", "flybase"),
        ("RGD", "rgd"),
        ("PMID", "pubmed"),
        ("PubMed ID", "pubmed"),
        ("DOI", "doi"),
        ("dbSNP ID", "dbsnp"),
        ("CGNC", "cgnc"),
        ("favourite", None),
        ("Gene ID", "ncbigene"),
    ],
)
def test_the_name_of_an_id_space_is_known_in_any_spelling(name: str, expected: str | None) -> None:
    assert space_of(name) == expected


def test_a_version_stays_in_the_curie_and_leaves_the_iri() -> None:
    versioned = curie("ensembl", "ENSG00000158578.22")

    assert versioned == "ensembl:ENSG00000158578.22"
    assert bridge.iri(versioned).value == "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578"


@pytest.mark.parametrize(
    ("space", "written"), [("hgnc", "n/a"), ("omim", "12345"), ("ensembl", "ENSG123"), ("uniprot", "ALAS2")]
)
def test_a_code_that_fits_no_pattern_stays_what_it_is(space: str, written: str) -> None:
    assert curie(space, written) == f"{space}:{written}"
    assert not bridge.is_valid(curie(space, written))


def test_a_curie_is_its_own_spelling() -> None:
    assert curie("mgi", curie("mgi", "MGI:87990").removeprefix("mgi:")) == "mgi:87990"
