"""Pictures of expression on a ChickyBase page: where, at which stage, and who showed it."""

import re
from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.record import Fact
from ingest.sources._chickybase_list import items
from ingest.sources._chickybase_species import folded
from ingest.yaml_node import Mapping, Node, Scalar

# "stage 4", "HH4": a stage of Hamburger and Hamilton (1951), who count 46.
_STAGE = re.compile(r"(?:stage|HH|HH stage|HH ?st\.?) ?(\d{1,2})", re.IGNORECASE)
_LAST_STAGE = 46
# "R503", "RUN12": the run of GEISHA's hybridisations that a picture is of.
_RUN = re.compile(r"R(?:UN)?\d{1,4}")
# "S4", "S18AA", "S26002": the stage of a run.
_RUN_STAGE = re.compile(r"S\d{1,5}[A-Za-z]{0,5}\d{0,3}")
_NOT_GIVEN = frozenset({"not specified"})


def observations(page: Mapping) -> Iterator[tuple[Mapping, Scalar | None]]:
    """Yield each picture, and the range of stages that it is listed under if it has no stage.

    The older generation of the format has its pictures in groups, one for each range of stages.
    """
    for image in page.sequence("images"):
        if isinstance(image, Mapping):
            yield image, None
    for group in page.sequence("expression_data"):
        if isinstance(group, Mapping):
            entries = group.sequence("entries")
            yield from (
                (entry, group.scalar("stage_range")) for entry in entries if isinstance(entry, Mapping)
            )


def facts(document: Document, page: Mapping) -> Iterator[Fact]:
    """Say what each picture shows; pictures are counted from 0."""
    for number, (image, stages) in enumerate(observations(page)):
        subject = f"observation:{number}"
        yield from _locations(document, subject, image)
        stage = image.scalar("stage") or stages
        if stage:
            yield Fact(subject, "stage", stage_value(stage.text), stage.span)
        source = image.scalar("source_label") or image.scalar("source")
        texts = (
            ("image", image.scalar("image_url")),
            ("thumbnail", image.scalar("thumbnail_url")),
            ("caption", image.scalar("caption")),
            ("caption", image.scalar("comments")),
            ("source", source),
        )
        yield from (Fact(subject, name, folded(text.text), text.span) for name, text in texts if text)
        yield from _image_symbols(document, subject, image)


def _locations(document: Document, subject: str, image: Mapping) -> Iterator[Fact]:
    listed = items(document, image.scalar("location"))
    for place in (*listed, *_texts(image.sequence("locations"))):
        if place.text.casefold() not in _NOT_GIVEN:
            yield Fact(subject, "expressed_in", folded(place.text), place.span)


def _texts(nodes: tuple[Node, ...]) -> Iterator[Scalar]:
    return (node for node in nodes if isinstance(node, Scalar) and node.text.strip())


def stage_value(text: str) -> str:
    """Return a stage as HH number, or what was written where it is no single stage of that series.

    >>> stage_value("stage 4"), stage_value("stage 1419"), stage_value("stage XII")
    ('HH4', 'stage 1419', 'stage XII')
    """
    match = _STAGE.fullmatch(folded(text))
    known = match and 1 <= int(match[1]) <= _LAST_STAGE
    return f"HH{int(match[1])}" if match and known else folded(text)


def _image_symbols(document: Document, subject: str, image: Mapping) -> Iterator[Fact]:
    for name in ("thumbnail_url", "image_url"):
        address = image.scalar(name)
        symbol = image_symbol(address.text) if address else ""
        if address and symbol:
            quote = document.quote(address.span)
            place = quote.rfind(f".{symbol}.") + 1
            start = address.span.start + place
            span = Span(start, start + len(symbol)) if place else address.span
            yield Fact(subject, "image_symbol", symbol, span)
            return


def image_symbol(address: str) -> str:
    """Return the gene symbol in the name of a GEISHA picture, nothing if the name has not that form.

    >>> image_symbol("https://geisha.arizona.edu/geisha/photos/thumbs/R503.ALAS1.S4.002.jpg")
    'ALAS1'
    """
    run, *parts = address.rpartition("/")[2].split(".")
    stages = [place for place, part in enumerate(parts) if place and _RUN_STAGE.fullmatch(part)]
    return ".".join(parts[: stages[0]]) if stages and _RUN.fullmatch(run) else ""
