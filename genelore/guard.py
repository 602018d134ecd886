"""Whether a query would make this server ask another one."""

import re
import sys

# "<http://a/SERVICE>", "# SERVICE", "'SERVICE'", "?service", "ex:service": IRIs, comments, strings,
# variables and names, which may hold the word without being the keyword.
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
# "SERVICE": the keyword, once those are taken out.
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
# "\u0053" and "\U00000053": SPARQL 1.1 section 19.2 lets any character of a query be written so.
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def asks_elsewhere(query: str) -> bool:
    """Say whether a query has a SERVICE clause, however it is written.

    >>> asks_elsewhere("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }")
    True
    >>> asks_elsewhere("ASK { ?service ex:service 'SERVICE' } # SERVICE")
    False
    """
    plain = unescaped(query)
    return any(_SERVICE.search(text) for text in (_PASSED_OVER.sub(" ", plain), _PASSED_OVER.sub(" ", query)))


def unescaped(query: str) -> str:
    r"""Return a query with its numeric escapes written out; one that stands for no character is a blank.

    >>> unescaped(r"\u0046ROM \U00000046ROM")
    'FROM FROM'
    """
    return _ESCAPE.sub(lambda match: _character(match[1] or match[2]), query)


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= sys.maxunicode else " "
