"""One verdict for every claim of a document, by what the reference says: each kind of claim has its judge."""

from collections.abc import Mapping
from types import MappingProxyType

from genelore.audit.case import Case
from genelore.audit.citation_verdicts import judge_bibliography, judge_citation
from genelore.audit.dbsnp_verdicts import judge_dbsnp
from genelore.audit.disease_verdicts import (
    judge_disease,
    judge_inheritance,
    judge_phenotype,
    judge_subclass,
    judge_variant_count,
)
from genelore.audit.go_verdicts import judge_go
from genelore.audit.identifier_verdicts import judge_identifier
from genelore.audit.location_verdicts import judge_chromosome, judge_cytoband, judge_location, judge_release
from genelore.audit.model import Verdict
from genelore.audit.name_verdicts import judge_name
from genelore.audit.nature_verdicts import judge_gene_type, judge_taxon
from genelore.audit.observation_verdicts import (
    judge_caption,
    judge_expression,
    judge_image_symbol,
    judge_picture,
)
from genelore.audit.omim_verdicts import judge_omim_of_disease
from genelore.audit.ortholog_verdicts import judge_ortholog
from genelore.audit.outside_verdicts import supplemented
from genelore.audit.plain_verdicts import judge_document, judge_plain
from genelore.audit.reading import Claim
from genelore.audit.ruling import Judge
from genelore.audit.variant_verdicts import judge_variant, judge_variant_type

# The judge of a claim's property, as docs/model.md names it, where the claim is not of the document itself.
_JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "alias": judge_name,
        "annotation_release": judge_release,
        "assembly": judge_release,
        "author": judge_bibliography,
        "caption": judge_caption,
        "chromosome": judge_chromosome,
        "citation": judge_citation,
        "cytoband": judge_cytoband,
        "date": judge_bibliography,
        "disease": judge_disease,
        "enables": judge_go,
        "encodes": judge_name,
        "expressed_in": judge_expression,
        "expressed_only_in": judge_expression,
        "gene_type": judge_gene_type,
        "image": judge_picture,
        "image_symbol": judge_image_symbol,
        "inheritance": judge_inheritance,
        "involved_in": judge_go,
        "journal": judge_bibliography,
        "located_in": judge_go,
        "location": judge_location,
        "name": judge_name,
        "ortholog": judge_ortholog,
        "phenotype": judge_phenotype,
        "source": judge_picture,
        "stage": judge_picture,
        "subclass_of": judge_subclass,
        "symbol": judge_name,
        "taxon": judge_taxon,
        "thumbnail": judge_picture,
        "title": judge_bibliography,
        "variant": judge_variant,
        "variant_count": judge_variant_count,
        "variant_type": judge_variant_type,
    }
)

# The judge of an identifier, by the kind of part that has it.
_OF_IDENTIFIERS: Mapping[str, Judge] = MappingProxyType(
    {
        "disease": judge_omim_of_disease,
        "gene": judge_identifier,
        "ortholog": judge_identifier,
        "publication": judge_citation,
    }
)


def verdicts(case: Case) -> tuple[Verdict, ...]:
    """Return what the reference says of every claim of a document, in the order of its text.

    Where it leaves a claim open, what endpoints answered counts.
    """
    return tuple(supplemented(case, claim, judge_of(claim)(case, claim)) for claim in case.reading.claims)


def judge_of(claim: Claim) -> Judge:
    """Return the judge of a claim."""
    if not claim.part:
        return judge_document
    if claim.property != "xref":
        return _JUDGES.get(claim.property, judge_plain)
    if claim.predicate == "dbsnp":
        return judge_dbsnp
    kind = claim.part.partition("-")[0]
    return _OF_IDENTIFIERS.get(kind, judge_plain)
