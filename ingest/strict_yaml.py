"""YAML as text: mappings, lists and scalars, each scalar with the span it was read from.

What YAML would expand, share or compute (aliases, anchors, tags, merge keys) and what it would silently
drop (duplicate keys, second documents) is refused, so that reading never costs more than the length of
the text. Nothing here recurses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from ingest.document import Span

MAX_CHARACTERS = 2_000_000
MAX_NODES = 20_000
MAX_DEPTH = 20

# The binding to libyaml is many times faster; both give marks in code points.
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

# YAML 1.1, which libyaml reads, ends a line at the first three and drops the fourth; YAML 1.2 and every
# other reader of the document take them as text. They are read as characters of private use.
_FOREIGN_BREAKS = "\x85\u2028\u2029\ufeff"
_STAND_INS = "\ue000\ue001\ue002\ue003"
_TO_STAND_INS = str.maketrans(_FOREIGN_BREAKS, _STAND_INS)
_FROM_STAND_INS = str.maketrans(_STAND_INS, _FOREIGN_BREAKS)

class FrontMatterError(ValueError):
    """The front matter cannot be read; `position` is the code point of the document where it breaks."""

    def __init__(self, position: int, reason: str) -> None:
        """Keep the parts beside the message, so that a caller can name the line."""
        super().__init__(reason)
        self.position, self.reason = position, reason


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


@dataclass(slots=True)
class _Collection:
    """A mapping or list whose end has not been read; `key` is the key that still has no value."""

    is_mapping: bool
    nodes: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    key: Scalar | None = None

    def add(self, node: Node, position: int) -> None:
        if not self.is_mapping:
            self.nodes.append(node)
        elif self.key is not None:
            self.entries.append((self.key, node))
            self.key = None
        else:
            self.key = self._checked(node, position)

    def _checked(self, key: Node, position: int) -> Scalar:
        if not isinstance(key, Scalar):
            raise FrontMatterError(position, "a key that is not text")
        if key.text in self.names:
            raise FrontMatterError(position, f"the key {key.text[:80]!r} occurs twice")
        self.names.add(key.text)
        return key

    def closed(self) -> Node:
        return Mapping(tuple(self.entries)) if self.is_mapping else tuple(self.nodes)


def read_yaml(text: str, offset: int = 0) -> Node:
    """Read one YAML document; spans and positions of errors are counted from `offset`.

    Raises:
        FrontMatterError: YAML that is broken, refused or too large.
    """
    if len(text) > MAX_CHARACTERS:
        raise FrontMatterError(offset, f"longer than {MAX_CHARACTERS} characters")
    if any(character in text for character in _FOREIGN_BREAKS):
        return _read_foreign_breaks(text, offset)
    return _tree(text, offset)


def _read_foreign_breaks(text: str, offset: int) -> Node:
    for character in _STAND_INS:
        if character in text:
            place = offset + text.index(character)
            raise FrontMatterError(place, f"character of private use U+{ord(character):04X}")
    return _tree(text.translate(_TO_STAND_INS), offset)


def _tree(text: str, offset: int) -> Node:
    root = _Collection(is_mapping=False)
    stack = [root]
    for event in _events(text, offset):
        position = offset + _index(event)
        match event:
            case yaml.ScalarEvent():
                stack[-1].add(_scalar(event, text, offset), position)
            case yaml.CollectionStartEvent():
                stack.append(_Collection(isinstance(event, yaml.MappingStartEvent)))
            case yaml.CollectionEndEvent():
                closed = stack.pop().closed()
                stack[-1].add(closed, position)
        if len(stack) > MAX_DEPTH:
            raise FrontMatterError(position, f"nested deeper than {MAX_DEPTH} levels")
    return root.nodes[0] if root.nodes else Mapping()


def _events(text: str, offset: int) -> Iterator[yaml.Event]:
    """Yield the events one by one, so that a cap stops the reading itself; nothing here recurses."""
    try:
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            reason = _refusal(event, count)
            if reason:
                raise FrontMatterError(offset + event.start_mark.index, reason)
            yield event
    except FrontMatterError:
        raise
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        place = min(_place(error, text), len(text))
        raise FrontMatterError(offset + place, f"not YAML: {_problem(error)}") from error


def _refusal(event: yaml.Event, count: int) -> str:
    match event:
        case yaml.AliasEvent():
            return "an alias"
        case yaml.NodeEvent() if event.anchor is not None:
            return "an anchor"
        case yaml.ScalarEvent() | yaml.CollectionStartEvent() if event.tag is not None:
            return "a tag"
        case yaml.DocumentStartEvent() | yaml.DocumentEndEvent() if event.explicit:
            return "a second document or the end of one"
    # Each node has one event or, a list or mapping, two; the stream and the document have four.
    return f"more than {MAX_NODES} nodes" if count > MAX_NODES + 4 else ""


def _scalar(event: yaml.ScalarEvent, text: str, offset: int, parent: _Collection) -> Scalar:
    start, end = event.start_mark.index, event.end_mark.index
    value: str = event.value
    match event.style:
        case "'" | '"':
            return Scalar(value, Span(offset + start + 1, offset + end - 1))
        case "|" | ">":
            start = min(end, text.find("\n", start) + 1 or end)
            block = text[start:end]
            end -= len(block) - len(block.rstrip())
            start = min(end, start + len(block) - len(block.lstrip()))
        case _ if value in ("null", "~"):
            value = ""
        case _ if value == "<<" and parent.is_mapping and parent.key is None:
            raise FrontMatterError(offset + start, "a merge key")
    return Scalar(value, Span(offset + start, offset + end))


def _place(error: Exception, text: str) -> int:
    match error:
        case yaml.MarkedYAMLError(problem_mark=yaml.Mark(index=place)):
            return int(place)
        case yaml.reader.ReaderError(position=place) if yaml.__with_libyaml__:
            # libyaml counts the bytes of UTF-8 here.
            return len(text.encode()[:place].decode(errors="ignore"))
        case yaml.reader.ReaderError(position=place):
            return int(place)
        case UnicodeEncodeError(start=place):
            return place
    return 0


def _problem(error: Exception) -> str:
    match error:
        case yaml.MarkedYAMLError(problem=str(problem)):
            return problem
        case yaml.reader.ReaderError(reason=reason):
            return str(reason)
    return str(error).splitlines()[0] if str(error) else type(error).__name__
