"""Articles of Wikipedia made by hand, and what is read from them."""

from ingest.document import Document, decode
from ingest.sources.wikipedia import parse

BANNER = """# ABC1

> Mediated Wiki article. Canonical URL: https://mediated.wiki/source/ABC1
> Markdown URL: https://mediated.wiki/source/ABC1.md
> Source: https://en.wikipedia.org/wiki/ABC1
> Source revision: 12345
> License: Creative Commons Attribution-ShareAlike 4.0 International (https://creativecommons.org/licenses/by-sa/4.0/)

"""
BOX = "ABC1 Identifiers Aliases ABC1, LTR, alphabet kinase 1 "


def article(box: str = BOX, body: str = "", lead: str = "Protein-coding gene in humans\n\n") -> Document:
    return decode("page.md", f"{BANNER}{lead}{box}\n\n{body}".encode())


def said(document: Document, *properties: str) -> list[tuple[str, str, str]]:
    facts = parse(document).facts
    return [(fact.subject, fact.property, fact.value) for fact in facts if fact.property in properties]


def values(document: Document, subject: str, name: str) -> list[str]:
    return [value for owner, _, value in said(document, name) if owner == subject]
