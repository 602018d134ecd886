"""The source kinds: which there are, and which one a document is.

A source kind is a module with three names: `KIND`, `recognises` and `parse`. Those in this folder are found
by listing it; other distributions add theirs through the entry-point group `genelore.sources`, each entry
naming such a module.
"""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol, cast

from ingest.document import Document, Span
from ingest.record import Fact, Finding, GeneRecord, unique

# More than any real document holds by a factor of ten.
MAX_FACTS = 50_000


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A family of documents with one format.

    `agent` is `human-written`, `database-export` or `language-model`. `licence` is the IRI that holds for
    the whole kind when its documents state none, None if nothing is known.
    """

    name: str
    title: str
    agent: str
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """Whether a document is of a kind, why, and the text that shows it (None when it is refused)."""

    reason: str
    evidence: Span | None = None


class SourceModule(Protocol):
    """What a module of a source kind offers."""

    KIND: SourceKind

    def recognises(self, document: Document) -> Recognition:
        """Say whether the document is of this kind, and why or why not."""

    def parse(self, document: Document) -> GeneRecord:
        """Read everything the document says; called only on a document that is recognised."""


class UnknownSourceError(ValueError):
    """No source kind, or more than one, recognises the document."""

    def __init__(self, document: Document, reason: str) -> None:
        """Keep the reason apart from the document's name."""
        super().__init__(f"{document.name}: {reason}")
        self.reason = reason


class MalformedDocumentError(ValueError):
    """A document of a known kind breaks that kind's format; the message names document and line."""

    def __init__(self, document: Document, position: int, reason: str) -> None:
        """Name the line of `position`, a code point of the document."""
        self.line = document.line(position)
        self.reason = reason
        super().__init__(f"{document.name}:{self.line}: {reason}")


@cache
def modules() -> tuple[SourceModule, ...]:
    """Return the modules of all source kinds, sorted by name.

    Raises:
        ValueError: two modules claim the same name.
    """
    found = sorted(_own_modules() | _foreign_modules(), key=lambda module: module.KIND.name)
    names = [module.KIND.name for module in found]
    if len(set(names)) < len(names):
        raise ValueError(f"a source kind is defined twice: {', '.join(names)}")
    return tuple(found)


def _own_modules() -> set[SourceModule]:
    return {cast(SourceModule, import_module(f"{__name__}.{item.name}")) for item in _listing()}


def _listing() -> Iterator[pkgutil.ModuleInfo]:
    return (item for item in pkgutil.iter_modules(__path__) if not item.name.startswith("_"))


def _foreign_modules() -> set[SourceModule]:
    return {cast(SourceModule, entry.load()) for entry in entry_points(group="genelore.sources")}


def recognise(document: Document) -> tuple[SourceModule, Span]:
    """Return the one source kind that the document is of, and the text that shows it.

    Raises:
        UnknownSourceError: with the reason that each kind gave.
    """
    answers = [(module, module.recognises(document)) for module in modules()]
    accepted = [(module, answer.evidence) for module, answer in answers if answer.evidence]
    match accepted:
        case [(module, Span() as evidence)]:
            return module, evidence
        case []:
            reasons = "; ".join(f"not {m.KIND.name}: {a.reason}" for m, a in answers)
            raise UnknownSourceError(document, f"no source kind recognises it ({reasons})")
    names = ", ".join(module.KIND.name for module, _ in accepted)
    raise UnknownSourceError(document, f"more than one source kind recognises it: {names}")


def parse(document: Document) -> tuple[SourceKind, GeneRecord]:
    """Recognise and parse; the record begins with the fact of which kind the document is.

    Raises:
        UnknownSourceError: no kind, or more than one, recognises it.
        MalformedDocumentError: it breaks the format of its kind.
    """
    module, evidence = recognise(document)
    record = module.parse(document)
    if max(len(record.facts), len(record.findings)) > MAX_FACTS:
        raise MalformedDocumentError(document, 0, f"more than {MAX_FACTS} facts or findings in one document")
    kind = Fact("document", "source_kind", module.KIND.name, evidence)
    return module.KIND, GeneRecord(unique([kind, *record.facts]), (*record.findings, *_odd(document)))


def _odd(document: Document) -> Iterator[Finding]:
    for span in document.odd_characters():
        character = f"U+{ord(document.quote(span)):04X}"
        yield Finding("control-character", f"{character} is no letter; the text was decoded wrongly", span)
