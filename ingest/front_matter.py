"""Front matter: the block of YAML between two lines `---` at the start of a document."""

from ingest.document import Document
from ingest.strict_yaml import FrontMatterError, read_yaml
from ingest.yaml_node import Mapping, Node, Scalar

__all__ = ["FrontMatterError", "Mapping", "Node", "Scalar", "fences", "read"]


def read(document: Document) -> tuple[Mapping, int]:
    r"""Read the block between two `---` lines at the start of a document.

    Returns the mapping and the code point at which the body begins.

    Raises:
        FrontMatterError: no such block, no mapping, or YAML that is broken, refused or too large.
    """
    start, end, body = fences(document.text)
    node = read_yaml(document.text[start:end], start)
    if not isinstance(node, Mapping):
        raise FrontMatterError(start, "the front matter is no mapping of keys to values")
    return node, body


def fences(text: str) -> tuple[int, int, int]:
    """Return where the YAML begins, where it ends, and where the body begins.

    Raises:
        FrontMatterError: the first line is not `---`, or no later one is.
    """
    start = text.find("\n") + 1
    if not start or text[:start].rstrip() != "---":
        raise FrontMatterError(0, "the document does not begin with a line ---")
    fence = text.find("\n---", start - 1)
    while fence >= 0:
        after = text.find("\n", fence + 1) + 1 or len(text)
        if not text[fence + 4 : after].strip(" \t\r\n"):
            return start, fence + 1, after
        fence = text.find("\n---", fence + 1)
    raise FrontMatterError(0, "the front matter has no closing line ---")
