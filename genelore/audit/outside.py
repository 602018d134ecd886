"""What public endpoints said of identifiers: remembered in the store's folder, and used as further rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from genelore.audit.wording import species_named, written
from ontology.endpoints import endpoints
from ontology.reference import Row

TABLE = "outside"
STANDIN = "stand-in"
_SEPARATOR = " | "


class Relation(StrEnum):
    """What the value of an answer is to its subject.

    `gene`: the symbol of the gene that it is, or that makes it; `counterpart`: a human gene in its group of
    orthologs; `ortholog`: a gene in its group; `place`: where it is expressed; `disease`: the number of a
    disease that it has to do with; `change`: the symbol of the gene that it is a variant of.
    """

    GENE = "gene"
    COUNTERPART = "counterpart"
    ORTHOLOG = "ortholog"
    PLACE = "place"
    DISEASE = "disease"
    CHANGE = "change"


def called(endpoint: str) -> str:
    """Return the short name of an endpoint: the first word of its title.

    >>> called("https://sparql.omabrowser.org/sparql/")
    'OMA'
    """
    known = endpoints().get(endpoint)
    return known.title.split()[0] if known else endpoint


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that an endpoint said, to which question and when.

    `endpoint` is its IRI, `digest` the SHA-256 of the question's text, `time` ISO 8601 in UTC. `subject` is a
    CURIE, `value` a CURIE or a symbol, `taxon` the CURIE of the species of what the value names, `detail`
    what else was said (a protein's CURIE, a symbol, `520:L` for a change), both empty where that is not said.
    """

    endpoint: str
    question: str
    digest: str
    time: str
    relation: Relation
    subject: str
    value: str
    taxon: str = ""
    detail: str = ""
    is_standin: bool = False

    @property
    def who(self) -> str:
        """The endpoint as a sentence names it."""
        return f"{called(self.endpoint)}'s stand-in" if self.is_standin else called(self.endpoint)

    @property
    def sentence(self) -> str:
        """What is said and by whom, to stand in a reason."""
        return f"{self.who} {_SAYINGS[self.relation].format(**self._words())}"

    @property
    def row(self) -> Row:
        """The answer as a row that verdicts and conflicts rest on."""
        of = f"{STANDIN} of {self.endpoint}" if self.is_standin else self.endpoint
        return Row(TABLE, _SEPARATOR.join((of, self.question, self.digest, self.time)), self.sentence)

    def _words(self) -> Mapping[str, str]:
        species = "" if self.taxon in {"", "NCBITaxon:9606"} else f"{species_named(self.taxon)} "
        detail = (
            written(self.detail) if ":" in self.detail and self.relation is Relation.GENE else self.detail
        )
        return {
            "subject": written(self.subject),
            "value": species + (written(self.value) if ":" in self.value else self.value),
            "detail": f" ({detail})" if detail else "",
        }


_SAYINGS: Mapping[Relation, str] = {
    Relation.GENE: "says that {subject} is {value}{detail}",
    Relation.COUNTERPART: "puts {subject} into one group with human {value}{detail}",
    Relation.ORTHOLOG: "puts {subject} into one group with {value}",
    Relation.PLACE: "has {subject} expressed in {value}{detail}",
    Relation.DISEASE: "ties {subject} to {value}{detail}",
    Relation.CHANGE: "has {subject} as a variant of {value}{detail}",
}


@dataclass(frozen=True)
class Outside:
    """All answers that are remembered, in a fixed order."""

    answers: tuple[Answer, ...] = ()

    @cached_property
    def index(self) -> Mapping[tuple[Relation, str], tuple[Answer, ...]]:
        """The answers by what they are and of which subject."""
        found: defaultdict[tuple[Relation, str], list[Answer]] = defaultdict(list)
        for one in self.answers:
            found[one.relation, one.subject].append(one)
        return {key: tuple(some) for key, some in found.items()}

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of all answers, empty where there are none: with another, other verdicts may follow."""
        return sha256(repr(self.answers).encode()).hexdigest() if self.answers else ""

    def of(self, relation: Relation, *subjects: str) -> tuple[Answer, ...]:
        """Return what was answered of some subjects."""
        return tuple(one for subject in subjects for one in self.index.get((relation, subject), ()))


NOTHING = Outside()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which endpoint was asked which question, and when; `digest` is the SHA-256 of the question's text."""

    endpoint: str
    question: str
    digest: str
    time: str
    is_standin: bool


def asked(row: Row) -> Asked | None:
    """Return how a row was asked for, None for a row of a reference table."""
    if row.table != TABLE:
        return None
    of, question, digest, time = row.version.split(_SEPARATOR)
    return Asked(of.removeprefix(f"{STANDIN} of "), question, digest, time, of.startswith(STANDIN))


def gathered(answers: Iterable[Answer]) -> Outside:
    """Return answers in a fixed order, each once."""
    return Outside(tuple(sorted(set(answers), key=_order)))


def _order(one: Answer) -> tuple[str, ...]:
    return one.question, one.subject, one.value, one.taxon, one.detail, one.endpoint, one.digest, one.time
