"""What a YAML document is read into: text, lists and mappings, frozen."""

from dataclasses import dataclass

from ingest.document import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as text, never as a number, date or truth value; `null`, `~` and nothing are empty text.

    The span is that of the value in the document: without quotation marks, and in a block scalar without
    the line of the indicator. A folded value's span holds the line ends that its text does not.
    """

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values in the order in which they were written; no key occurs twice."""

    entries: tuple[tuple[Scalar, "Node"], ...] = ()

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, None if the key is absent."""
        return next((value for name, value in self.entries if name.text == key), None)

    def scalar(self, key: str) -> Scalar | None:
        """Return the value of a key if it is text that says something, else None."""
        value = self.get(key)
        return value if isinstance(value, Scalar) and value.text.strip() else None

    def sequence(self, key: str) -> tuple["Node", ...]:
        """Return the list that a key holds, an empty one if it holds none."""
        value = self.get(key)
        return value if isinstance(value, tuple) else ()

    def mapping(self, key: str) -> "Mapping":
        """Return the mapping that a key holds, an empty one if it holds none."""
        value = self.get(key)
        return value if isinstance(value, Mapping) else Mapping()


Node = Scalar | tuple["Node", ...] | Mapping
