"""Verdicts on symbols, names, aliases and products of the record's gene."""

from genelore.audit.case import Case
from genelore.audit.denotation import HUMAN, same, successors
from genelore.audit.model import Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, outdated, refuted, undecided, unverified
from genelore.audit.wording import called, plural, written
from ontology.reference import Gene, GeneMatch, begins_gene_name, genes_named

_KINDS = {
    "symbol": "the symbol",
    "name": "the name",
    "alias": "an alias",
    "previous_symbol": "a previous symbol",
    "alias_name": "an alias name",
    "previous_name": "a previous name",
    "withdrawn_symbol": "the symbol of a withdrawn entry that became part",
}
# What another gene must be called, as near as this, before a name is refuted.
_NEAR = {"exact", "case"}
# Names that a gene has or had by decision; what papers also call it (aliases) is often said of several genes.
_PRESENT = {"symbol", "name"}
_OWN = _PRESENT | {"previous_symbol", "previous_name", "withdrawn_symbol"}


def judge_name(case: Case, claim: Claim) -> Verdict:
    """Judge a symbol, name, alias or product of the gene record or of an ortholog."""
    gene, link = case.gene(claim.part), case.link(claim)
    if not gene:
        if (link.gene and case.is_human) or link.standing != "accepted":
            return undecided(claim, link)
        return _of_counterpart(claim, link.gene)
    found = genes_named(claim.value, gene.taxon)
    own = [match for match in found if _is_of(match, gene)]
    near = next((name for name in _names(gene) if _letters(name) == _letters(claim.value)), "")
    if own:
        return _own(claim, own[0], gene)
    if near:
        reason = f"{claim.value!r} is, but for punctuation, the name {near!r} of {gene.symbol}"
        return confirmed(claim, "name", reason, gene.rows[:1])
    return _foreign(claim, gene, found)


def _foreign(claim: Claim, gene: Gene, found: tuple[GeneMatch, ...]) -> Verdict:
    """Judge a name that the reference does not have for the gene."""
    others = [match for match in found if belongs_to_one(match, claim.value) and _speaks_for(claim, match)]
    if others:
        return _another(claim, others[0], gene)
    reason = f"the reference does not have {claim.value!r} as a name of {gene.symbol}{_hint(found)}"
    return unverified(claim, "unknown-name", reason)


def _hint(found: tuple[GeneMatch, ...]) -> str:
    """Say whose name it is instead, to follow the reason."""
    owners = {match.gene.curie for match in found}
    if not owners:
        return ""
    more = f" and a name of {plural(len(owners) - 1, 'other gene')}" if len(owners) > 1 else ""
    return f"; it is {_KINDS[found[0].kind]} of {called(found[0].gene)}{more}"


def belongs_to_one(match: GeneMatch, text: str) -> bool:
    """Say whether a text that is a gene's name can be no other gene's.

    A symbol or full name of an entry of HGNC can be none; a former one only if no other gene is called so.
    An alias is often several genes', and a single word with which the names of a family begin is no gene's
    alone ("insulin", as in "insulin receptor").
    """
    if match.kind not in _OWN or match.spelling not in _NEAR or not match.gene.curie.startswith("hgnc:"):
        return False
    if match.kind not in _PRESENT and len(_owners(text)) > 1:
        return False
    return not ("name" in match.kind and " " not in text.strip() and begins_gene_name(text))


def _owners(text: str) -> frozenset[str]:
    """Return the CURIEs of the human genes of today that a text names."""
    found = (match.gene for match in genes_named(text, HUMAN))
    current = (one for gene in found for one in (successors(gene) or (gene,)))
    return frozenset(one.curie for one in current)


def _names(gene: Gene) -> tuple[str, ...]:
    return (gene.symbol, gene.name, *gene.aliases, *gene.previous, *gene.alias_names, *gene.previous_names)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _is_of(match: GeneMatch, gene: Gene) -> bool:
    return same(match.gene, gene) or any(same(new, gene) for new in successors(match.gene))


def _own(claim: Claim, match: GeneMatch, gene: Gene) -> Verdict:
    is_former = match.kind in {"previous_symbol", "withdrawn_symbol", "previous_name"}
    if claim.predicate == "symbol" and is_former:
        reason = f"{claim.value} is {_KINDS[match.kind]} of {called(gene)}; its symbol is {gene.symbol}"
        return outdated(claim, "former-symbol", reason, (match.row,), gene.curie)
    if claim.predicate == "symbol" and match.kind != "symbol":
        reason = f"{claim.value} is {_KINDS[match.kind]} of {called(gene)}, not its symbol, {gene.symbol}"
        return unverified(claim, "name", reason, (match.row,))
    spelling = "" if match.spelling in _NEAR else f", there spelled {match.text!r}"
    return confirmed(
        claim, "name", f"{claim.value!r} is {_KINDS[match.kind]} of {gene.symbol}{spelling}", (match.row,)
    )


def _speaks_for(claim: Claim, match: GeneMatch) -> bool:
    """Say whether a name of another gene refutes the claim: products may well share a name with genes."""
    match claim.predicate:
        case "encodes":
            return False
        case "geneName":
            return match.kind == "name"
    return True


def _another(claim: Claim, match: GeneMatch, gene: Gene) -> Verdict:
    new = successors(match.gene)
    whose = new[0] if match.gene.status != "approved" and new else match.gene
    reason = (
        f"{claim.value!r} is {_KINDS[match.kind]} of {called(whose)} ({written(whose.curie)}), "
        f"and no name of {gene.symbol}"
    )
    return refuted(claim, "name-of-another-gene", reason, (match.row, *gene.rows[:1]), whose.curie)


def _of_counterpart(claim: Claim, human: str) -> Verdict:
    match = next((match for match in genes_named(claim.value, HUMAN) if match.gene.curie == human), None)
    if match:
        reason = f"{claim.value!r} is {_KINDS[match.kind]} of the human counterpart, {match.gene.symbol}"
        return unverified(claim, "name-of-counterpart", reason, (match.row,))
    return unverified(
        claim, "not-covered", "the reference has no genes of this species to compare the name with"
    )
