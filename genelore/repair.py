"""Making damaged graphs anew from the documents that the store keeps."""

from collections.abc import Iterable, Iterator

from genelore.build import Options, Outcome, build
from genelore.recovery import Damage
from genelore.store import Store
from ingest.document import UnreadableDocumentError
from ingest.intake import Intake


def repair(store: Store, damage: Iterable[Damage], options: Options) -> list[Outcome]:
    """Bring the documents of damaged graphs into the store again, and make that durable."""
    found = list(damage)
    for item in found:
        store.forget(item.entry.name)
    outcomes = list(build(_kept(store, found), store, options))
    store.commit()
    return outcomes


def _kept(store: Store, damage: list[Damage]) -> Iterator[Intake]:
    for item in damage:
        path = store.document_path(item.entry.sha256)
        if path.exists():
            yield Intake(item.entry.name, path.read_bytes())
        else:
            lost = UnreadableDocumentError(item.entry.name, None, "its kept copy is gone; build it again")
            yield Intake(item.entry.name, b"", lost)
