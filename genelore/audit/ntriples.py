r"""N-Triples and N-Quads as the engine writes them, taken apart as text, in half the time of parsing them."""

import re

# `<urn:s> <urn:p> <urn:o> .`, or `"a \"b\""^^<urn:type> <urn:graph> .` behind the predicate.
_TRIPLE = re.compile(r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|"((?:[^"\\]|\\.)*)"\S*)(?: <[^>]*>)? \.\n')
# `\n`, `\"`, `\u000B`, `\U0001F600`
_ESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def triples(content: bytes) -> list[tuple[str, str, str]]:
    r"""Return subject, predicate and object of each triple; of literals the text alone.

    >>> triples(b'<urn:s> <urn:p> "a\\n\\"b\\"" .\n<urn:s> <urn:p> <urn:o> .\n')
    [('urn:s', 'urn:p', 'a\n"b"'), ('urn:s', 'urn:p', 'urn:o')]
    """
    found = _TRIPLE.findall(content.decode())
    return [
        (subject, predicate, _unescaped(text) if "\\" in text else text or iri)
        for subject, predicate, iri, text in found
    ]


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    code, long_code, letter = found.groups()
    return chr(int(code or long_code, 16)) if code or long_code else _ESCAPED.get(letter, letter)
