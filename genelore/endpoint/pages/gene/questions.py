"""Questions about a gene that are ready to be asked in the editor.

Graphs are named relative to the base of the site, which each question declares.
"""

from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import quote

from pyoxigraph import NamedNode

from genelore.endpoint.site import Site


@dataclass(frozen=True, slots=True)
class Question:
    """A query in words, and where the editor opens with it."""

    title: str
    address: str


def questions(site: Site, iri: str) -> list[Question]:
    """Return the questions, each with the gene bound by a `VALUES` at its end."""
    folder = files("genelore.endpoint.pages").joinpath("queries", "gene")
    texts = [path.read_text("utf-8") for path in sorted(folder.iterdir(), key=lambda path: path.name)]
    return [_question(text, NamedNode(site.base), NamedNode(iri)) for text in texts]


def _question(text: str, base: NamedNode, gene: NamedNode) -> Question:
    title, _, body = text.partition("\n")
    bound = "".join([title, "\nBASE ", str(base), "\n", body, "VALUES ?gene { ", str(gene), " }\n"])
    return Question(title.removeprefix("# "), f"/editor?query={quote(bound, safe='')}")
