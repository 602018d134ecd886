"""One file as it was read."""

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 8 * 1024 * 1024
MAX_LINE = 1024 * 1024

# Control characters that XML 1.0 does not allow (https://www.w3.org/TR/xml/#charsets), so that none may reach
# an export, and the noncharacters: "\x00", "\x1b", "\ufffe".
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]")
# "\x93": control characters that XML allows; in real documents, letters decoded with the wrong code page.
_ODD = re.compile("[\x7f-\x84\x86-\x9f]")
# "\n": lines end here alone.
_LINE_END = re.compile("\n")


class UnreadableDocumentError(ValueError):
    """The bytes are not a document; the message names the document and, where there is one, the line."""

    def __init__(self, name: str, line: int | None, reason: str) -> None:
        """Keep the parts beside the message, so that a quarantine report can show them apart."""
        super().__init__(f"{name}:{line}: {reason}" if line else f"{name}: {reason}")
        self.name, self.line, self.reason = name, line, reason


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document: 0-based, half-open, in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file's name, its text, and the SHA-256 of its bytes, which is what names this version of it."""

    name: str
    text: str
    sha256: str
    byte_count: int
    line_starts: tuple[int, ...]

    def quote(self, span: Span) -> str:
        """Return the exact text of the span."""
        return self.text[span.start : span.end]

    def odd_characters(self) -> tuple[Span, ...]:
        """Return where control characters stand that are kept as they are, though they mean nothing."""
        return tuple(Span(*match.span()) for match in _ODD.finditer(self.text))

    def line(self, position: int) -> int:
        r"""Return the 1-based line that holds a code point; lines end at \n alone."""
        return bisect_right(self.line_starts, position)

    def lines(self, span: Span) -> str:
        """Return the first and last line of a span, 1-based and closed, as in "17-19"."""
        return f"{self.line(span.start)}-{self.line(max(span.start, span.end - 1))}"


def decode(name: str, content: bytes) -> Document:
    """Make a document of bytes.

    Raises:
        UnreadableDocumentError: too long, not UTF-8, or with characters that no RDF syntax can carry.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableDocumentError(name, None, f"larger than {MAX_BYTES} bytes")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableDocumentError(name, line, f"not UTF-8: {error.reason}") from error
    starts = (0, *(match.end() for match in _LINE_END.finditer(text)))
    _refuse_unfit_text(name, text, starts)
    return Document(name, text, hashlib.sha256(content).hexdigest(), len(content), starts)


def _refuse_unfit_text(name: str, text: str, starts: tuple[int, ...]) -> None:
    bad = _FORBIDDEN.search(text)
    if bad:
        line = bisect_right(starts, bad.start())
        raise UnreadableDocumentError(name, line, f"character U+{ord(bad[0]):04X} is not allowed")
    for number, (start, end) in enumerate(zip(starts, (*starts[1:], len(text)), strict=True), 1):
        if end - start > MAX_LINE:
            raise UnreadableDocumentError(name, number, f"line longer than {MAX_LINE} characters")


def read(path: Path, name: str | None = None) -> Document:
    """Read one file; its name is the path's unless another is given.

    Raises:
        UnreadableDocumentError: not a regular file, or its bytes are not a document.
    """
    shown = name or path.as_posix()
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableDocumentError(shown, None, error.strerror or str(error)) from error
    return decode(shown, content)
