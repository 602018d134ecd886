"""What endpoints answered decides what the reference leaves open, and nothing else."""

from dataclasses import replace

from genelore.audit.examination import examine
from genelore.audit.model import Judgement, Verdict
from genelore.audit.outside import Answer, Outside, Relation, asked, gathered
from genelore.audit.reading import Reading
from tests.genelore.audit.hand_made import CHICKEN, HUMAN, claim_of, reading

UNIPROT, BGEE = "https://sparql.uniprot.org/sparql", "https://www.bgee.org/sparql/"
OMA = "https://sparql.omabrowser.org/sparql/"
HUMAN_TAXON, CHICKEN_TAXON = "NCBITaxon:9606", "NCBITaxon:9031"
CHIMPANZEE = "NCBITaxon:9598"
ALAS2 = "gene symbol ALAS2"
UNKNOWN = "ncbigene:999999991"


def said(
    subject: str,
    value: str,
    taxon: str = HUMAN_TAXON,
    relation: Relation = Relation.GENE,
    endpoint: str = UNIPROT,
) -> Answer:
    return Answer(endpoint, "made-up", "a" * 64, "2026-01-01T00:00:00Z", relation, subject, value, taxon)


def judged(document: Reading, prop: str, text: str, *answers: Answer, part: str = "gene") -> Verdict:
    claim = claim_of(document, prop, text, part)
    found = examine(document, outside=gathered(answers)).verdicts
    return next(one for one in found if one.claim == claim.iri)


def post(*lines: str) -> Reading:
    return reading("post.md", HUMAN, ALAS2, *lines)


def test_an_identifier_that_only_an_endpoint_knows_is_confirmed_by_its_row():
    answer = said(UNKNOWN, "ALAS2")
    verdict = judged(post(f"gene xref {UNKNOWN}"), "xref", UNKNOWN, answer)

    assert (verdict.judgement, verdict.rows) == (Judgement.CONFIRMED, (answer.row,))
    assert verdict.reason == "UniProt says that NCBI Gene 999999991 is ALAS2"


def test_an_identifier_that_endpoints_give_another_gene_is_refuted_and_named():
    verdict = judged(post(f"gene xref {UNKNOWN}"), "xref", UNKNOWN, said(UNKNOWN, "BMX"))

    assert (verdict.judgement, verdict.denotes) == (Judgement.REFUTED, "hgnc:1079")
    assert verdict.reason == "UniProt says that NCBI Gene 999999991 is BMX, not ALAS2"


def test_a_name_that_the_reference_does_not_have_decides_nothing_but_is_told():
    verdict = judged(post(f"gene xref {UNKNOWN}"), "xref", UNKNOWN, said(UNKNOWN, "LOC999999991"))

    assert verdict.judgement is Judgement.UNVERIFIED
    assert verdict.reason.endswith("UniProt says that NCBI Gene 999999991 is LOC999999991")
    assert len(verdict.rows) == 1


def test_endpoints_that_disagree_make_a_claim_contested():
    answers = said(UNKNOWN, "ALAS2"), said(UNKNOWN, "BMX", endpoint=BGEE)
    verdict = judged(post(f"gene xref {UNKNOWN}"), "xref", UNKNOWN, *answers)

    assert (verdict.judgement, len(verdict.rows)) == (Judgement.CONTESTED, 2)


def test_an_endpoint_that_names_the_gene_among_others_agrees():
    answers = said(UNKNOWN, "ALAS2"), said(UNKNOWN, "BMX")

    assert judged(post(f"gene xref {UNKNOWN}"), "xref", UNKNOWN, *answers).judgement is Judgement.CONFIRMED


def test_the_reference_wins_where_it_covers_the_value():
    document = post("gene xref ncbigene:212", "gene xref ensembl:ENSG00000102010")
    plain = examine(document).verdicts
    wrong = said("ncbigene:212", "BMX"), said("ensembl:ENSG00000102010", "ALAS2")

    assert examine(document, outside=gathered(wrong)).verdicts == plain


def test_a_chicken_identifier_of_the_counterparts_name_is_confirmed_and_of_another_species_refuted():
    document = reading("page.md", CHICKEN, ALAS2, "gene xref kegg.genes:gga:552895", kind="chickybase")
    kegg = "kegg.genes:gga:552895"

    right = judged(document, "xref", kegg, said("ncbigene:552895", "ALAS2", CHICKEN_TAXON))
    assert right.judgement is Judgement.CONFIRMED
    stranger = judged(document, "xref", kegg, said("ncbigene:552895", "ALAS2", CHIMPANZEE))
    assert (stranger.judgement, stranger.rule) == (Judgement.REFUTED, "species-of-identifier")


def test_a_group_of_orthologs_confirms_a_gene_and_never_refutes_one():
    own, other = "ensembl:ENSG00000158578", "ensembl:ENSG00000023330"
    gene = "ensembl:ENSGALG00000003948"
    document = reading("page.md", CHICKEN, ALAS2, f"gene xref {gene}", kind="chickybase")
    grouped = said(gene, own, "", Relation.COUNTERPART, OMA)

    assert judged(document, "xref", gene, grouped).judgement is Judgement.CONFIRMED
    against = judged(document, "xref", gene, replace(grouped, value=other))
    assert against.judgement is Judgement.CONTESTED


def test_a_place_of_expression_is_confirmed_but_not_an_only():
    marrow = "UBERON:0002371"
    document = post(
        f"gene expressed_in bone marrow => {marrow}", f"gene expressed_only_in marrow => {marrow}"
    )
    answer = said("ensembl:ENSG00000158578", marrow, "", Relation.PLACE, BGEE)

    assert judged(document, "expressed_in", marrow, answer).judgement is Judgement.CONFIRMED
    assert judged(document, "expressed_only_in", marrow, answer).rows != (answer.row,)


def test_a_disease_of_the_protein_is_confirmed_by_its_omim_number():
    disease, number = "MONDO:0010524", "omim:301310"
    document = post(f"gene disease anemia with ataxia => {disease}")
    claim = next(one for one in document.claims if one.property == "disease")
    assert judged(document, "disease", claim.value).judgement is Judgement.UNVERIFIED

    answer = said("uniprot:P22557", number, "", Relation.DISEASE)
    assert judged(document, "disease", claim.value, answer).judgement is Judgement.CONFIRMED


def test_an_answer_as_a_row_says_who_was_asked_what_and_when():
    answer = said(UNKNOWN, "ALAS2")
    found = asked(answer.row)

    assert found is not None
    assert (found.endpoint, found.question, found.time) == (UNIPROT, "made-up", answer.time)
    assert not found.is_standin
    stood_in = asked(replace(answer, is_standin=True).row)
    assert stood_in is not None and stood_in.is_standin and stood_in.endpoint == UNIPROT


def test_the_digest_tells_other_answers_apart_and_does_not_depend_on_their_order():
    first, second = said(UNKNOWN, "ALAS2"), said(UNKNOWN, "BMX")

    assert gathered([first, second, first]) == gathered([second, first])
    assert gathered([first]).digest != gathered([second]).digest
    assert Outside().digest == ""
