"""Lists whose separators were lost, cut into the terms of the vocabulary that they were made of.

Every word of a run should belong to a term. Of all cuts the one is taken that leaves the fewest words
unexplained, then the one with the fewest terms, where a synonym counts for somewhat more than a label; of
cuts that are still alike, the one whose first different term is the longer. Words that no term explains
stay together as one text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.document import Document, Span
from ingest.grounding.candidate import SURE_ENOUGH, Candidate, choose
from ingest.grounding.field import FIELDS
from ingest.grounding.lookup import lexical
from ingest.record import Fact
from ontology.reference import begins_term, names_term

# What a source writes as the part of a fact whose value is a run.
RUN = "run"

# "erythroid", "5'-aminolevulinate": a word with the marks in it.
_WORD = re.compile(r"\S+")
# A cut costs this much for each unexplained word, and for each term, plus what the term lacks in confidence.
_UNEXPLAINED = 1000.0
_PIECE = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a run, from `begin` to before `end`, and the terms that they name; none if they name none."""

    begin: int
    end: int
    found: tuple[Candidate, ...]

    @property
    def cost(self) -> float:
        """What the piece adds to the cost of a cut."""
        if not self.found:
            return _UNEXPLAINED * (self.end - self.begin)
        return _PIECE + 1.0 - self.found[0].confidence


def cut(document: Document, fact: Fact) -> list[Fact]:
    """Return a fact for each term of a run, with the term's own span and the text as it is written."""
    quote = document.quote(fact.span)
    places = [match.span() for match in _WORD.finditer(quote)]
    found = pieces(tuple(quote[begin:end] for begin, end in places), fact.property)
    return [
        _fact(document, fact, piece, (places[piece.begin][0], places[piece.end - 1][1])) for piece in found
    ]


def _fact(document: Document, run: Fact, piece: Piece, place: tuple[int, int]) -> Fact:
    """Return the fact of one piece, whose place is counted from the beginning of the run."""
    begin, end = place
    span = Span(run.span.start + begin, run.span.start + end)
    choice = choose(piece.found)
    text = " ".join(document.quote(span).split())
    return replace(
        run, value=text, span=span, term=choice.curie, part="", written="", grounding=choice.grounding
    )


def pieces(words: tuple[str, ...], name: str) -> list[Piece]:
    """Return the cheapest cut of a run of values of the property `name`."""
    best = [(0.0, 0, Piece(0, 0, ()))] * (len(words) + 1)
    for begin in range(len(words) - 1, -1, -1):
        options = [Piece(begin, begin + 1, ()), *_terms_at(words, begin, name)]
        # Of equal costs the longest: its end is the greatest.
        best[begin] = min(
            ((round(piece.cost + best[piece.end][0], 4), -piece.end, piece) for piece in options),
            key=lambda option: option[:2],
        )
    return _joined(_path(best))


def _path(best: list[tuple[float, int, Piece]]) -> Iterator[Piece]:
    begin = 0
    while begin < len(best) - 1:
        piece = best[begin][2]
        yield piece
        begin = piece.end


def _joined(path: Iterator[Piece]) -> list[Piece]:
    """Join unexplained words that stand side by side."""
    found = list[Piece]()
    for piece in path:
        if found and not piece.found and not found[-1].found:
            found[-1] = Piece(found[-1].begin, piece.end, ())
        else:
            found.append(piece)
    return found


def _terms_at(words: tuple[str, ...], begin: int, name: str) -> Iterator[Piece]:
    vocabularies = FIELDS[name].vocabularies
    for end in range(begin + 1, len(words) + 1):
        text = " ".join(words[begin:end])
        if names_term(text, *vocabularies) and (found := _named(text, name)):
            yield Piece(begin, end, found)
        if not begins_term(text, *vocabularies):
            return


@lru_cache(maxsize=1 << 14)
def _named(text: str, name: str) -> tuple[Candidate, ...]:
    """Return the surest terms that a text names by its own words, without rules."""
    found = lexical(text, FIELDS[name])
    best = max((candidate.confidence for candidate in found), default=0.0)
    return tuple(candidate for candidate in found if candidate.confidence == best >= SURE_ENOUGH)
