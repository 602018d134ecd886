"""How deep a query is: what nests without end would take an engine's whole stack."""

import re

from genelore.endpoint.job import ProblemError

# Far beyond what people and programs write; the engine takes twenty times as much here, but not everywhere.
DEEPEST = 2000

# What may hold brackets or operators without meaning them: IRIs, comments, strings, names and numbers. What
# is not closed goes on to the end, so that no text is read twice.
_WORDS = re.compile(
    r"""<[^<>"{}|^`\\\s]*+>"""
    r"""|\#[^\r\n]*+"""
    r'''|"""(?:[^"\\]|\\.|"(?!""))*+(?:""")?'''
    r"""|'''(?:[^'\\]|\\.|'(?!''))*+(?:''')?"""
    r"""|"(?:[^"\\\r\n]|\\.)*+"?"""
    r"""|'(?:[^'\\\r\n]|\\.)*+'?"""
    r"""|[\w?$:.%]++""",
    re.DOTALL,
)
_BRACKETS = re.compile(r"[({\[)}\]]")
# "!!!!" or the "/ / / /" that is left of "a/b/c/d/e".
_RUN = re.compile(r"(?:[!/^+*|&-]\s*+)++")


def check(query: str) -> None:
    """See that a query is no deeper than an engine can be trusted with.

    Raises:
        ProblemError: it has more than `DEEPEST` brackets in each other, or operators in a row.
    """
    if len(query) > DEEPEST and is_deep(_WORDS.sub(" ", query)):
        raise ProblemError(400, "Nested too deeply", f"A query here may be {DEEPEST:,} levels deep.")


def is_deep(plain: str) -> bool:
    """Say whether a text without words has too many brackets in each other, or operators in a row.

    >>> is_deep("{ ( ) }"), is_deep("(" * 2001), is_deep("/ " * 2002), is_deep("() " * 5000)
    (False, True, True, False)
    """
    if any(len("".join(run.split())) > DEEPEST for run in _RUN.findall(plain)):
        return True
    depth = 0
    for bracket in _BRACKETS.findall(plain):
        depth += 1 if bracket in "({[" else -1
        if depth > DEEPEST:
            return True
    return False
