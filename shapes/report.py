"""What the check says of one document: a SHACL validation report, as values and as Turtle."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from ontology.prefixes import prefixes
from ontology.terms import SH, TYPE, XSD, term


class Severity(StrEnum):
    """What a result means for its document.

    A violation keeps the document out of the store: the mapping is broken, or the data are of no use. A
    warning tells a curator that the document says something that cannot be right; an info, that it leaves
    something out. The document is stored with both.
    """

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that is wrong: on which node, at which property and value, by which shape.

    `focus`, `path`, `shape` and `component` are IRIs; `path` is empty where the whole node is meant, and
    `value` is None where the fault is that there is none, or too many.
    """

    severity: Severity
    focus: str
    path: str
    value: NamedNode | Literal | None
    message: str
    shape: str
    component: str

    @property
    def is_violation(self) -> bool:
        """Say whether this result alone keeps the document out of the store."""
        return self.severity is Severity.VIOLATION

    def triples(self, node: BlankNode) -> Iterator[Triple]:
        """Say the result in the words of SHACL."""
        yield Triple(node, TYPE, term(SH, "ValidationResult"))
        yield Triple(node, term(SH, "resultSeverity"), term(SH, self.severity))
        yield Triple(node, term(SH, "focusNode"), NamedNode(self.focus))
        if self.path:
            yield Triple(node, term(SH, "resultPath"), NamedNode(self.path))
        if self.value is not None:
            yield Triple(node, term(SH, "value"), self.value)
        yield Triple(node, term(SH, "resultMessage"), Literal(self.message, language="en"))
        yield Triple(node, term(SH, "sourceShape"), NamedNode(self.shape))
        yield Triple(node, term(SH, "sourceConstraintComponent"), NamedNode(self.component))


@dataclass(frozen=True, slots=True)
class Report:
    """All results for one document, sorted; it conforms if none of them is a violation."""

    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        """Say whether the document may be stored."""
        return not any(result.is_violation for result in self.results)

    @property
    def turtle(self) -> str:
        """The report as Turtle; the same report always gives the same text."""
        content = serialize(self._triples(), format=RdfFormat.TURTLE, prefixes=dict(prefixes()))
        lines = (content or b"").decode().splitlines(keepends=True)
        # The writer puts the prefixes in an order that changes from process to process.
        return "".join(sorted(lines, key=lambda line: (0, line) if line.startswith("@prefix") else (1, "")))

    def _triples(self) -> Iterator[Triple]:
        report = BlankNode("report")
        yield Triple(report, TYPE, term(SH, "ValidationReport"))
        conforms = Literal(str(self.conforms).lower(), datatype=term(XSD, "boolean"))
        yield Triple(report, term(SH, "conforms"), conforms)
        for number, result in enumerate(self.results, 1):
            node = BlankNode(f"result{number}")
            yield Triple(report, term(SH, "result"), node)
            yield from result.triples(node)
