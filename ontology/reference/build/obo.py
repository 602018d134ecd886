"""Terms out of an OBO file (format 1.2 and 1.4), without definitions and comments."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ontology.reference.build.vocabularies import BROAD, EXACT, NARROW, RELATED, SourceTerm

_SCOPES = {"EXACT": EXACT, "NARROW": NARROW, "BROAD": BROAD, "RELATED": RELATED}
# synonym: "Low number of red blood cells" EXACT layperson [https://...]
_SYNONYM = re.compile(r'"((?:[^"\\]|\\.)*)" (EXACT|NARROW|BROAD|RELATED)\b')
# is_a: HP:0001877 ! Abnormal erythrocyte morphology; relationship: part_of GO:0006783 ! heme biosynthesis
_CODE = re.compile(r"[A-Za-z]+:(\S+)")
# \" in "so-called \"dry\" eye": a character that is escaped.
_ESCAPED = re.compile(r"\\(.)")
_ASPECTS = {"biological_process": "P", "cellular_component": "C", "molecular_function": "F"}


def terms(content: bytes, prefix: str) -> Iterator[SourceTerm]:
    """Give the terms with this prefix; an alternative id becomes an obsolete term with a successor."""
    for stanza in content.decode().split("\n[")[1:]:
        kind, _, body = stanza.partition("]\n")
        values = _values(body if kind == "Term" else "")
        if any(curie.startswith(f"{prefix}:") for curie in values["id"]):
            term = _term(values)
            yield term
            for other in _codes(values["alt_id"]):
                yield SourceTerm(other, "", obsolete=True, successors=(term.code,))


def _values(body: str) -> defaultdict[str, list[str]]:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for line in body.splitlines():
        tag, found, value = line.partition(": ")
        if found:
            values[tag].append(value)
    return values


def _term(values: defaultdict[str, list[str]]) -> SourceTerm:
    parts = [value for value in values["relationship"] if value.startswith("part_of ")]
    return SourceTerm(
        code=_codes(values["id"])[0],
        label=next(iter(values["name"]), ""),
        names=tuple(name for value in values["synonym"] for name in _synonyms(value)),
        parents=_codes(values["is_a"]),
        wholes=_codes(parts),
        aspect=_ASPECTS.get(next(iter(values["namespace"]), ""), ""),
        obsolete="true" in values["is_obsolete"],
        successors=_codes(values["replaced_by"]),
        considered=_codes(values["consider"]),
        xrefs=tuple(value.split()[0] for value in values["xref"] if value.startswith("OMIM:")),
    )


def _synonyms(value: str) -> Iterator[tuple[str, str]]:
    found = _SYNONYM.match(value)
    if found:
        yield _SCOPES[found[2]], _ESCAPED.sub(r"\1", found[1])


def _codes(values: list[str]) -> tuple[str, ...]:
    return tuple(found[1] for value in values if (found := _CODE.search(value)))
