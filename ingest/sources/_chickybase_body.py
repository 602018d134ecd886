"""The Markdown body of a ChickyBase page, which repeats its front matter: heading, links and a table."""

from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.identifiers import from_address
from ingest.record import Fact
from ingest.sources import _chickybase_links as links
from ingest.sources import _chickybase_orthologs as orthologs
from ingest.sources._chickybase_orthologs import Identifier
from ingest.sources._chickybase_species import folded
from ingest.yaml_node import Scalar

_COLUMNS = ("species", "ensembl", "entrez", "mod", "phenotypes")
# What a table row holds at least: the species and the three columns of identifiers.
_IDENTIFIED = 4


def facts(document: Document, begin: int) -> Iterator[Fact]:
    """Say what the body says, in the same facts as the front matter."""
    blocks: list[Span] = []
    in_links = False
    for line in _lines(document, begin):
        text = line.text
        if text.startswith("## "):
            in_links = text.casefold() == "## external links"
        elif text.startswith("# "):
            yield Fact("gene", "symbol", folded(text[2:]), _part(line, 2, len(text)))
        elif text.startswith("| "):
            yield from _row(line)
        elif in_links and text:
            _add_to_blocks(blocks, line)
        elif text.startswith("**") and text.endswith("**") and folded(text.strip("*")):
            yield Fact("gene", "name", folded(text[2:-2]), _part(line, 2, len(text) - 2))
    written = (Scalar(document.quote(block), block) for block in blocks)
    yield from links.facts(tuple(link for block in written for link in _link_or_note(block)))


def _lines(document: Document, begin: int) -> Iterator[Scalar]:
    start = begin
    for line in document.text[begin:].split("\n"):
        kept = line.strip()
        place = start + (line.index(kept) if kept else 0)
        yield Scalar(kept, Span(place, place + len(kept)))
        start += len(line) + 1


def _part(line: Scalar, start: int, end: int) -> Span:
    """Return the span of a stretch of the line, without the white space around it."""
    piece = line.text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(line.span.start + start, line.span.start + start + len(piece.strip()))


def _scalar(line: Scalar, start: int, end: int) -> Scalar:
    return Scalar(line.text[start:end].strip(), _part(line, start, end))


def _add_to_blocks(blocks: list[Span], line: Scalar) -> None:
    """Begin a block at "- [label](address)" or "**label**: note"; any other line goes on with the last."""
    if line.text.startswith(("- [", "**")):
        blocks.append(line.span)
    elif blocks:
        blocks[-1] = Span(blocks[-1].start, line.span.end)


def _link_or_note(block: Scalar) -> Iterator[links.Link]:
    end = block.text.find("**:", 2)
    if block.text.startswith("- ["):
        yield from (link for link in _links(block) if link[1].text)
    elif end >= 0 and block.text[end + 3 :].strip():
        yield _scalar(block, 2, end), _scalar(block, end + 3, len(block.text))


def _links(line: Scalar) -> Iterator[links.Link]:
    place = line.text.find("[")
    while place >= 0:
        middle = line.text.find("](", place)
        end = line.text.find(")", middle)
        if middle < 0 or end < 0:
            return
        yield _scalar(line, place + 1, middle), _scalar(line, middle + 2, end)
        place = line.text.find("[", end)


def _row(line: Scalar) -> Iterator[Fact]:
    cells = dict(zip(_COLUMNS, _cells(line), strict=False))
    if len(cells) < _IDENTIFIED or cells["species"].text.strip("-: ") in ("Species", ""):
        return
    species = cells["species"]
    columns = {name: _identifiers(name, cells[name], species.text) for name in ("entrez", "ensembl", "mod")}
    phenotypes = cells.get("phenotypes")
    said = phenotypes if phenotypes and phenotypes.text else None
    yield from orthologs.facts(orthologs.from_columns(species, columns, said))


def _cells(line: Scalar) -> Iterator[Scalar]:
    start = 1
    while (end := line.text.find("|", start)) >= 0:
        yield _scalar(line, start, end)
        start = end + 1


def _identifiers(column: str, cell: Scalar, species: str) -> tuple[Identifier, ...]:
    """Return what the cell's texts identify, and what their addresses do where that is something else."""
    pairs = tuple(_links(cell)) or ((cell, Scalar("", cell.span)),)
    found: list[Identifier] = []
    for text, address in pairs:
        known = orthologs.of_text(column, text, species) if text.text else None
        linked = from_address(address.text)
        if known:
            found.append(known)
        if linked and not (known and known.curie == linked):
            found.append(Identifier(linked, address, links.written(linked, address)))
    return tuple(found)
