"""Terms that a text may denote, each with the reason and how sure it is."""

from dataclasses import dataclass

from ingest.record import Grounding

LEXICAL = "semapv:LexicalMatching"
CHAINED = "semapv:MappingChaining"
COMPOSITE = "semapv:CompositeMatching"
BACKGROUND = "semapv:BackgroundKnowledgeBasedMatching"

# Below it a text alone does not carry a term: the vocabulary itself calls the name broad or merely related.
SURE_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term that a text may denote: its CURIE, an SSSOM mapping justification, a confidence from 0 to 1."""

    curie: str
    justification: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Choice:
    """What a text was grounded to: `curie` is empty if nothing, or more than one term, fits best."""

    curie: str = ""
    grounding: Grounding | None = None


NOTHING = Choice()


def choose(candidates: tuple[Candidate, ...], favoured: frozenset[str] = frozenset()) -> Choice:
    """Return the surest candidate, if there is one; several that are as sure stay alternatives.

    `favoured` are terms that something else than the text speaks for: one of them ends a tie, and makes a
    name do that is too weak by itself.
    """
    best = max((candidate.confidence for candidate in candidates), default=0.0)
    top = [candidate for candidate in candidates if candidate.confidence == best]
    if len(top) == 1 and best >= SURE_ENOUGH:
        return Choice(top[0].curie, Grounding(top[0].justification, best))
    spoken_for = [candidate for candidate in top if candidate.curie in favoured]
    others = tuple(sorted({candidate.curie for candidate in top}))
    if len(spoken_for) == 1:
        curie = spoken_for[0].curie
        rest = tuple(other for other in others if other != curie)
        return Choice(curie, Grounding(BACKGROUND, round(max(best, SURE_ENOUGH) * 0.8, 2), rest))
    return Choice("", Grounding(LEXICAL, best, others)) if others else NOTHING
