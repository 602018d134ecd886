"""Bringing a store's audit up to date, with what endpoints answer where that is asked for."""

from dataclasses import dataclass
from importlib import import_module

from genelore.audit.outside import NOTHING
from genelore.audit.outside_memory import remember
from genelore.audit.upkeep import UnreadableProteinsError, Upkeep, Wish, keep_up
from genelore.cli.console import Exit, fail
from genelore.cli.online_options import OnlineWish
from genelore.store import Store


@dataclass(frozen=True, slots=True)
class JudgingWish:
    """What the user asks for: of the audit, of whom to ask, and whether to forget what was answered."""

    audit: Wish
    online: OnlineWish | None
    forgets: bool


def judged(store: Store, wish: JudgingWish, *, quiet: bool) -> tuple[Upkeep, bool]:
    """Bring the audit up to date, with what endpoints answer if asked for; say whether none of them did.

    Raises:
        typer.Exit: the FASTA file is none, or what was said of endpoints is wrong.
    """
    if wish.forgets:
        remember(store.folder, NOTHING)
    done = _kept_up(store, wish.audit)
    if not wish.online:
        return done, False
    # Federation's grammar of SPARQL takes half a second to load, which an audit need not wait for.
    heard = import_module("genelore.cli.online").ask(done.found, done.terms.outside, wish.online, quiet=quiet)
    remember(store.folder, heard.outside)
    return _kept_up(store, Wish()), heard.is_vain


def _kept_up(store: Store, wish: Wish) -> Upkeep:
    try:
        return keep_up(store, wish, recall=True)
    except UnreadableProteinsError as error:
        fail(str(error), Exit.UNREADABLE)
        raise
