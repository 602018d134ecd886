"""Which gene each identity-bearing claim of a record speaks for, and how much that counts.

Symbol 4, name 2, each identifier 2, title 1, each identifier of an ortholog 1, each RefSeq accession 1 over
their number, image symbols 2 over their number, each alias 0.5.
"""

from collections.abc import Iterator
from dataclasses import replace

from genelore.audit.denotation import HUMAN, denoted, human_counterpart, successors
from genelore.audit.model import Vote
from genelore.audit.reading import Claim, Reading
from genelore.audit.wording import called, written
from ontology.reference import Gene, GeneMatch, genes_named

SYMBOL, NAME, IDENTIFIER, TITLE, ORTHOLOG, TRANSCRIPTS, IMAGES, ALIAS = 4.0, 2.0, 2.0, 1.0, 1.0, 1.0, 2.0, 0.5
_KINDS = {
    "withdrawn_symbol": "a withdrawn symbol",
    "previous_symbol": "a previous symbol",
    "alias": "an alias",
}
_OWN = ("symbol", "name", "withdrawn_symbol", "previous_symbol")
# What another name counts than a symbol, present or former, or the full name: as a part of the weight.
_LESSER = 0.5


def taxon_of(reading: Reading, part: str) -> str:
    """Return the species that a part says it is of; human where it does not say, as most documents are."""
    found = [claim.curie for claim in reading.of(part, "taxon") if claim.curie]
    return found[0] if found else HUMAN if part == "gene" else ""


def gene_votes(reading: Reading) -> tuple[Vote, ...]:
    """Return the votes on what the gene record denotes: a human gene, or the counterpart of another."""
    named = [vote for claim in reading.of("gene", "symbol") for vote in _named(claim, SYMBOL)]
    favoured = named[0].gene if named else ""
    return (
        *named,
        *(vote for claim in reading.of("", "title") for vote in _named(claim, TITLE) if vote.weight == TITLE),
        *(vote for claim in reading.of("gene", "geneName") for vote in _named(claim, NAME, favoured)),
        *(vote for claim in reading.of("gene", "alias") for vote in _named(claim, ALIAS, favoured)),
        *_identifiers(reading, "gene"),
        *_images(reading),
        *(vote for part in reading.parts("ortholog") for vote in _counterparts(reading, part)),
    )


def ortholog_votes(reading: Reading, part: str) -> tuple[Vote, ...]:
    """Return the votes on what an ortholog record denotes, in its own species."""
    return tuple(_identifiers(reading, part))


def _named(claim: Claim, weight: float, favoured: str = "") -> Iterator[Vote]:
    """Give the vote of a name: for the gene that it names best, or the one that the symbol favours, if any.

    Of a name that is as much one gene's as another's there is none.
    """
    named = genes_named(claim.value, HUMAN)
    found = [match for match in named if match.spelling != "normalised" and _current(match)]
    genes = _by_gene(found)
    if favoured in genes:
        genes = {favoured: genes[favoured]}
    elif weight > ALIAS:
        genes = _by_gene([match for match in found if match.kind == found[0].kind])
    if len(genes) == 1:
        for gene, match in genes.values():
            yield _vote_of_name(claim, gene, match, weight)


def _by_gene(found: list[GeneMatch]) -> dict[str, tuple[Gene, GeneMatch]]:
    """Return the genes of today that matches lead to, each with the best of its own."""
    return {gene.curie: (gene, match) for match in reversed(found) for gene in _current(match)}


def _current(match: GeneMatch) -> tuple[Gene, ...]:
    return (match.gene,) if match.gene.status == "approved" else successors(match.gene)


def _vote_of_name(claim: Claim, gene: Gene, match: GeneMatch, weight: float) -> Vote:
    is_own = match.kind in _OWN or weight == ALIAS
    kind = _KINDS.get(match.kind, f"the {match.kind}" if match.kind in {"symbol", "name"} else "a name")
    reason = f"{claim.value} is {kind} of {gene.symbol} ({written(gene.curie)})"
    return Vote(claim.iri, gene.curie, weight if is_own else weight * _LESSER, reason, (match.row,))


def _identifiers(reading: Reading, part: str) -> Iterator[Vote]:
    claims = [claim for claim in reading.of(part) if claim.property == "xref" and claim.curie]
    accessions = [claim for claim in claims if claim.predicate == "refseq"]
    for claim in claims:
        shared = TRANSCRIPTS / len(accessions) if claim in accessions else IDENTIFIER
        yield from _identified(claim, round(shared, 4), reading, part)


def _identified(claim: Claim, weight: float, reading: Reading, part: str) -> Iterator[Vote]:
    found = denoted(claim.curie)
    taxon = taxon_of(reading, part)
    if len(found) == 1 and (not taxon or found[0].gene.taxon == taxon):
        reason = f"{written(claim.curie)} {found[0].sentence}"
        yield Vote(claim.iri, found[0].gene.curie, weight, reason, found[0].rows)


def _images(reading: Reading) -> Iterator[Vote]:
    claims = [claim for claim in reading.claims if claim.predicate == "imageSymbol"]
    for claim in claims:
        for vote in _named(claim, 1.0):
            reason = f"an image's file name carries {claim.value}; {vote.reason}"
            yield replace(vote, weight=round(IMAGES / len(claims), 4), reason=reason)


def _counterparts(reading: Reading, part: str) -> Iterator[Vote]:
    for vote in _identifiers(reading, part):
        claim = next(claim for claim in reading.of(part) if claim.iri == vote.claim)
        animal = denoted(claim.curie)[0].gene
        human = human_counterpart(animal)
        if human:
            tie = "" if human.curie == animal.curie else f", an ortholog of {called(human)}"
            weight = ORTHOLOG if vote.weight == IDENTIFIER else vote.weight
            yield replace(vote, gene=human.curie, weight=weight, reason=f"{vote.reason}{tie}")
