"""Claims as they are compared across documents: said of an entity, on a topic, within a scope."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from genelore.audit.case import Case
from genelore.audit.denials import denials
from genelore.audit.model import Verdict
from genelore.audit.reading import Claim

GENE_IDS = {
    "ensemblGene": "Ensembl gene",
    "ncbiGene": "NCBI Gene number",
    "hgnc": "HGNC number",
    "omimGene": "OMIM number",
    "uniprot": "UniProt entry",
    "keggGene": "KEGG gene",
    "cgnc": "CGNC number",
}
# Properties of which an entity has one value, so that two values disagree.
FUNCTIONAL = frozenset(GENE_IDS) - {"uniprot", "ncbiGene"} | {"chromosome", "templateLength", "geneType"}
# What is said of a disease, whoever says it: compared under the disease, not under the gene.
_OF_DISEASE = ("inheritance", "phenotype", "diseaseSubclassOf", "variantCount")
_EXPRESSION = ("expressedIn", "expressedOnlyIn")
# Matters of a document or of one picture, which no other document can share.
_OWN_MATTERS = ("observation", "publication", "location", "")


@dataclass(frozen=True, slots=True)
class Key:
    """What statements are compared under: a subject (an entity, a symbol, a source kind) and a topic."""

    subject: str
    topic: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with its verdict, as it counts under a key: `value` is what is compared, `shown` how it reads.

    `gene` is the symbol that its record claims, `taxon` the species, `scope` the assembly and annotation
    release or whatever else must be equal before values can conflict.
    """

    key: Key
    claim: Claim
    verdict: Verdict
    value: str
    shown: str
    gene: str
    taxon: str
    scope: tuple[str, ...] = ()


def statements(case: Case, verdicts: Mapping[str, Verdict]) -> tuple[Statement, ...]:
    """Return every claim of a document under each key that it counts under."""
    return tuple(
        Statement(key, claim, verdicts[claim.iri], value, shown, case.symbol, case.taxon(), scope)
        for claim in case.reading.claims
        for key, value, shown, scope in _keyed(case, claim)
    )


Keyed = tuple[Key, str, str, tuple[str, ...]]


def _keyed(case: Case, claim: Claim) -> Iterator[Keyed]:
    kind = claim.part.partition("-")[0]
    if kind == "disease" and claim.predicate in _OF_DISEASE and (disease := case.disease(claim.part)):
        yield Key(disease, claim.predicate), claim.curie or claim.value.casefold(), claim.text, ()
    elif kind not in _OWN_MATTERS:
        yield from _of_record(case, claim)
    if kind in {"disease", "publication"}:
        yield from _shown(case, claim, kind)
    if claim.part == "gene" and claim.predicate in GENE_IDS:
        yield Key(case.reading.source.kind, f"id {claim.curie}"), case.symbol.upper(), case.symbol, ()
    if claim.part == "gene" and claim.predicate == "locatedIn" and claim.curie and case.symbol:
        yield Key(f"symbol {case.symbol.upper()}", "localisation"), claim.curie, claim.text, (case.taxon(),)


def _shown(case: Case, claim: Claim, kind: str) -> Iterator[Keyed]:
    """Give what a disease shows, and what the title of a cited paper says that it does not show."""
    if kind == "disease" and claim.predicate == "phenotype" and claim.curie:
        yield Key(case.disease(claim.part), "shows"), claim.curie, claim.text, ()
    elif kind == "publication" and claim.predicate == "title":
        for disease, phenotype in denials(claim.value):
            yield Key(disease, "shows"), f"without {phenotype}", claim.value, ()


def _of_record(case: Case, claim: Claim) -> Iterator[Keyed]:
    subject = _subject(case, claim)
    if not subject:
        return
    value, shown, scope = _valued(case, claim)
    yield Key(subject, claim.predicate), value, shown, scope
    if claim.part == "gene" and claim.predicate in _EXPRESSION:
        yield Key(subject, "expression"), value, shown, ()
    if claim.part == "gene" and claim.predicate in {"absent", "disease"}:
        yield Key(subject, "response"), value, shown, ()
    if claim.part == "gene" and claim.predicate in {"omimGene", "disease"}:
        yield Key(subject, "gene and disease"), value, shown, ()


def _subject(case: Case, claim: Claim) -> str:
    part = claim.part if claim.part in case.links else "gene"
    entity = case.links[part].entity
    if not entity or not claim.part.startswith("variant-"):
        return entity if claim.part == part else ""
    return f"{entity} {case.label(f'{case.reading.source.graph}#{claim.part}')}"


def _valued(case: Case, claim: Claim) -> tuple[str, str, tuple[str, ...]]:
    match claim.predicate:
        case "location":
            said = case.properties(claim.value)
            part = claim.value.partition("#")[2]
            release = next((one.value for one in case.reading.of(part, "annotationRelease")), "")
            label = case.label(claim.value)
            return (
                label,
                label,
                (said.get("regionAssembly", ""), release, said.get("begin", ""), said.get("end", "")),
            )
        case "variant":
            return case.label(claim.value), case.label(claim.value), ()
        case "citation":
            part = claim.value.partition("#")[2]
            value = next((one.curie for one in case.reading.of(part, "pubmed", "doi")), claim.value)
            return value, value, ()
    return claim.curie or " ".join(claim.value.casefold().split()), claim.curie or claim.value, ()
