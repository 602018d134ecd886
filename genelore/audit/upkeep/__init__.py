"""Keeping the entity layer what the documents make of it, with as little work as that takes.

The audit remembers what it found (`genelore.audit.memory`), and a mark in the store's folder stands while the
layer is what it remembers. With the mark, only what depends on changed documents is done again; without it,
after a crash or a change by other means, the whole layer is compared with what it should be.
"""

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from genelore import mark
from genelore.audit.copies import copies
from genelore.audit.memory import FILE, Memory, memory_of
from genelore.audit.run import gathered
from genelore.audit.upkeep.changes import are_few, differing
from genelore.audit.upkeep.partial import amend
from genelore.audit.upkeep.terms import Terms, UnreadableProteinsError, Wish, terms
from genelore.audit.upkeep.whole import NOTHING, Found, renew, versions
from genelore.audit.wording import plural
from genelore.store import Store

__all__ = ["Found", "Terms", "UnreadableProteinsError", "Upkeep", "Wish", "is_kept", "keep_up"]


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What was done to bring the layer up to date.

    `removed` and `added` count quads; they are None where the whole layer was written. `found` is all that is
    known now, empty unless it was asked for.
    """

    terms: Terms
    examined: int
    changed: bool
    removed: int | None = 0
    added: int | None = 0
    found: Found = NOTHING

    def __str__(self) -> str:
        """Tell a user what was done."""
        if not self.changed:
            return "the audit holds as it is"
        quads = "" if self.removed is None else f", {self.removed} quads out and {self.added} in"
        return f"audit brought up to date: {plural(self.examined, 'document')} examined{quads}"


def is_kept(store: Store) -> bool:
    """Say whether the store was audited before."""
    return (mark.audit_folder(store.folder) / FILE).exists()


def keep_up(store: Store, wish: Wish, *, recall: bool = False) -> Upkeep:
    """Bring the entity layer up to date; with `recall`, return all that is known too.

    Readers see the new layer when the store is closed.

    Raises:
        UnreadableProteinsError: the FASTA file that is wished for is none.
    """
    # What is not acknowledged yet still has its older versions and their names beside it.
    store.commit()
    try:
        return _with_memory(store, wish, recall)
    except sqlite3.DatabaseError:
        mark.take_away(store.folder)
        (mark.audit_folder(store.folder) / FILE).unlink()
        return _with_memory(store, wish, recall)


def _with_memory(store: Store, wish: Wish, recall: bool) -> Upkeep:
    folder = mark.audit_folder(store.folder)
    with _without_collector(), memory_of(folder) as memory:
        chosen = terms(memory, folder, wish)
        done = _kept_up(store, memory, chosen)
        memory.note("policy", chosen.policy.value)
        memory.note("edition", chosen.edition)
        memory.keep()
        mark.put(store.folder)
        return replace(done, found=_recalled(memory)) if recall and done.found is NOTHING else done


def _kept_up(store: Store, memory: Memory, chosen: Terms) -> Upkeep:
    stored, known = versions(store), memory.documents.versions()
    is_current = memory.fact("edition") == chosen.edition and memory.fact("policy") == chosen.policy.value
    is_sound = mark.stands(store.folder) and is_current
    changed = differing(stored, known)
    if is_sound and not changed:
        return Upkeep(chosen, 0, changed=False)
    mark.take_away(store.folder)
    if is_sound and are_few(changed, known):
        done = amend(store, memory, chosen, changed)
        return Upkeep(chosen, done.examined, bool(done.removed + done.added), done.removed, done.added)
    renewed = renew(store, memory, chosen)
    return Upkeep(chosen, renewed.examined, renewed.changed, None, None, renewed.found)


def _recalled(memory: Memory) -> Found:
    documents = sorted(map(memory.documents.get, memory.documents.versions()), key=lambda one: one.order)
    examinations = [one.examination for one in documents]
    groups = copies(memory.documents.traits(), memory.documents.are_alike)
    audit = gathered(examinations, memory.outcomes.words(), memory.outcomes.conflicts(), groups)
    return Found(tuple(one.reading for one in documents), audit)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Do without Python's search for cycles: the audit makes millions of values and no cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # All that was made counts as old from here on, or the next search would go through it at once.
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()
