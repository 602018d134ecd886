"""A visit to a page of a running site."""

import json

from tests.genelore.endpoint.pages.markup import Page, read
from tests.genelore.endpoint.protocol.server import Request, ask


def page(port: int, path: str) -> Page:
    """Return a page that must be there."""
    answer = ask(port, Request(path, headers={"Accept": "text/html"}))
    assert answer.status == 200, f"{path}: {answer.status}"
    return read(answer.body)


def words(found: Page) -> str:
    """Return what is read on a page, white space folded."""
    return " ".join(found.text.split())


def described(port: int, path: str) -> dict[str, object]:
    """Return the JSON-LD in the head of a page."""
    content = ask(port, Request(path)).body.decode()
    block = content.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    return dict(json.loads(block))
