"""OMIM numbers of genes beside diseases that have numbers of their own, brought together by documents."""

from collections.abc import Iterator

from genelore.audit.model import Conflict, Judgement, Severity, State
from genelore.audit.rules.making import says, sentence, side_of
from genelore.audit.statement import Key, Statement
from genelore.audit.wording import written


def gene_and_disease(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give the caution that a gene's OMIM number is no number of the gene's disorders.

    It is due where one document gives the number and another a disorder that the reference ties to the gene,
    so that who joins them may take the one for the other's. A document that gives both has each in its place.
    """
    if key.topic != "gene and disease":
        return
    entries = [one for one in group if one.claim.predicate == "omimGene" and _is_entry(one)]
    diseases = [one for one in group if one.claim.predicate == "disease" and _is_disorder(one)]
    graphs = {one.claim.source.graph for one in (*entries, *diseases)}
    if entries and diseases and len(graphs) > 1:
        yield _caution(key.subject, entries, diseases)


def _caution(gene: str, entries: list[Statement], diseases: list[Statement]) -> Conflict:
    number, disease = written(entries[0].value), diseases[0].claim.text
    text = (
        f"{says(entries, 'gives', 'give')} {entries[0].gene} the number {number} and "
        f"{says(diseases, 'ties', 'tie')} the gene to {disease}; {entries[0].verdict.reason}, so the number "
        "must not stand for a disease"
    )
    return Conflict(
        kind="gene-phenotype-number",
        key=f"{gene} {entries[0].value}",
        subject=gene,
        sides=(side_of(number, entries), side_of(disease, diseases)),
        sentence=sentence(text),
        rule="gene-phenotype-number",
        severity=Severity.LOW,
        state=State.EXPLAINED,
        scope="one is a gene's entry, the others are diseases",
        judgement=Judgement.CONFIRMED,
        rows=entries[0].verdict.rows,
    )


def _is_entry(one: Statement) -> bool:
    return one.verdict.judgement is Judgement.CONFIRMED


def _is_disorder(one: Statement) -> bool:
    return one.verdict.judgement is Judgement.CONFIRMED and one.verdict.rule == "disease"
