"""Which documents of a store are not as they are remembered."""

from collections.abc import Mapping, Sized

from genelore.audit.memory.documents import Version

# Amending a document takes as long as renewing so many that are remembered.
_FEW = 4


def differing(stored: Mapping[str, Version], known: Mapping[str, Version]) -> Mapping[str, Version | None]:
    """Return the documents whose version is another, new or gone: None."""
    changed: dict[str, Version | None] = dict.fromkeys(known.keys() - stored.keys())
    return changed | {graph: one for graph, one in stored.items() if known.get(graph) != one}


def are_few(changed: Sized, known: Sized) -> bool:
    """Say whether so few documents changed that amending is less work than renewing."""
    return len(changed) * _FEW <= len(known)
