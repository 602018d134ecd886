"""The text of a stored document, as far as it may be shown."""

from dataclasses import dataclass

from genelore.endpoint.job import Job
from genelore.endpoint.pages.licence import allows_copies
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node
from ingest.document import Document, UnreadableDocumentError, decode
from ontology.terms import DCTERMS, LABEL

LICENCE = f"{DCTERMS}license"


@dataclass(frozen=True, slots=True)
class KeptText:
    """A document's text, and whether all of it may be shown or only what its claims quote."""

    document: Document
    is_free: bool


def kept_text(site: Site, node: Node, job: Job) -> KeptText | None:
    """Read a document's text by the hash that the graph has of it, None where the store has it no longer."""
    digest = node.one("sha256")
    path = site.folder / "documents" / digest
    if not digest.isalnum() or not path.is_file():
        return None
    try:
        document = decode(node.one(LABEL.value), path.read_bytes())
    except (OSError, UnreadableDocumentError):
        return None
    allowed = {"all": True, "none": False}.get(job.first("text"))
    is_free = allows_copies(node.all(LICENCE)) if allowed is None else allowed
    return KeptText(document, is_free) if document.sha256 == digest else None
