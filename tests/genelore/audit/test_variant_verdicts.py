from types import MappingProxyType

import pytest

from genelore.audit.change import parse
from genelore.audit.model import Judgement
from ontology.reference import Proteins
from tests.genelore.audit.hand_made import HUMAN, conflicts, judged_with, reading, verdict_on

# Five residues, as if they were the protein of ALAS2: Met, Val, Gly, Arg, Leu.
PROTEINS = Proteins(MappingProxyType({"P22557": "MVGRL"}), "made by hand")
ALAS2 = (HUMAN, "gene symbol ALAS2")


def post(*lines: str, symbol: str = "ALAS2"):
    return reading("post.md", HUMAN, f"gene symbol {symbol}", *lines)


def judged(change: str):
    found = verdict_on(post(f"gene variant {change}"), "variant")
    return found.judgement, found.reason


def test_a_residue_that_known_variants_give_away_refutes_another():
    assert judged("p.Gly170Arg") == (Judgement.REFUTED, "UniProt P22557 of ALAS2 has Arg at 170, not Gly")
    assert [found.kind for found in conflicts("residue", post("gene variant p.Gly170Arg"))] == ["residue"]


def test_a_variant_that_uniprot_lists_is_confirmed():
    assert judged("p.Arg170Cys")[0] is Judgement.CONFIRMED


def test_a_residue_that_nothing_gives_away_is_unverified():
    assert judged("p.Val122Ile") == (
        Judgement.UNVERIFIED,
        "no known variant gives away the residue of ALAS2 at 122",
    )


def test_a_change_of_the_coding_dna_is_not_covered():
    assert judged("c.1559C>T")[0] is Judgement.UNVERIFIED


def test_with_sequences_every_residue_is_known():
    wrong = judged_with(PROTEINS, post("gene variant p.Ala3Ser"), "variant")
    assert (wrong.judgement, wrong.reason) == (
        Judgement.REFUTED,
        "UniProt P22557 of ALAS2 has Gly at 3, not Ala",
    )
    right = judged_with(PROTEINS, post("gene variant p.Gly3Ser"), "variant")
    assert right.judgement is Judgement.UNVERIFIED
    assert "as the variant says, but UniProt does not list this change" in right.reason


def test_a_position_behind_the_end_of_the_sequence_is_refuted():
    found = judged_with(PROTEINS, post("gene variant p.Gly3000Ser"), "variant")
    assert (found.judgement, found.reason) == (
        Judgement.REFUTED,
        "the protein of ALAS2 ends at 5, before 3000",
    )


def test_the_last_residue_belongs_to_the_protein():
    found = judged_with(PROTEINS, post("gene variant p.Leu5Ser"), "variant")
    assert found.judgement is Judgement.UNVERIFIED
    assert judged_with(PROTEINS, post("gene variant p.Leu6Ser"), "variant").judgement is Judgement.REFUTED


def test_all_wrong_residues_of_a_document_are_one_conflict():
    document = post("gene variant p.Gly170Arg", "gene variant p.Ala411Pro")
    (found,) = conflicts("residue", document)
    assert found.sentence.startswith("post.md has 2 variants at odds with the protein: ")


def dbsnp(change: str, number: str, symbol: str):
    lines = (f"gene variant {change}", f"variant:{change} xref dbsnp:{number}")
    return verdict_on(post(*lines, symbol=symbol), "xref", part="variant-1")


def test_a_dbsnp_id_of_the_change_is_confirmed():
    assert dbsnp("p.Glu7Val", "rs334", "HBB").judgement is Judgement.CONFIRMED


def test_a_dbsnp_id_of_another_genes_variant_is_refuted():
    found = dbsnp("p.Val122Ile", "rs137852769", "ALAS2")
    assert (found.judgement, found.denotes) == (Judgement.REFUTED, "hgnc:4801")
    assert "HADHA" in found.reason


def test_a_dbsnp_id_of_another_change_of_the_gene_is_refuted():
    assert dbsnp("p.Lys67Thr", "rs334", "HBB").judgement is Judgement.REFUTED


def test_a_polymorphism_written_from_the_other_allele_is_the_same_variant():
    document = post("gene variant p.Arg72Pro", "variant:p.Arg72Pro xref dbsnp:rs1042522", symbol="TP53")
    found = verdict_on(document, "variant")
    assert (found.judgement, found.reason) == (
        Judgement.CONFIRMED,
        "UniProt has it as p.Pro72Arg of TP53 (likely benign or benign), "
        "the same change from the other allele",
    )
    named = verdict_on(document, "xref", part="variant-1")
    assert named.judgement is Judgement.CONFIRMED
    assert named.reason.endswith("in UniProt, the same change from the other allele")


def test_a_mutation_written_the_wrong_way_round_is_neither_confirmed_nor_refuted():
    found = verdict_on(post("gene variant p.Asp551Gly", symbol="CFTR"), "variant")
    assert found.judgement is Judgement.UNVERIFIED
    assert "UniProt has it as p.Gly551Asp" in found.reason


def test_the_same_change_counted_without_the_first_residue_is_not_refuted():
    assert dbsnp("p.Glu6Val", "rs334", "HBB").rule == "numbering"
    document = post("gene variant p.Glu6Val", "variant:p.Glu6Val xref dbsnp:rs334", symbol="HBB")
    assert verdict_on(document, "variant").rule == "numbering"


def test_another_numbering_is_no_excuse_for_the_id_of_another_change_that_is_known():
    found = dbsnp("p.Arg248Trp", "rs28934574", "TP53")
    assert (found.judgement, found.reason) == (
        Judgement.REFUTED,
        "rs28934574 is p.Arg282Gly and p.Arg282Trp in UniProt, not p.Arg248Trp, which is rs121912651",
    )


def test_an_id_that_a_document_gives_twice_is_told_once():
    lines = [f"variant:{one} xref dbsnp:rs137852769" for one in ("p.Val122Ile", "p.Gly139Val")]
    document = post("gene variant p.Val122Ile", lines[0], "gene variant p.Gly139Val", lines[1])
    (found,) = conflicts("dbsnp", document)
    assert found.sentence.startswith(
        "post.md gives the dbSNP id rs137852769, but rs137852769 is a variant of "
    )
    assert found.sentence.count("rs137852769") == 2
    assert len(found.sides[0].claims) == 2


def test_a_dbsnp_id_that_uniprot_lacks_is_unverified():
    assert dbsnp("p.Val122Ile", "rs999999999", "ALAS2").judgement is Judgement.UNVERIFIED


@pytest.mark.parametrize("change", ["p.Phe508del", "p.Trp1282Ter", "p.Phe508fs"])
def test_of_a_change_that_is_not_missense_the_reference_does_not_speak(change):
    found = verdict_on(post(f"gene variant {change}", symbol="CFTR"), "variant")
    assert found.judgement is Judgement.UNVERIFIED
    assert "the reference has missense variants alone" in found.reason
    named = dbsnp(change, "rs113993960", "CFTR")
    assert (named.judgement, named.reason) == (
        Judgement.UNVERIFIED,
        "the reference has dbSNP ids of missense variants alone, and rs113993960 is none of them",
    )


def test_a_stop_where_the_protein_has_another_residue_is_refuted():
    assert judged("p.Gly170Ter")[0] is Judgement.REFUTED


def test_the_other_residue_of_a_polymorphism_is_no_wrong_one():
    found = verdict_on(post("gene variant p.Arg399Gly", symbol="XRCC1"), "variant")
    assert found.judgement is Judgement.UNVERIFIED
    assert found.reason.startswith(
        "UniProt P18887 of XRCC1 has Gln at 399, and Arg in a polymorphism (p.Gln399Arg"
    )
    other = verdict_on(post("gene variant p.Trp399Gly", symbol="XRCC1"), "variant")
    assert other.judgement is Judgement.REFUTED


def test_a_type_that_the_change_itself_denies_is_contested():
    lines = ("gene variant p.Val122Ile", "variant:p.Val122Ile variant_type nonsense")
    assert verdict_on(post(*lines), "variant_type", part="variant-1").judgement is Judgement.CONTESTED


@pytest.mark.parametrize(
    ("text", "kind"),
    [("p.Arg411Ter", "nonsense"), ("p.Lys27ArgfsTer5", "frameshift"), ("p.Gly12=", "synonymous")],
)
def test_the_kind_of_a_change_is_read_from_its_text(text, kind):
    change = parse(text)
    assert change is not None
    assert change.kind == kind


def cited(*lines: str):
    return reading("post.md", *ALAS2, *lines)


def test_a_paper_of_the_gene_is_confirmed():
    document = cited("gene citation pubmed:2347585 in part publication:1")
    assert verdict_on(document, "citation").judgement is Judgement.CONFIRMED
    assert not conflicts("citation", document)


def test_a_paper_that_is_not_known_to_be_of_the_gene_is_a_hint_and_no_refutation():
    document = cited("gene citation pubmed:1 in part publication:1")
    assert verdict_on(document, "citation").judgement is Judgement.UNVERIFIED
    (found,) = conflicts("citation", document)
    assert found.sentence == (
        "post.md cites pubmed:1, but PubMed 1 is not among the papers that NCBI ties to ALAS2, "
        "5'-aminolevulinate synthase 2: look whether it is about it."
    )


def test_a_paper_that_the_reference_ties_to_genes_that_it_does_not_list_is_no_hint():
    document = cited("gene citation pubmed:12477932 in part publication:1")
    found = verdict_on(document, "citation")
    assert found.judgement is Judgement.UNVERIFIED
    assert found.reason.startswith("NCBI ties PubMed 12477932 to ")
    assert "human genes, which the reference does not list" in found.reason
    assert not conflicts("citation", document)


def test_a_paper_of_a_mouse_gene_is_not_looked_up_among_those_of_human_genes():
    document = reading(
        "post.md",
        "gene taxon NCBITaxon:10090",
        "gene symbol Alas2",
        "gene xref mgi:87990",
        "gene citation pubmed:1 in part publication:1",
    )
    assert verdict_on(document, "citation").rule == "not-covered"
    assert not conflicts("citation", document)


def test_a_doi_alone_is_not_covered():
    document = cited("gene citation doi:10.1016/j.bcmd.2008.04.002 in part publication:1")
    assert verdict_on(document, "citation").rule == "not-covered"
