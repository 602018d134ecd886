"""The page of a document."""

from collections.abc import Iterator, Sequence

import pyoxigraph

from genelore.endpoint.job import Job, Reply
from genelore.endpoint.pages.addresses import outward
from genelore.endpoint.pages.document import Row, disputes, is_whole, lines, notes, parts, rows, verdicts
from genelore.endpoint.pages.kept_text import LICENCE, KeptText, kept_text
from genelore.endpoint.pages.licence import short_name
from genelore.endpoint.pages.linked_data import document_data
from genelore.endpoint.pages.rendering import Head, kind_title, page
from genelore.endpoint.pages.twins import twins
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes
from genelore.publish.wording import in_words
from ontology.terms import DCTERMS, LABEL, PAV, PROV

# Claims that the list beside the text holds; the rest is reached by choosing a verdict.
_LISTED = 5_000


def show(store: pyoxigraph.Store, site: Site, iri: str, job: Job) -> Reply:
    """Show a document's text with its claims marked, or those of one verdict."""
    node, found = Nodes(store).node(iri), rows(store, site, iri)
    text, chosen = kept_text(site, node, job), job.first("verdict")
    shown = [row for row in found if chosen in {"", row.judgement}]
    content = {
        "node": node,
        "name": node.one(LABEL.value) or iri,
        "head": [*_head(site, node), *_reading(Nodes(store), site, node)],
        "claims": shown[:_LISTED],
        "more_claims": len(shown[_LISTED:]),
        "claim_count": len(found),
        "chosen": chosen,
        "tallies": verdicts(found),
        "records": parts(store, site, iri),
        "notes": notes(store, iri),
        "disputes": disputes(store, site, iri),
        "address": site.address(iri),
    }
    described = document_data(site, node, len(found))
    return page(
        site, "document.html", content | _text(text, shown), Head(twins(site.address(iri)), described)
    )


def _text(text: KeptText | None, shown: Sequence[Row]) -> dict[str, object]:
    """Return the lines, and why they are not all of the text where they are not."""
    if not text:
        return {"lines": (), "numbers": (), "is_whole": False, "withheld": "gone", "line_count": 0}
    withheld = "" if is_whole(text) else "length" if text.is_free else "licence"
    count, made = len(text.document.line_starts), list(lines(text, shown))
    return {
        "lines": made,
        "numbers": {line.number for line in made if not line.last},
        "is_whole": not withheld,
        "withheld": withheld,
        "line_count": count,
    }


def _reading(nodes: Nodes, site: Site, node: Node) -> Iterator[tuple[str, str, str]]:
    """Give when a document was read, and where its reading is described."""
    activity = nodes.node(node.one(f"{PROV}wasGeneratedBy"))
    ended = activity.one(f"{PROV}endedAtTime").partition("T")[0]
    if ended:
        yield "read", f"{ended}, by Genelore {activity.one('toolVersion')}", site.address(activity.iri)


def _head(site: Site, node: Node) -> Iterator[tuple[str, str, str]]:
    """Give what is known of a document: words, value, and where the value leads if anywhere."""
    kind = node.one("sourceKind")
    yield "kind of source", kind_title(kind), f"/source-kind/{kind}"
    yield "written by", in_words(node.one("agentType")), ""
    for licence in node.all(LICENCE):
        yield "licence", short_name(licence), outward(licence)
    if not node.all(LICENCE):
        yield "licence", "none stated: facts and links only", ""
    for source in node.all(f"{DCTERMS}source"):
        yield "source", source, outward(source)
    yield "title", node.one(f"{DCTERMS}title"), ""
    yield "published", node.one(f"{DCTERMS}issued"), ""
    yield "changed", node.one(f"{DCTERMS}modified"), ""
    yield "revision", node.one(f"{PAV}version"), ""
    yield "by", ", ".join(node.all(f"{DCTERMS}contributor")), ""
    for place in node.all(f"{DCTERMS}isVersionOf"):
        yield "version of", place.removeprefix(f"{site.base}source/"), site.address(place)
    yield "size", f"{int(node.one('byteCount') or 0):,} bytes", ""
