"""The questions that endpoints are asked, each a federated query in a file with a head that says what of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from genelore.audit.outside import Relation, called

_PAIRED = frozenset({Relation.ORTHOLOG, Relation.PLACE, Relation.DISEASE})


@dataclass(frozen=True, slots=True)
class Question:
    """A federated query whose local part reads what is asked about.

    That is `?asked rdf:subject ?subject`, and `rdf:object ?value` where a pair is held up for an answer.
    `space` is the prefix of the subjects' id space; solutions have `subject`, `value`, and may have `taxon`
    and `detail`, with the meaning that they have in an `Answer`.
    """

    name: str
    endpoint: str
    relation: Relation
    space: str
    text: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the query's text."""
        return sha256(self.text.encode()).hexdigest()

    @property
    def is_of_pairs(self) -> bool:
        """Whether it asks if a subject and a value belong together, not what the value is."""
        return self.relation in _PAIRED


@cache
def questions() -> tuple[Question, ...]:
    """Return all questions, by name.

    >>> [one.space for one in questions() if one.name == "bgee-places"]
    ['ensembl']
    """
    folder = files("genelore.evidence").joinpath("questions")
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".rq")), key=lambda one: one.name)
    return tuple(_question(path.name.removesuffix(".rq"), path.read_text("utf-8")) for path in paths)


def _question(name: str, text: str) -> Question:
    head = _head(text)
    return Question(name, head["endpoint"], Relation(head["relation"]), head["space"], text)


def _head(text: str) -> Mapping[str, str]:
    """Return the fields of the comment lines: `# space: ensembl`."""
    lines = (line.removeprefix("# ").partition(": ") for line in text.splitlines() if line.startswith("# "))
    return {name: value for name, colon, value in lines if colon}


class UnknownEndpointError(ValueError):
    """No question is for an endpoint; the message lists those that there are."""


def chosen(names: tuple[str, ...]) -> tuple[Question, ...]:
    """Return the questions for endpoints, by IRI or by short name such as `uniprot`; all if none is named.

    Raises:
        UnknownEndpointError: there are none for a name.
    """
    wanted = [_for(name) for name in names]
    return tuple(dict.fromkeys(one for some in wanted for one in some)) if names else questions()


def _for(name: str) -> list[Question]:
    spellings = {name.casefold(), name.rstrip("/")}
    found = [
        one for one in questions() if {called(one.endpoint).casefold(), one.endpoint.rstrip("/")} & spellings
    ]
    if not found:
        known = ", ".join(sorted({called(one.endpoint).casefold() for one in questions()}))
        raise UnknownEndpointError(f"there is nothing to ask {name}; known are {known}")
    return found
