"""Pages as a browser sees them: elements, attributes, texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class Element:
    """An element's name and its attributes."""

    name: str
    attributes: dict[str, str]


@dataclass(slots=True)
class Page:
    """Everything that a page holds, in its order."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""

    def anchors(self) -> set[str]:
        """Return the ids of all elements."""
        return {one.attributes["id"] for one in self.elements if "id" in one.attributes}

    def targets(self) -> list[str]:
        """Return where all links lead."""
        return [one.attributes["href"] for one in self.elements if "href" in one.attributes]

    def of(self, name: str, value: str) -> Iterator[Element]:
        """Give the elements that have a class."""
        return (one for one in self.elements if value in one.attributes.get(name, "").split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.page.text += data


def read(content: bytes) -> Page:
    """Read a page."""
    reader = _Reader()
    reader.feed(content.decode())
    return reader.page
