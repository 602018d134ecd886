import pytest

from ingest.identifiers import from_address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.ncbi.nlm.nih.gov/gene/212", "ncbigene:212"),
        ("http://www.ncbi.nlm.nih.gov/gene?Db=gene&Cmd=ShowDetailView&TermToSearch=212", "ncbigene:212"),
        ("https://www.ncbi.nlm.nih.gov/gene/?term=212", "ncbigene:212"),
        ("https://www.ncbi.nlm.nih.gov/gene/?term=212[uid]", "ncbigene:212"),
        (
            "http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?db=gene&cmd=Retrieve&dopt=full_report&list_uids=212",
            "ncbigene:212",
        ),
        (
            "https://www.ncbi.nlm.nih.gov/sites/entrez?db=gene&cmd=Link&LinkName=gene_pubmed&from_uid=212",
            "ncbigene:212",
        ),
        (
            "https://www.ensembl.org/Homo_sapiens/Gene/Summary?db=core;g=ENSG00000158578",
            "ensembl:ENSG00000158578",
        ),
        (
            "http://May2017.archive.ensembl.org/Homo_sapiens/Gene/Summary?db=core;g=ENSG00000158578",
            "ensembl:ENSG00000158578",
        ),
        ("https://www.ensembl.org/id/ENSG00000158578.22", "ensembl:ENSG00000158578.22"),
        (
            "https://useast.ensembl.org/Gallus_gallus/Gene/Summary?g=ENSGALG00000003948;r=1",
            "ensembl:ENSGALG00000003948",
        ),
        ("http://identifiers.org/ensembl/ENSG00000158578", "ensembl:ENSG00000158578"),
        ("http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578", "ensembl:ENSG00000158578"),
        ("https://www.genome.jp/entry/gga:552895", "kegg.genes:gga:552895"),
        ("https://www.kegg.jp/entry/hsa:212", "kegg.genes:hsa:212"),
        ("http://www.genome.jp/dbget-bin/www_bget?gga:552895", "kegg.genes:gga:552895"),
        ("https://www.kegg.jp/kegg-bin/search?q=x", None),
        ("https://www.genome.jp/dbget-bin/www_bget?hsa+212", "kegg.genes:hsa:212"),
        ("https://zfin.org/ZDB-GENE-001229-2", "zfin:ZDB-GENE-001229-2"),
        (
            "http://zfin.org/cgi-bin/webdriver?MIval=aa-markerview.apg&OID=ZDB-GENE-001229-2",
            "zfin:ZDB-GENE-001229-2",
        ),
        ("http://zfin.org/action/marker/view/ZDB-GENE-001229-2", "zfin:ZDB-GENE-001229-2"),
        ("http://www.informatics.jax.org/marker/MGI:87990", "mgi:87990"),
        ("https://www.informatics.jax.org/accession/MGI:87990", "mgi:87990"),
        ("http://www.informatics.jax.org/searches/accession_report.cgi?id=MGI:87990", "mgi:87990"),
        (
            "http://www.informatics.jax.org/javawi2/servlet/WIFetch?page=markerDetail&id=MGI:87990",
            "mgi:87990",
        ),
        (
            "http://www.xenbase.org/gene/showgene.do?method=displayGeneSummary&geneId=XB-GENE-975178",
            "xenbase:XB-GENE-975178",
        ),
        (
            "https://www.xenbase.org/entry/gene/showgene.do?method=display&geneId=975178",
            "xenbase:XB-GENE-975178",
        ),
        (
            "https://www.xenbase.org/xenbase/gene/showgene.do?method=display&geneId=XB-GENEPAGE-975175",
            "xenbase:XB-GENEPAGE-975175",
        ),
        ("https://pubmed.ncbi.nlm.nih.gov/2347585/", "pubmed:2347585"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/2347585", "pubmed:2347585"),
        (
            "http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=2347585&dopt=Abstract",
            "pubmed:2347585",
        ),
        ("https://www.ncbi.nlm.nih.gov/pubmed?term=2347585", "pubmed:2347585"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/?term=2347585", "pubmed:2347585"),
        ("http://www.ncbi.nlm.nih.gov/m/pubmed/2347585", "pubmed:2347585"),
        ("https://europepmc.org/article/MED/2347585", "pubmed:2347585"),
        ("https://europepmc.org/abstract/med/2347585", "pubmed:2347585"),
        ("https://doi.org/10.1016%2FS0009-8981%2802%2900095-5", "doi:10.1016/s0009-8981(02)00095-5"),
        ("http://dx.doi.org/10.1182/blood-2002-06-1623", "doi:10.1182/blood-2002-06-1623"),
        ("https://www.doi.org/10.1182/blood-2002-06-1623", "doi:10.1182/blood-2002-06-1623"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1224682", "pmc:PMC1224682"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC1224682/", "pmc:PMC1224682"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/1224682/", "pmc:PMC1224682"),
        ("https://omim.org/entry/301300", "omim:301300"),
        ("https://www.omim.org/entry/301300#0001", "omim:301300"),
        ("http://www.ncbi.nlm.nih.gov/omim/301300", "omim:301300"),
        ("http://www.ncbi.nlm.nih.gov/entrez/dispomim.cgi?id=301300", "omim:301300"),
        ("http://omim.org/301300", "omim:301300"),
        ("https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:397", "hgnc:397"),
        ("http://www.genenames.org/cgi-bin/gene_symbol_report?hgnc_id=397", "hgnc:397"),
        ("http://www.genenames.org/data/hgnc_data.php?hgnc_id=397", "hgnc:397"),
        ("https://www.uniprot.org/uniprot/P22557", "uniprot:P22557"),
        ("https://www.uniprot.org/uniprotkb/P22557/entry", "uniprot:P22557"),
        ("http://purl.uniprot.org/uniprot/P22557", "uniprot:P22557"),
        ("https://www.ncbi.nlm.nih.gov/snp/rs137852769", "dbsnp:rs137852769"),
        ("https://www.ncbi.nlm.nih.gov/SNP/snp_ref.cgi?rs=137852769", "dbsnp:rs137852769"),
        ("https://www.ncbi.nlm.nih.gov/projects/SNP/snp_ref.cgi?rs=137852769", "dbsnp:rs137852769"),
        ("http://flybase.org/reports/FBgn0020764", "flybase:FBgn0020764"),
        ("http://amigo.geneontology.org/amigo/term/GO:0003870", "GO:0003870"),
        ("http://purl.obolibrary.org/obo/GO_0003870", "GO:0003870"),
        ("https://example.org/gene/212", None),
        ("https://www.ncbi.nlm.nih.gov/nuccore/NM_000032.5", "refseq:NM_000032.5"),
        ("https://pubmed.ncbi.nlm.nih.gov/?term=ALAS2", None),
        ("https://www.ncbi.nlm.nih.gov/gene/212/ortholog/", "ncbigene:212"),
        ("https://rgd.mcw.edu/rgdweb/report/gene/main.html?id=2067", "rgd:2067"),
    ],
)
def test_the_identifier_in_a_web_address_is_found(address: str, expected: str | None) -> None:
    assert from_address(address) == expected
