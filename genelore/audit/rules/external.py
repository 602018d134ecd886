"""External links that lead to a disease of another gene."""

import re
from collections.abc import Iterator

from genelore.audit.case import Case
from genelore.audit.disease_verdicts import diseases_of, genes_of, named
from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.reading import Claim
from genelore.audit.rules.making import reference_side, sentence, side
from genelore.audit.wording import listed, written
from ontology.reference import Gene, Term, terms_labelled

# "GeneReviews/NCBI/NIH/UW entry on X-Linked Sideroblastic Anemia and Ataxia": what a title is about.
_ABOUT = re.compile(
    r".*?\b(?:entry|article|page|information|overview) (?:on|about|of|for) (?P<topic>.+)", re.IGNORECASE
)
# "[title](address)": a link as Markdown writes it.
_MARKDOWN = re.compile(r"\[(?P<title>[^\]]+)\]\(\S+\)")


def off_topic(case: Case) -> Iterator[Conflict]:
    """Give a conflict for each link whose title names a disease that is tied to other genes alone."""
    gene = case.gene()
    if not gene:
        return
    own = {disease for disease, _ in diseases_of(gene.curie)}
    for claim in case.reading.of("gene", "externalLink"):
        disease = _disease(claim)
        genes = genes_of(disease.curie) if disease else ()
        if disease and genes and disease.curie not in own and gene.curie not in {one.curie for one in genes}:
            yield _conflict(case, claim, gene, disease)


def _disease(claim: Claim) -> Term | None:
    """Return the one disease that a link's title, or what it says it is about, names."""
    linked = _MARKDOWN.fullmatch(claim.quote.strip())
    title = linked["title"] if linked else claim.quote
    about = _ABOUT.fullmatch(title.strip())
    for text in (title, about["topic"] if about else ""):
        found = [match.term for match in terms_labelled(text, "MONDO") if not match.term.obsolete]
        if len({one.curie for one in found}) == 1:
            return found[0]
    return None


def _conflict(case: Case, claim: Claim, gene: Gene, disease: Term) -> Conflict:
    genes = genes_of(disease.curie)
    whose = listed(f"{one.symbol} ({written(one.curie)})" for one in genes)
    text = (
        f"{case.reading.source.name} links {gene.symbol} to {claim.value}, which is about "
        f"{named(disease.curie)}; "
        f"the reference ties that disease to {whose} and not to {gene.symbol}, so take the link out, or "
        f"replace it by one on a disease of {gene.symbol}"
    )
    return Conflict(
        kind="off-topic-link",
        key=f"{claim.subject} {claim.value}",
        subject=case.links["gene"].entity,
        sides=(side(claim.value, [claim]), reference_side(f"{named(disease.curie)} is a disease of {whose}")),
        sentence=sentence(text),
        rule="link-to-disease-of-another-gene",
        severity=Severity.LOW,
        judgement=Judgement.CONTESTED,
        rows=(disease.row,),
    )
