"""Whether a query would make this server ask another one."""

import re
import sys

# What may hold the word SERVICE without being the keyword: IRIs, comments, strings, variables, names.
_PASSED_OVER = re.compile(
    r"""<[^<>"{}|^`\\\s]*>"""
    r"""|\#[^\r\n]*"""
    r'''|"""(?:[^"\\]|\\.|"(?!""))*"""'''
    r"""|'''(?:[^'\\]|\\.|'(?!''))*'''"""
    r'''|"(?:[^"\\\r\n]|\\.)*"'''
    r"""|'(?:[^'\\\r\n]|\\.)*'"""
    r"""|[?$]\w+|\w[\w.-]*:[\w.:%-]*|:[\w.:%-]+""",
    re.DOTALL,
)
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
# "S" and "\U00000053": SPARQL 1.1 section 19.2 lets any character of a query be written so.
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def asks_elsewhere(query: str) -> bool:
    """Say whether a query has a SERVICE clause, however it is written.

    >>> asks_elsewhere("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }")
    True
    >>> asks_elsewhere("ASK { ?service ex:service 'SERVICE' } # SERVICE")
    False
    """
    plain = _ESCAPE.sub(lambda match: _character(match[1] or match[2]), query)
    return any(_SERVICE.search(text) for text in (_PASSED_OVER.sub(" ", plain), _PASSED_OVER.sub(" ", query)))


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= sys.maxunicode else " "
