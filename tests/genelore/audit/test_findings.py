from genelore.audit.findings import Place, findings
from genelore.audit.model import Audit, Conflict, Judgement, Severity, Side, State, Verdict
from genelore.audit.reading import Reading
from ontology.terms import BASE
from tests.genelore.audit.hand_made import audit_of_seeds, claim_of, reading, seeds

POST = reading(
    "post.md", "gene symbol ALAS2", "gene xref hgnc:398", "gene chromosome X", "gene cytoband Xp11"
)


def verdict(prop: str, judgement: Judgement, document: Reading = POST) -> Verdict:
    return Verdict(
        claim_of(document, prop).iri, judgement, "HGNC says otherwise.", "rule", denotes="hgnc:396"
    )


def conflict(
    severity: Severity, state: State = State.OPEN, claims: tuple[str, ...] = (), key: str = "x"
) -> Conflict:
    sides = (Side("one", claims), Side("two", ()))
    return Conflict("location", key, "hgnc:397", sides, "One says one, another two.", "rule", severity, state)


def audit(*verdicts: Verdict, conflicts: tuple[Conflict, ...] = ()) -> Audit:
    return Audit((POST.source,), (), verdicts, conflicts, ())


def test_a_refuted_claim_that_no_conflict_tells_of_is_a_finding_with_its_place():
    found = findings([POST], audit(verdict("xref", Judgement.REFUTED)), BASE)

    assert [(f.status, f.severity, f.places) for f in found] == [
        ("refuted", Severity.HIGH, (Place("post.md", ("3-3",)),))
    ]
    assert found[0].values == ("hgnc:398", "hgnc:396")
    assert found[0].sentence == "post.md says xref hgnc:398: HGNC says otherwise."


def test_a_claim_that_a_conflict_tells_of_is_not_told_twice():
    refuted = verdict("xref", Judgement.REFUTED)
    found = findings(
        [POST], audit(refuted, conflicts=(conflict(Severity.HIGH, claims=(refuted.claim,)),)), BASE
    )

    assert [finding.kind for finding in found] == ["location"]


def test_confirmed_and_unverified_claims_are_no_findings():
    verdicts = (verdict("symbol", Judgement.CONFIRMED), verdict("cytoband", Judgement.UNVERIFIED))

    assert findings([POST], audit(*verdicts), BASE) == ()


def test_open_findings_come_first_and_the_gravest_of_them_before_all():
    conflicts = (
        conflict(Severity.HIGH, State.EXPLAINED, key="a"),
        conflict(Severity.LOW, key="b"),
        conflict(Severity.MEDIUM, key="c"),
    )
    found = findings([POST], audit(verdict("chromosome", Judgement.OUTDATED), conflicts=conflicts), BASE)

    assert [(f.severity.value, f.is_open) for f in found] == [
        ("medium", True),
        ("low", True),
        ("low", True),
        ("high", False),
    ]


def test_an_identifier_of_a_finding_is_the_beginning_of_its_hash():
    finding = findings(seeds(), audit_of_seeds(), BASE)[0]

    assert finding.iri.rpartition("/")[2].startswith(finding.identifier)


def test_the_identifiers_of_the_findings_of_the_seeds_differ():
    found = findings(seeds(), audit_of_seeds(), BASE)

    assert len({finding.identifier for finding in found}) == len(found)
