"""YAML as text: mappings, lists and scalars, each scalar with the span it was read from.

What YAML would expand, share or compute (aliases, anchors, tags, merge keys) and what it would silently
drop (duplicate keys, second documents) is refused, so that reading never costs more than the length of
the text. Nothing here recurses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from ingest.document import Span
from ingest.yaml_node import Mapping, Node, Scalar

MAX_CHARACTERS = 2_000_000
MAX_NODES = 20_000
MAX_DEPTH = 20

# The binding to libyaml is many times faster; both give marks in code points.
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

# Characters that documents may hold and libyaml, a reader of YAML 1.1, takes for ends of lines (U+0085,
# U+2028, U+2029), for nothing (U+FEFF) or for a reason to stop. They are read as characters of private use.
_FOREIGN = "".join(map(chr, range(0x7F, 0xA0))) + "\u2028\u2029\ufeff"
_STAND_INS = "".join(map(chr, range(0xE000, 0xE000 + len(_FOREIGN))))
_TO_STAND_INS = str.maketrans(_FOREIGN, _STAND_INS)
_FROM_STAND_INS = str.maketrans(_STAND_INS, _FOREIGN)
# "\u0085", "\u2028": one of those characters.
_ANY_FOREIGN = re.compile(f"[{_FOREIGN}]")
# "\ue000": one of those that take their places.
_ANY_STAND_IN = re.compile(f"[{_STAND_INS}]")

# What no document may hold (see ingest/document.py) could still be written as an escape: "\0".
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class FrontMatterError(ValueError):
    """The front matter cannot be read; `position` is the code point of the document where it breaks."""

    def __init__(self, position: int, reason: str) -> None:
        """Keep the parts beside the message, so that a caller can name the line."""
        super().__init__(reason)
        self.position, self.reason = position, reason


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
        if not isinstance(key, Scalar) or key.text == "<<":
            reason = "a merge key" if isinstance(key, Scalar) else "a key that is not text"
            raise FrontMatterError(position, reason)
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
    if not _ANY_FOREIGN.search(text):
        return _tree(text, offset, {})
    taken = _ANY_STAND_IN.search(text)
    if taken:
        raise FrontMatterError(offset + taken.start(), f"character of private use U+{ord(taken[0]):04X}")
    return _tree(text.translate(_TO_STAND_INS), offset, _FROM_STAND_INS)


def _tree(text: str, offset: int, restored: dict[int, int]) -> Node:
    root = _Collection(is_mapping=False)
    stack = [root]
    for event in _events(text, offset):
        position = offset + _index(event)
        match event:
            case yaml.ScalarEvent():
                stack[-1].add(_scalar(event, text, offset, restored), position)
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
                raise FrontMatterError(offset + _index(event), reason)
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


def _scalar(event: yaml.ScalarEvent, text: str, offset: int, restored: dict[int, int]) -> Scalar:
    start, end = _index(event), _index(event, end=True)
    value: str = event.value.translate(restored)
    if event.style == '"' and _UNFIT.search(value):
        raise FrontMatterError(offset + start, "an escape of a character that is not allowed")
    if event.style in ("'", '"'):
        return Scalar(value, Span(offset + start + 1, offset + end - 1))
    if event.style in ("|", ">"):
        start, end = _block(text, start, end)
    elif value in ("null", "~"):
        value = ""
    return Scalar(value, Span(offset + start, offset + end))


def _block(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the line of the indicator, and white space at both ends."""
    begin = min(end, text.find("\n", start) + 1 or end)
    block = text[begin:end]
    kept = block.strip() or block
    begin += block.index(kept)
    return begin, begin + len(kept)


def _index(event: yaml.Event, end: bool = False) -> int:
    mark = event.end_mark if end else event.start_mark
    return int(mark.index) if mark else 0


def _place(error: Exception, text: str) -> int:
    match error:
        case yaml.MarkedYAMLError(problem_mark=mark) if mark:
            return int(mark.index)
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
