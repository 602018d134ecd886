"""What kind of change a variant is said to be."""

import re

from ingest.document import Document, Span

# "missense", "stop gained", "in-frame deletion": what kind of change a variant is.
_TYPE = re.compile(
    r"\b(?P<missense>missense|non-?synonymous)\b|\b(?P<nonsense>nonsense|stop[- ]gain(?:ed)?)\b|"
    r"\b(?P<frameshift>frame-?shift)\b"
    r"|\b(?P<silent>silent|synonymous)\b|\b(?P<splice>splic(?:e|ing)(?:[- ]?(?:site|donor|acceptor|"
    r"region))?)\b"
    r"|(?P<inframe>in-?frame (?:deletion|insertion))|\b(?P<deletion>deletion)s?\b|"
    r"\b(?P<insertion>insertion)s?\b"
    r"|\b(?P<duplication>duplication)s?\b|\b(?P<intronic>intron(?:ic)?)\b",
    re.IGNORECASE,
)
_TYPE_NAMES = {"splice": "splice site", "inframe": "in-frame", "intronic": "intronic"}


def variant_type(document: Document, span: Span) -> tuple[Span, str] | None:
    """Return the one type that a stretch names, None if it names none or several."""
    matches = list(_TYPE.finditer(document.text, span.start, span.end))
    names = {_name(match) for match in matches}
    return (Span(*matches[0].span()), names.pop()) if len(names) == 1 else None


def _name(match: re.Match[str]) -> str:
    if match["inframe"]:
        return match["inframe"].casefold().replace("inframe", "in-frame")
    name = match.lastgroup or ""
    return _TYPE_NAMES.get(name, name)
