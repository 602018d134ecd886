import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genelore.audit.model import Conflict, Judgement, Severity, State
from genelore.audit.run import audit
from tests.genelore.audit.hand_made import HUMAN, audit_of_seeds, reading, seeds

# kind, judgement or state, source kinds between which it stands, what the sentence must name
KNOWN = {
    "C01": ("identifier", "refuted", ("ENSG00000102010", "BMX", "ENSG00000158578", "wikipedia")),
    "C02": ("identifier", "refuted", ("HGNC:398", "ALAS3", "HGNC:396", "HGNC:397")),
    "C03": ("identity", "contested", ("ALAS1", "ALAS2", "do not merge this chicken record")),
    "C04": ("derived-identifier", "contested", ("NCBI Gene 451325", "gga:552895", "NCBI Gene 552895")),
    "C05": ("image-evidence", "contested", ("captions say ALAS2", "23 of 23 pictures carry ALAS1")),
    "C06": ("alias", "contested", ("ALAS-H", "5'-aminolevulinate synthase 1", "synthase 2")),
    "C07": ("alias", "refuted", ("alias ALAS,", "previous symbol of ALAS1")),
    "C08": ("location", "explained", ("55030977", "55031064", "Annotation Release 108")),
    "C09": ("inheritance", "refuted", ("HP:0001423", "HP:0001419", "MONDO:0010420", "medlineplus")),
    "C10": ("classification", "refuted", ("MONDO:0020721", "MONDO:0037939", "no path")),
    "C11": ("localisation", "explained", ("cytosol", "mitochondri", "chicken", "human")),
    "C12": ("residue", "refuted", ("p.Gly170Arg", "Arg at 170")),
    "C13": ("obsolete-term", "outdated", ("metabolism", "biosynthesis", "cellular iron ion homeostasis")),
    "C14": ("off-topic-link", "contested", ("NBK1321", "ABCB7", "not to ALAS2")),
    "C15": ("expression-scope", "contested", ("only in", "erythroblast", "testicle")),
    "C16": ("phenotype", "contested", ("HP:0001903", "without anemia")),
    "C17": ("negative-claim", "contested", ("drug response", "pyridoxine-responsive")),
    "C18": ("gene-phenotype-number", "explained", ("OMIM 301300", "OMIM 300751", "OMIM 300752")),
}


def outcomes(conflict: Conflict) -> set[str]:
    return {str(conflict.state), str(conflict.judgement)}


@pytest.mark.parametrize("name", KNOWN)
def test_the_known_conflicts_of_the_seeds_come_out(name):
    kind, outcome, words = KNOWN[name]
    found = [one for one in audit_of_seeds().conflicts if one.kind == kind and outcome in outcomes(one)]
    assert any(all(word in conflict.sentence for word in words) for conflict in found)


def test_every_claim_has_exactly_one_verdict():
    claims = sorted(claim.iri for document in seeds() for claim in document.claims)
    assert sorted(verdict.claim for verdict in audit_of_seeds().verdicts) == claims


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_documents_does_not_matter(chance: random.Random):
    documents = list(seeds())
    chance.shuffle(documents)
    assert audit(documents) == audit_of_seeds()


def test_open_and_grave_conflicts_come_first():
    found = audit_of_seeds().conflicts
    states = [State(conflict.state) for conflict in found]
    assert states == sorted(states, key=list(State).index)
    opened = [conflict.severity for conflict in found if conflict.state is State.OPEN]
    assert opened == sorted(opened, key=list(Severity).index)


def test_every_conflict_has_two_sides_a_sentence_and_claims():
    for conflict in audit_of_seeds().conflicts:
        assert len(conflict.sides) > 1
        assert conflict.sentence.endswith(".")
        assert any(side.claims for side in conflict.sides)


def test_conflicts_are_told_apart_by_kind_key_and_rule():
    names = [(conflict.kind, conflict.key, conflict.rule) for conflict in audit_of_seeds().conflicts]
    assert len(set(names)) == len(names)


def test_a_refuted_identifier_says_what_it_really_denotes():
    claims = {claim.iri: claim for document in seeds() for claim in document.claims}
    refuted = [v for v in audit_of_seeds().verdicts if v.judgement is Judgement.REFUTED]
    for verdict in refuted:
        if claims[verdict.claim].property == "xref":
            assert verdict.denotes
            assert verdict.rows


def test_a_document_that_says_nothing_of_a_gene_is_audited_too():
    found = audit([reading("empty.md", "document title Nothing")])
    assert [verdict.judgement for verdict in found.verdicts] == [Judgement.UNVERIFIED]
    assert audit([]).verdicts == ()


LINES = st.lists(
    st.sampled_from(
        (
            HUMAN,
            "gene symbol ALAS2",
            "gene symbol NOGENE",
            "gene alias ALAS",
            "gene xref hgnc:398",
            "gene xref ncbigene:660",
            "gene xref omim:300751",
            "gene chromosome 3",
            "gene variant p.Gly170Arg",
            "gene disease X-linked protoporphyria => MONDO:0010420",
            "gene involved_in heme biosynthetic process => GO:0006783",
            "gene ortholog mgi:87989",
            "ortholog:10090 xref mgi:87989",
            "observation:0 image_symbol ALAS1",
            "gene citation pubmed:2347585 in part publication:1",
            "publication:1 title A disease without anemia",
            "document title ALAS1",
        )
    ),
    max_size=8,
    unique=True,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(LINES, max_size=4))
def test_any_documents_get_one_verdict_a_claim_in_any_order(documents: list[list[str]]):
    readings = [reading(f"{place}.md", *lines) for place, lines in enumerate(documents)]
    found = audit(readings)
    claims = sorted(claim.iri for document in readings for claim in document.claims)
    assert sorted(verdict.claim for verdict in found.verdicts) == claims
    assert audit(list(reversed(readings))) == found
