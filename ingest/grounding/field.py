"""What the values of a property are terms of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ingest.grounding import disease_names, process_names, trait_names
from ontology.reference import Term, ancestors

_MODE_OF_INHERITANCE = "HP:0000005"


def _any(_: Term) -> bool:
    return True


def _no_rewordings(_: str) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Field:
    """The vocabularies of a property's values, which of their terms fit, and other ways to say a value."""

    vocabularies: tuple[str, ...]
    fits: Callable[[Term], bool] = _any
    rewordings: Callable[[str], Iterable[str]] = _no_rewordings


def _of_aspect(aspect: str) -> Callable[[Term], bool]:
    def fits(term: Term) -> bool:
        return term.aspect in {aspect, ""}

    return fits


def _is_inheritance(term: Term) -> bool:
    return _MODE_OF_INHERITANCE in ancestors(term.curie)


def _is_phenotype(term: Term) -> bool:
    return not _is_inheritance(term)


_ANATOMY = Field(("UBERON", "CL"))
_DISEASE = Field(("MONDO",), rewordings=disease_names.rewordings)

FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "disease": _DISEASE,
        "enables": Field(("GO",), _of_aspect("molecular_function"), process_names.functions),
        "expressed_in": _ANATOMY,
        "expressed_only_in": _ANATOMY,
        "gene_type": Field(("SO",)),
        "inheritance": Field(("HP",), _is_inheritance, trait_names.inheritances),
        "involved_in": Field(("GO",), _of_aspect("biological_process"), process_names.processes),
        "located_in": Field(("GO",), _of_aspect("cellular_component")),
        "phenotype": Field(("HP",), _is_phenotype, trait_names.phenotypes),
        "stage": Field(("GgalDv",)),
        "subclass_of": _DISEASE,
        "taxon": Field(("NCBITaxon",)),
        "variant_type": Field(("SO",), rewordings=trait_names.variant_types),
    }
)
