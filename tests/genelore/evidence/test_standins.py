"""Each question is answered by the stand-in of its endpoint."""

from genelore.audit.outside import NOTHING, Relation
from genelore.evidence.asking import Inquiry, Witness, inquire
from genelore.evidence.matters import Matter
from genelore.evidence.question import questions
from genelore.federation import load
from genelore.standins.serving import serving

CHICKEN, ALAS1, ALAS2 = (
    f"ensembl:{code}" for code in ("ENSGALG00000003948", "ENSG00000023330", "ENSG00000158578")
)
MATTERS = (
    Matter(None, CHICKEN),
    Matter(None, ALAS2),
    Matter(None, "ncbigene:212"),
    Matter(None, "ncbigene:552895"),
    Matter(None, "uniprot:P22557"),
    Matter(None, "dbsnp:rs137852769"),
    Matter(Relation.ORTHOLOG, CHICKEN, ALAS1),
    Matter(Relation.PLACE, ALAS2, "UBERON:0002371"),
    Matter(Relation.DISEASE, "uniprot:P22557", "omim:300751"),
)
SENTENCES = {
    "bgee-ensembl": "Bgee says that ENSG00000158578 is ALAS2",
    "bgee-places": "Bgee has ENSG00000158578 expressed in UBERON:0002371 (bone marrow)",
    "ensembl-ensembl": "Ensembl says that ENSG00000158578 is ALAS2",
    "oma-counterparts": "OMA puts ENSGALG00000003948 into one group with human ENSG00000023330 (ALAS1)",
    "oma-orthologs": "OMA puts ENSGALG00000003948 into one group with ENSG00000023330",
    "orthodb-ncbigene": "OrthoDB says that NCBI Gene 212 is ALAS2",
    "uniprot-accession": "UniProt says that UniProt P22557 is ALAS2",
    "uniprot-dbsnp": "UniProt has rs137852769 as a variant of HADHA (510:Q)",
    "uniprot-diseases": "UniProt ties UniProt P22557 to OMIM 300751 (X-linked sideroblastic anemia 1)",
    "uniprot-ensembl": "UniProt says that ENSG00000158578 is ALAS2 (UniProt P22557)",
    "uniprot-hostdb": "UniProt says that NCBI Gene 552895 is chicken ALAS2 (UniProt P18080)",
    "uniprot-ncbigene": "UniProt says that NCBI Gene 212 is ALAS2 (UniProt P22557)",
    "wikidata-ensembl": "Wikidata says that ENSG00000158578 is ALAS2",
    "wikidata-ncbigene": "Wikidata says that NCBI Gene 212 is ALAS2",
}


def test_every_question_is_answered_in_the_endpoints_own_spellings():
    with serving() as served:
        asked = Inquiry(load([f"{iri}={address}" for iri, address in served.items()]), Witness())
        found = inquire(asked, questions(), MATTERS, NOTHING)

    assert asked.warnings == {}
    assert {one.question: one.sentence for one in found.answers} == SENTENCES
