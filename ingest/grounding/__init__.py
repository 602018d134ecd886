"""Names to terms: what each text value of a record denotes in the vocabularies.

A text is tied to a term by a curator's table, else by its words (label before synonym, letter by letter
before spelling), else by rules that put it in the vocabulary's own form, else, for diseases, by what the
reference knows of the record's gene. Each way leaves its SSSOM justification and a confidence. Where several
terms fit alike none is taken and all are kept as alternatives; what fits none stays text.
"""

import re
from dataclasses import replace

from ingest.document import Document
from ingest.grounding.candidate import Choice, choose
from ingest.grounding.disease_parts import renamed
from ingest.grounding.entry import entry
from ingest.grounding.field import FIELDS
from ingest.grounding.gene_diseases import diseases_of_record, similar_diseases
from ingest.grounding.lookup import candidates
from ingest.grounding.runs import RUN, cut
from ingest.record import Fact, GeneRecord, unique

# GEISHA's words for anatomy count where GEISHA speaks.
_EVERYDAY = ("everyday",)
_TABLES = {"chickybase": ("anatomy", "everyday")}
# "NCBITaxon:9606", "GO:0006783": the document itself gives the identifier.
_CURIE = re.compile(r"(?:NCBITaxon|GO|MONDO|HP|UBERON|CL|SO|GgalDv|omim|ncbigene):\d+")
_OF_DISEASES = frozenset({"disease", "subclass_of"})


def ground(document: Document, record: GeneRecord) -> GeneRecord:
    """Return the record with the terms of its values, runs cut, and diseases named by their terms."""
    facts = list[Fact]()
    tables, diseases = _tables(record), None
    for fact in record.facts:
        if not _needs_term(fact):
            facts.append(fact)
        elif fact.part == RUN:
            facts += cut(document, fact)
        else:
            if fact.property in _OF_DISEASES and diseases is None:
                diseases = diseases_of_record(record)
            facts.append(_grounded(fact, tables, diseases or frozenset()))
    return replace(record, facts=unique([_looked_up(fact) for fact in renamed(facts)]))


def _looked_up(fact: Fact) -> Fact:
    found = entry(fact.term or fact.value) if fact.property in FIELDS else None
    return replace(fact, entry=found) if found else fact


def _tables(record: GeneRecord) -> tuple[str, ...]:
    kinds = (fact.value for fact in record.facts if fact.property == "source_kind")
    return next((_TABLES[kind] for kind in kinds if kind in _TABLES), _EVERYDAY)


def _needs_term(fact: Fact) -> bool:
    return fact.property in FIELDS and not fact.term and not _CURIE.fullmatch(fact.value)


def _grounded(fact: Fact, tables: tuple[str, ...], diseases: frozenset[str]) -> Fact:
    choice = choose(candidates(fact.value, fact.property, tables), diseases)
    if not choice.curie and diseases:
        choice = _by_gene(fact, choice, diseases)
    return replace(fact, term=choice.curie, grounding=choice.grounding) if choice.grounding else fact


def _by_gene(fact: Fact, choice: Choice, diseases: frozenset[str]) -> Choice:
    known = choose(similar_diseases(fact.value, diseases))
    return known if known.curie else choice
