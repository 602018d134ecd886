"""What the reference has of the term that a value means."""

from functools import lru_cache

from ingest.record import TermEntry
from ontology import reference


@lru_cache(maxsize=4096)
def entry(curie: str) -> TermEntry | None:
    """Return the reference's entry of a term; None if the CURIE is of no vocabulary of the reference."""
    if curie.partition(":")[0] not in reference.VOCABULARIES:
        return None
    found = reference.term(curie)
    if found is None:
        return TermEntry("unknown")
    if not found.label:
        successors = [known.label for code in found.successors if (known := reference.term(code))]
        return TermEntry("merged", successors[0] if len(successors) == 1 else "")
    return TermEntry("obsolete" if found.obsolete else "current", found.label, found.aspect)
