"""What each record denotes, by the votes of its claims.

A link is accepted if its gene has at least 3 votes (a symbol alone, or two identifiers; for an ortholog 2,
one identifier) and no other gene has more than half as many; contested if another gene has; unresolved if no
gene has enough. It is contested as well if no identifier speaks for its gene and two or more speak for one
other. So identifiers that are wrong each in its own way do not shake a record whose symbol is known, and two
that agree on another gene do.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from genelore.audit.denotation import HUMAN, entity_of
from genelore.audit.model import Link, Standing, Vote
from genelore.audit.reading import Reading
from genelore.audit.votes import gene_votes, ortholog_votes, taxon_of
from genelore.audit.wording import called, species_named, written
from ontology.reference import gene as reference_gene

ENOUGH, ENOUGH_OF_ORTHOLOG = 3.0, 2.0
RIVAL = 0.5
_OWN_SPACES = ("ensemblGene", "ncbiGene", "flybase", "mgi", "zfin", "xenbase")


def links(reading: Reading) -> tuple[Link, ...]:
    """Return a link for the gene record and one for each ortholog record."""
    orthologs = [(part, ortholog_votes(reading, part)) for part in reading.parts("ortholog")]
    return tuple(_link(reading, part, votes) for part, votes in [("gene", gene_votes(reading)), *orthologs])


def _link(reading: Reading, part: str, votes: tuple[Vote, ...]) -> Link:
    ranked = tally(votes)
    chosen = ranked[0][0] if ranked else ""
    standing = _standing(ranked, _enough(part))
    against = _identified_instead(reading, votes, chosen) if standing is Standing.ACCEPTED else ""
    if against:
        standing = Standing.CONTESTED
    total = sum(weight for _, weight in ranked)
    return Link(
        record=f"{reading.source.graph}#{part}",
        document=reading.source.graph,
        standing=standing,
        gene=chosen,
        entity=_entity(reading, part, chosen if standing is Standing.ACCEPTED else ""),
        confidence=round(ranked[0][1] / total, 2) if ranked else 0.0,
        votes_for=tuple(vote for vote in votes if vote.gene == chosen),
        votes_against=tuple(vote for vote in votes if vote.gene != chosen),
        reason=_reason(ranked, against or _end(standing, part), _of_species(reading, part)),
    )


def tally(votes: Iterable[Vote]) -> list[tuple[str, float]]:
    """Return the genes that were voted for with their votes, the most first."""
    counted: defaultdict[str, float] = defaultdict(float)
    for vote in votes:
        counted[vote.gene] += vote.weight
    found = [(gene, round(weight, 2)) for gene, weight in counted.items()]
    return sorted(found, key=lambda item: (-item[1], item[0]))


def _identified_instead(reading: Reading, votes: tuple[Vote, ...], chosen: str) -> str:
    """Return what to say where no identifier speaks for the chosen gene and two or more for one other."""
    identifiers = {claim.iri for claim in reading.claims if claim.property == "xref"}
    counted = Counter(vote.gene for vote in votes if vote.claim in identifiers)
    rivals = sorted((-number, curie) for curie, number in counted.items() if number > 1)
    if not rivals or chosen in counted:
        return ""
    number, rival = rivals[0]
    return f"but no identifier speaks for {_symbol(chosen)}, and {-number} speak for {_symbol(rival)}"


def _enough(part: str) -> float:
    return ENOUGH if part == "gene" else ENOUGH_OF_ORTHOLOG


def _standing(ranked: list[tuple[str, float]], enough: float) -> Standing:
    if not ranked or ranked[0][1] < enough:
        return Standing.UNRESOLVED
    rival = ranked[1][1] if len(ranked) > 1 else 0.0
    return Standing.CONTESTED if rival > ranked[0][1] * RIVAL else Standing.ACCEPTED


def _entity(reading: Reading, part: str, accepted: str) -> str:
    """Return what the claims are said of: the accepted gene, or what an animal record calls itself."""
    found = reference_gene(accepted) if accepted else None
    taxon = taxon_of(reading, part)
    if found and taxon in {found.taxon, ""}:
        return entity_of(found)
    if taxon in {HUMAN, ""}:
        return ""
    for space in _OWN_SPACES:
        own = {claim.curie for claim in reading.of(part, space)}
        if len(own) == 1:
            return own.pop()
    return ""


def _reason(ranked: list[tuple[str, float]], end: str, of_species: str) -> str:
    if not ranked:
        return "no claim of the record leads to a gene of the reference"
    said = [f"{_named(curie)} has {weight:g}" for curie, weight in ranked[:2]]
    return f"of the votes {' and '.join(said)}, {end}{of_species}"


def _end(standing: Standing, part: str) -> str:
    return {
        Standing.ACCEPTED: "which is enough",
        Standing.CONTESTED: "which does not decide it",
        Standing.UNRESOLVED: f"and {_enough(part):g} are needed",
    }[standing]


def _of_species(reading: Reading, part: str) -> str:
    taxon = taxon_of(reading, part)
    is_human = part != "gene" or taxon == HUMAN
    return "" if is_human else f", counting {species_named(taxon)} claims for human counterparts"


def _symbol(curie: str) -> str:
    found = reference_gene(curie)
    return found.symbol if found and found.symbol else written(curie)


def _named(curie: str) -> str:
    found = reference_gene(curie)
    return f"{called(found)} ({written(curie)})" if found else written(curie)
