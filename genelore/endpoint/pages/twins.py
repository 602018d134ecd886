"""The formats in which a thing is served, each at its own address: `/claim/0a.ttl`, `/claim/0a.html`."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from genelore.endpoint.negotiation import preferred
from genelore.endpoint.pages.rendering import Twin


@dataclass(frozen=True, slots=True)
class Form:
    """A format: the end of its addresses, its media type, and what it is called.

    `has_graphs` says that it names the graph of each triple.
    """

    suffix: str
    media: str
    name: str
    has_graphs: bool = False


HTML = Form("html", "text/html", "page")
# The first that a client likes as much as any other is what it gets.
_OFFERED = (
    HTML,
    Form("ttl", "text/turtle", "Turtle"),
    Form("nt", "application/n-triples", "N-Triples"),
    Form("jsonld", "application/ld+json", "JSON-LD", has_graphs=True),
    Form("json", "application/json", "JSON"),
    Form("trig", "application/trig", "TriG", has_graphs=True),
    Form("nq", "application/n-quads", "N-Quads", has_graphs=True),
)
FORMS: Mapping[str, Form] = MappingProxyType({form.suffix: form for form in _OFFERED})

# The twins of the pages about the site: the description of the dataset.
OF_SITE = tuple(
    Twin(FORMS[suffix].media, f"/.well-known/void?format={suffix}", FORMS[suffix].name)
    for suffix in ("ttl", "nt", "jsonld")
)


def negotiated(accept: str) -> Form | None:
    """Return the format that an Accept header likes best, None if it accepts none.

    >>> negotiated("text/turtle;q=0.8, application/ld+json").suffix
    'jsonld'
    """
    media = preferred(accept, [form.media for form in _OFFERED])
    return next((form for form in _OFFERED if form.media == media), None)


def split(address: str) -> tuple[str, Form | None]:
    """Return an address without the end that names a format, and that format.

    >>> split("claim/0a.ttl")[0], split("source/notes.md")
    ('claim/0a', ('source/notes.md', None))
    """
    stem, dot, suffix = address.rpartition(".")
    form = FORMS.get(suffix) if dot else None
    return (stem, form) if form else (address, None)


def twins(address: str) -> tuple[Twin, ...]:
    """Return the other formats of what is at an address, to be linked from its page."""
    return tuple(Twin(form.media, f"{address}.{form.suffix}", form.name) for form in _OFFERED[1:])


def links(iri: str, address: str, form: Form) -> tuple[tuple[str, str], ...]:
    """Return the headers that tie one format of a thing to the thing and to its other formats."""
    others = [other for other in _OFFERED if other is not form]
    linked = [f'<{address}.{o.suffix}>; rel="alternate"; type="{o.media}"' for o in others]
    if form.suffix == "json":
        linked.append('</context.jsonld>; rel="http://www.w3.org/ns/json-ld#context"')
    return (("Link", ", ".join([f'<{iri}>; rel="describes"', *linked])),)
