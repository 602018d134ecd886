"""What all rules make their conflicts of: sides, and the documents that stand on them."""

from collections.abc import Iterable

from genelore.audit.model import Side
from genelore.audit.reading import Claim
from genelore.audit.statement import Statement
from genelore.audit.wording import agreed, listed


def side(value: str, claims: Iterable[Claim]) -> Side:
    """Return a side that claims stand on."""
    return Side(value, tuple(dict.fromkeys(claim.iri for claim in claims)))


def side_of(value: str, group: Iterable[Statement]) -> Side:
    """Return a side that statements stand on."""
    return side(value, (one.claim for one in group))


def reference_side(value: str) -> Side:
    """Return the side on which the reference stands alone."""
    return Side(f"{value} (reference)", ())


def documents(group: Iterable[Statement]) -> str:
    """Return the names of the documents that make the statements."""
    return listed(one.claim.source.name for one in group)


def says(group: Iterable[Statement], one: str = "says", several: str = "say") -> str:
    """Return the documents with a verb that agrees with their number."""
    names = tuple(dict.fromkeys(statement.claim.source.name for statement in group))
    return f"{listed(names)} {agreed(names, one, several)}"


def sentence(text: str) -> str:
    """Return a text with a mark at its end: its own, else a full stop.

    >>> sentence("See which gene was probed"), sentence("A slip of writing?")
    ('See which gene was probed.', 'A slip of writing?')
    """
    return text if text.endswith((".", "?", "!")) else f"{text}."
