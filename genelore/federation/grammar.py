"""The SPARQL 1.1 grammar: query text in, a syntax tree out whose nodes know their place in the text."""

from collections.abc import Iterator
from typing import TypeAlias

from lark import Token, Tree
from lark.exceptions import LarkError, UnexpectedInput
from sparqlib.parser import sparql_query_parser

from genelore.federation.failure import FederationError

Node: TypeAlias = Tree[Token]

# The grammar takes 0.1 ms for each character, and 2 ms inside nested parentheses.
LONGEST = 50_000


def parse(text: str) -> Node:
    r"""Return the syntax tree of a query; a keyword written with escapes (`\u0053ERVICE`) is none.

    Raises:
        FederationError: not a SPARQL 1.1 query, with line and column, or longer than `LONGEST` characters.
    """
    if len(text) > LONGEST:
        raise FederationError(f"the query has {len(text)} characters; a federated one may have {LONGEST}")
    try:
        # The grammar knows no carriage return; a line feed in its place keeps every position.
        return sparql_query_parser.parse(text.replace("\r", "\n"))
    except UnexpectedInput as error:
        raise FederationError(f"not SPARQL 1.1 at line {error.line}, column {error.column}") from error
    except (LarkError, RecursionError) as error:
        raise FederationError("not SPARQL 1.1, or nested too deeply") from error


def name(node: Node | Token) -> str:
    """Return the grammar's name of a node, or the kind of a token."""
    return node.type if isinstance(node, Token) else str(node.data)


def children(node: Node, wanted: str) -> list[Node]:
    """Return the direct children with a name."""
    return [child for child in node.children if isinstance(child, Tree) and child.data == wanted]


def inside(node: Node, wanted: str, *, closed: str = "") -> Iterator[Node]:
    """Yield the nodes with a name below a node, in the order of the text, not going into `closed` ones."""
    pending = [child for child in reversed(node.children) if isinstance(child, Tree)]
    while pending:
        here = pending.pop()
        if here.data == wanted:
            yield here
        if here.data != closed:
            pending.extend(child for child in reversed(here.children) if isinstance(child, Tree))


def tokens(node: Node) -> Iterator[str]:
    """Yield the text of the tokens right below a node, in upper case as keywords are compared."""
    return (str(child).upper() for child in node.children if isinstance(child, Token))
