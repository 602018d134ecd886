"""The diseases that the reference ties to a record's gene, by which a doubtful name is understood."""

import re
from functools import lru_cache

from ingest.grounding.candidate import BACKGROUND, Candidate
from ingest.record import GeneRecord
from ontology.reference import diseases_of_gene, genes_named, normalised, term

_HUMAN = "NCBITaxon:9606"
_CONFIDENCE = 0.6
_FEWEST_WORDS = 2
_MOST_ADDED = 3
# "sideroblastic anemia with ataxia", "anemia type 2": what these words add makes another disease.
_DIVIDING = frozenset(
    (
        "and",
        "by",
        "due",
        "from",
        "in",
        "like",
        "non",
        "not",
        "of",
        "or",
        "susceptibility",
        "to",
        "type",
        "with",
        "without",
    )
)
# "2", "2b", "iv", "a": words that part the diseases of a series.
_NUMBER = re.compile(r"\d|^[ivx]+$|^\w$")


def diseases_of_record(record: GeneRecord) -> frozenset[str]:
    """Return the MONDO terms that the reference ties to the human gene that the record's symbol names."""
    if any(taxon != _HUMAN for taxon in _said(record, "taxon")):
        return frozenset()
    return frozenset(curie for symbol in _said(record, "symbol") for curie in _of_symbol(symbol))


def _said(record: GeneRecord, name: str) -> list[str]:
    return [fact.value for fact in record.facts if (fact.subject, fact.property) == ("gene", name)]


@lru_cache(maxsize=1 << 10)
def _of_symbol(symbol: str) -> frozenset[str]:
    named = [match for match in genes_named(symbol, _HUMAN) if match.kind == "symbol"]
    if len(named) != 1:
        return frozenset()
    entries = diseases_of_gene(named[0].gene.curie)
    return frozenset(disease for entry in entries for disease in entry.diseases)


@lru_cache(maxsize=1 << 12)
def similar_diseases(text: str, diseases: frozenset[str]) -> tuple[Candidate, ...]:
    """Return those of the diseases a name of which the text holds word for word, the fullest name's alone.

    "X-linked pyridoxine-responsive sideroblastic anemia" is "X-linked sideroblastic anemia" with one thing
    more said of it. Numbers and words such as "with" make another disease.
    """
    words = frozenset(normalised(text).split())
    sizes = {curie: max((len(name) for name in _names(curie) if _adds_little(words, name)), default=0)
             for curie in diseases}  # fmt: skip
    fullest = max(sizes.values(), default=0)
    if not fullest:
        return ()
    return tuple(
        Candidate(curie, BACKGROUND, _CONFIDENCE) for curie in sorted(sizes) if sizes[curie] == fullest
    )


@lru_cache(maxsize=1 << 10)
def _names(curie: str) -> tuple[frozenset[str], ...]:
    found = term(curie)
    if not found or found.obsolete:
        return ()
    texts = (
        found.label,
        *(name.text for name in found.names if name.kind in {"exact_synonym", "former_label"}),
    )
    return tuple(frozenset(normalised(text).split()) for text in texts)


def _adds_little(words: frozenset[str], name: frozenset[str]) -> bool:
    added = words - name
    return (
        len(name) >= _FEWEST_WORDS
        and name < words
        and len(added) <= _MOST_ADDED
        and not added & _DIVIDING
        and not any(_NUMBER.search(word) for word in added)
    )
