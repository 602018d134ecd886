import pytest

from ingest.sources.wikipedia import parse, recognises
from tests.ingest.sources.wikipedia_article import BOX, article, said, values


def test_an_autosomal_gene_without_a_mouse_gene():
    box = (
        "ABC1 Available structures PDB Human UniProt search: PDBe RCSB List of PDB id codes 1ABC, 2DEF "
        "Identifiers Aliases ABC1, LTR, LTR1, alphabet kinase 1 External IDs OMIM: 600001; HomoloGene: 9; "
        "GeneCards: ABC1; OMA:ABC1 - orthologs EC number 2.7.11.1 Gene location (Human) Chr. Chromosome 3 "
        "(human)[1] Band 3p21.2 Start 51,000,001 bp[1] End 51,000,999 bp[1] RNA expression pattern Bgee "
        "Human Mouse (ortholog) Top expressed in liver More reference expression data n/a Gene ontology "
        "Molecular function kinase activity Biological process DNA repair Sources:Amigo / QuickGO Orthologs "
        "Species Human Mouse Entrez 1234 n/a Ensembl ENSG00000000001 n/a UniProt P12345 Q12345 n/a RefSeq "
        "(mRNA) NM_000001 NM_001000002 n/a RefSeq (protein) NP_000001 n/a Location (UCSC) Chr 3: 51.0 – "
        "51.0 Mb n/a PubMed search [2] n/a Wikidata View/Edit Human"
    )
    document = article(box)
    assert recognises(document).evidence
    assert values(document, "gene", "xref") == [
        "pdb:1ABC",
        "pdb:2DEF",
        "ec:2.7.11.1",
        "omim:600001",
        "homologene:9",
        "genecards:ABC1",
        "ncbigene:1234",
        "uniprot:P12345",
        "uniprot:Q12345",
        "refseq:NM_000001",
        "refseq:NM_001000002",
        "refseq:NP_000001",
        "ensembl:ENSG00000000001",
    ]
    assert said(document, "chromosome", "cytoband", "location") == [
        ("gene", "chromosome", "3"),
        ("gene", "cytoband", "3p21.2"),
        ("gene", "location", "3:51000001-51000999"),
    ]
    assert said(document, "enables", "located_in", "involved_in") == [
        ("gene", "enables", "kinase activity"),
        ("gene", "involved_in", "DNA repair"),
    ]
    assert said(document, "expressed_in") == [("gene", "expressed_in", "liver")]
    assert said(document, "symbol", "alias", "name") == [
        ("gene", "symbol", "ABC1"),
        ("gene", "alias", "LTR"),
        ("gene", "alias", "LTR1"),
        ("gene", "name", "alphabet kinase 1"),
    ]
    assert [
        fact
        for fact in parse(document).facts
        if fact.subject.startswith("ortholog") and fact.property == "xref"
    ] == []


@pytest.mark.parametrize(
    ("columns", "human", "mouse"),
    [
        ("Entrez 12 34567", ["ncbigene:12"], ["ncbigene:34567"]),
        ("Entrez n/a 34567", [], ["ncbigene:34567"]),
        ("Ensembl ENSG00000000001 ENSG00000000002 ENSMUSG00000000003",
         ["ensembl:ENSG00000000001", "ensembl:ENSG00000000002"], ["ensembl:ENSMUSG00000000003"]),
        ("UniProt P12345 Q9D6F4", ["uniprot:P12345"], ["uniprot:Q9D6F4"]),
        ("UniProt A0A024R1X5 P12345 O70001",
         ["uniprot:A0A024R1X5", "uniprot:P12345"], ["uniprot:O70001"]),
        ("RefSeq (mRNA) NM_001354 NM_001135 NM_013454", ["refseq:NM_001354"],
         ["refseq:NM_001135", "refseq:NM_013454"]),
        ("RefSeq (mRNA) NM_000001 NM_001000002 NM_001000003 NM_001900001 NM_001900002",
         ["refseq:NM_000001", "refseq:NM_001000002", "refseq:NM_001000003"],
         ["refseq:NM_001900001", "refseq:NM_001900002"]),
        ("RefSeq (protein) NP_000001 n/a", ["refseq:NP_000001"], []),
        ("RefSeq (protein) n/a NP_000001 NP_000002", [], ["refseq:NP_000001", "refseq:NP_000002"]),
        ("Entrez n/a n/a", [], []),
        ("UniProt", [], []),
    ],
)  # fmt: skip
def test_columns_are_those_of_human_and_mouse(columns: str, human: list[str], mouse: list[str]):
    document = article(f"{BOX}Orthologs Species Human Mouse {columns}")
    assert values(document, "gene", "xref") == human
    assert values(document, "ortholog:10090", "xref") == mouse
    assert [fact.value for fact in parse(document).facts if fact.property == "ortholog"] == [
        code for code in mouse if code.startswith("ncbigene:")
    ]


@pytest.mark.parametrize(
    ("place", "facts"),
    [
        ("Chromosome 17 (human)[1] Band 17q21.31 Start 43,044,295 bp[1] End 43,170,245 bp[1]",
         [("chromosome", "17"), ("cytoband", "17q21.31"), ("location", "17:43044295-43170245")]),
        ("Y chromosome (human)[1] Band Yp11.2 Start 1 bp[1] End 20 bp[1]",
         [("chromosome", "Y"), ("cytoband", "Yp11.2"), ("location", "Y:1-20")]),
        ("Mitochondrial DNA (human)[1] Band n/a Start 3,307 bp[1] End 4,262 bp[1]",
         [("chromosome", "MT"), ("location", "MT:3307-4262")]),
        ("Chromosome 3 (human)[1] Band 3p21.2", [("chromosome", "3"), ("cytoband", "3p21.2")]),
        ("Chromosome 3 (human)", [("chromosome", "3")]),
        ("n/a", []),
    ],
)  # fmt: skip
def test_a_place_is_chromosome_band_and_positions(place: str, facts: list[tuple[str, str]]):
    document = article(f"{BOX}Gene location (Human) Chr. {place} Orthologs Species Human Mouse")
    assert said(document, "chromosome", "cytoband", "location") == [("gene", *fact) for fact in facts]


def test_a_box_without_a_mouse_column_is_all_human():
    document = article(f"{BOX}Orthologs Species Human Entrez 12 34 UniProt P12345 P12344")
    assert values(document, "gene", "xref") == [
        "ncbigene:12",
        "ncbigene:34",
        "uniprot:P12345",
        "uniprot:P12344",
    ]
    assert values(document, "ortholog:10090", "xref") == []


def test_the_assembly_is_that_of_the_species_in_the_references():
    document = article(
        f"{BOX}Gene location (Human) Chr. Chromosome 3 (human)[1] Band 3p21 Start 10 bp[1] End 20 bp[1] "
        "Gene location (Mouse) Chr. Chromosome 9 (mouse)[2] Band 9 A1|9 1.0 cM Start 30 bp[2] End 40 bp[2]",
        "## References\n\n1. ^ [GRCh38: Ensembl release 89: ENSG00000000001](http://e.org/) – Ensembl\n\n"
        "1. ^ [GRCm38: Ensembl release 89: ENSMUSG00000000001](http://e.org/) – Ensembl\n",
    )
    assert said(document, "location", "annotation_release", "cytoband") == [
        ("gene", "cytoband", "3p21"),
        ("gene", "location", "GRCh38:3:10-20"),
        ("gene", "annotation_release", "Ensembl release 89"),
        ("ortholog:10090", "cytoband", "9 A1"),
        ("ortholog:10090", "location", "GRCm38:9:30-40"),
        ("ortholog:10090", "annotation_release", "Ensembl release 89"),
    ]


def test_a_name_with_dangling_hyphens_is_not_cut():
    document = article(
        "ABC1 Identifiers Aliases ABC1, LTR, alphabet, beta-, kinase 1 External IDs OMIM: 600001"
    )
    assert values(document, "gene", "alias") == ["LTR"]
    assert values(document, "gene", "name") == ["alphabet, beta-, kinase 1"]


def test_aliases_that_are_all_symbols_hold_no_name():
    document = article("ABC1 Identifiers Aliases ABC1, LTR, LTR2 External IDs OMIM: 600001")
    assert values(document, "gene", "alias") == ["LTR", "LTR2"]
    assert values(document, "gene", "name") == []
