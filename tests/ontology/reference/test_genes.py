"""Genes, their diseases, variants, annotations and papers, in the tables as they are shipped."""

import pytest

from ontology.reference import (
    annotations,
    diseases_of_gene,
    gene,
    genes_identified,
    genes_named,
    inheritance,
    omim_entry,
    omim_of_mondo,
    phenotypes,
    proteins_of_dbsnp,
    publications,
    residue,
    shared_paper,
    variants,
)


@pytest.mark.parametrize(
    ("curie", "symbol"),
    [
        ("hgnc:397", "ALAS2"),
        ("ncbigene:212", "ALAS2"),
        ("ensembl:ENSG00000158578", "ALAS2"),
        ("ensembl:ENSG00000158578.22", "ALAS2"),
        ("uniprot:P22557", "ALAS2"),
        ("omim:301300", "ALAS2"),
        ("refseq:NM_000032.5", "ALAS2"),
        ("refseq:NP_000023", "ALAS2"),
        ("hgnc:396", "ALAS1"),
        ("ncbigene:211", "ALAS1"),
        ("ensembl:ENSG00000023330", "ALAS1"),
        ("uniprot:P13196", "ALAS1"),
        ("omim:125290", "ALAS1"),
        ("ensembl:ENSG00000102010", "BMX"),
        ("hgnc:1079", "BMX"),
        ("mgi:87990", "Alas2"),
        ("ensembl:ENSMUSG00000025270", "Alas2"),
        ("mgi:87989", "Alas1"),
        ("ensembl:ENSMUSG00000032786", "Alas1"),
        ("rgd:2084", "Alas2"),
        ("ensembl:ENSRNOG00000000167", "Alas2"),
        ("ensembl:ENSDARG00000021059", "ALAS1"),
        ("flybase:FBgn0020764", "Alas"),
    ],
)
def test_an_identifier_denotes_its_gene(curie, symbol):
    assert gene(curie).symbol == symbol


@pytest.mark.parametrize(
    "curie",
    [
        "omim:300751",
        "omim:300752",
        "hgnc:0",
        "ensembl:ENSGALG00000003948",
        "ncbigene:451325",
        "pubmed:1",
        "ALAS2",
    ],
)
def test_what_denotes_no_gene_of_the_reference_gives_none(curie):
    assert gene(curie) is None


def test_the_human_gene_has_everything_that_the_tables_say():
    alas2 = gene("ncbigene:212")
    assert alas2.curie == "hgnc:397"
    assert alas2.taxon == "NCBITaxon:9606"
    assert alas2.name == "5'-aminolevulinate synthase 2"
    assert alas2.previous == ("ASB",)
    assert {"ALAS-E", "ANH1", "SIDBA1", "XLDPP", "XLEPP", "XLSA"} <= set(alas2.aliases)
    assert alas2.orthologs == ("mgi:87990", "rgd:2084")
    assert alas2.disorders == ("omim:300751", "omim:300752")
    assert alas2.cytobands == ("Xp11.21",)
    assert alas2.gene_type == "protein_coding"
    assert alas2.enzymes == ("2.3.1.37",)


def test_a_location_counts_from_one_and_names_its_release():
    place = gene("hgnc:397").location
    assert (place.assembly, place.chromosome, place.begin, place.end) == ("GRCh38", "X", 55009055, 55030977)
    assert "GENCODE 48" in place.annotation_release


def test_a_withdrawn_symbol_has_its_successor():
    alas3 = gene("hgnc:398")
    assert (alas3.symbol, alas3.status, alas3.successors) == ("ALAS3", "symbol withdrawn", ("hgnc:396",))


def test_a_protein_of_several_genes_denotes_none_of_them_alone():
    histones = genes_identified("uniprot:P62805")
    assert len(histones) > 1
    assert gene("uniprot:P62805") is None


@pytest.mark.parametrize(
    ("text", "curie", "kind", "spelling", "source"),
    [
        ("ALAS2", "hgnc:397", "symbol", "exact", "hgnc"),
        ("ALAS", "hgnc:396", "previous_symbol", "exact", "hgnc"),
        ("ALAS-H", "hgnc:396", "alias", "exact", "hgnc"),
        ("alas-h", "hgnc:396", "alias", "case", "hgnc"),
        ("XLSA", "hgnc:397", "alias", "exact", "ncbi_gene"),
        ("5'-aminolevulinate synthase 2", "hgnc:397", "name", "exact", "hgnc"),
        ("5’-Aminolevulinate synthase-2", "hgnc:397", "name", "normalised", "hgnc"),
        ("ALAS3", "hgnc:398", "withdrawn_symbol", "exact", "hgnc"),
    ],
)
def test_a_name_leads_to_its_human_gene(text, curie, kind, spelling, source):
    match = genes_named(text, "NCBITaxon:9606")[0]
    assert (match.gene.curie, match.kind, match.spelling, match.row.table) == (curie, kind, spelling, source)


def test_the_symbol_of_one_species_is_not_that_of_another():
    assert [match.gene.curie for match in genes_named("Alas2", "NCBITaxon:10090")] == ["mgi:87990"]
    assert genes_named("Alas2", "NCBITaxon:9031") == ()


def test_a_symbol_keeps_its_last_letter():
    assert "hgnc:396" not in {match.gene.curie for match in genes_named("ALA")}


def test_a_gene_number_is_told_from_a_phenotype_number():
    assert (omim_entry("301300").kind, omim_entry("omim:300751").kind) == ("gene", "phenotype")
    assert omim_entry("1") is None


def test_mondo_knows_the_omim_number():
    assert omim_of_mondo("MONDO:0020721") == ("omim:300751",)
    assert omim_of_mondo("MONDO:0010420") == ("omim:300752",)


def test_the_diseases_of_a_gene_are_its_phenotypes():
    assert [entry.curie for entry in diseases_of_gene("hgnc:397")] == ["omim:300751", "omim:300752"]
    assert "omim:301310" in {entry.curie for entry in diseases_of_gene("ncbigene:22")}


def test_sideroblastic_anemia_with_ataxia_is_the_disease_of_abcb7():
    genes = omim_entry("301310").genes
    assert [gene(curie).symbol for curie in genes] == ["ABCB7"]


def test_inheritance_and_phenotypes_are_those_of_hpo():
    assert inheritance("300752").terms == ("HP:0001423",)
    assert inheritance("300751").terms == ("HP:0001419",)
    assert "HP:0000992" in phenotypes("300752").terms
    assert inheritance("301300") is None


def test_known_variants_give_their_residues_away():
    changes = {variant.hgvs for variant in variants("hgnc:397")}
    assert {"p.Thr388Ser", "p.Arg170His", "p.Arg452Cys"} <= changes
    assert residue("uniprot:P22557", 170).letter == "R"
    assert [residue("uniprot:P22557", place) for place in (122, 139, 167, 176)] == [None] * 4


def test_a_variant_has_its_rs_number_disease_and_significance():
    (variant,) = [found for found in variants("uniprot:P22557") if found.position == 388]
    assert (variant.dbsnp, variant.disease) == ("dbsnp:rs137852300", "omim:300751")
    assert variant.significance == "likely pathogenic or pathogenic"


def test_an_rs_number_leads_to_the_proteins_that_it_changes():
    assert proteins_of_dbsnp("dbsnp:rs137852300") == ("uniprot:P22557",)
    assert proteins_of_dbsnp("dbsnp:rs137852769") == ("uniprot:P40939",)
    assert proteins_of_dbsnp("dbsnp:rs1") == ()


def test_annotations_have_their_evidence():
    found = {(annotation.term, annotation.evidence) for annotation in annotations("hgnc:397")}
    assert {("GO:0003870", "IDA"), ("GO:0005743", "IDA"), ("GO:0030170", "IEA")} <= found
    assert annotations("mgi:87990") == ()


def test_papers_about_a_gene_are_known():
    assert {18760763, 2347585, 1577484} <= publications("hgnc:397").pubmed
    assert publications("hgnc:398") is None


def test_papers_of_many_genes_are_known_by_their_number_alone():
    paper = shared_paper("15342556")
    assert paper
    assert paper.genes > 5
    assert 15342556 not in publications("hgnc:397").pubmed
    assert shared_paper("2347585") is None
