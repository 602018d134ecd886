"""Questions about a gene that are ready to be asked in the editor."""

from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import quote

from pyoxigraph import NamedNode


@dataclass(frozen=True, slots=True)
class Question:
    """A query in words, and where the editor opens with it."""

    title: str
    address: str


def questions(iri: str) -> list[Question]:
    """Return the questions, each with the gene bound by a `VALUES` at its end."""
    folder = files("genelore.endpoint.pages").joinpath("queries", "gene")
    texts = [path.read_text("utf-8") for path in sorted(folder.iterdir(), key=lambda path: path.name)]
    return [_question(text, NamedNode(iri)) for text in texts]


def _question(text: str, gene: NamedNode) -> Question:
    bound = "".join([text, "VALUES ?gene { ", str(gene), " }\n"])
    return Question(text.partition("\n")[0].removeprefix("# "), f"/editor?query={quote(bound, safe='')}")
