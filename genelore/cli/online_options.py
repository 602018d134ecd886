"""The options of `genelore audit` that say whom to ask about what stays open."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from genelore.audit.outside import Outside
from genelore.audit.wording import listed, plural
from genelore.cli.age import aged

EndpointsArgument = Annotated[
    list[str] | None,
    typer.Argument(help="Whom to ask with --online: uniprot, bgee, ...; else all.", show_default=False),
]
OnlineOption = Annotated[bool, typer.Option("--online", help="Ask endpoints about what stays open.")]
ForgetOption = Annotated[bool, typer.Option("--forget-online", help="Drop what endpoints answered.")]
OfflineOption = Annotated[bool, typer.Option("--offline", help="Use kept answers alone.")]
StandInsOption = Annotated[bool, typer.Option("--stand-ins", help="Ask small copies, not the network.")]
MapOption = Annotated[
    list[str] | None, typer.Option(metavar="LOGICAL=ADDRESS", help="Ask an endpoint elsewhere.")
]
CacheOption = Annotated[Path | None, typer.Option(help="Folder of kept answers.", file_okay=False)]


@dataclass(frozen=True, slots=True)
class OnlineWish:
    """Whom to ask, and how; `mappings` are LOGICAL=ADDRESS."""

    endpoints: tuple[str, ...]
    mappings: tuple[str, ...]
    is_offline: bool
    uses_standins: bool
    cache: Path | None

    @property
    def is_empty(self) -> bool:
        """Whether the user said nothing of it."""
        return self == OnlineWish((), (), is_offline=False, uses_standins=False, cache=None)


def checked(wish: OnlineWish, *, is_online: bool) -> OnlineWish | None:
    """Return the wish, None if nothing is to be asked.

    Raises:
        typer.BadParameter: the options do not go together.
    """
    if not is_online and not wish.is_empty:
        raise typer.BadParameter("endpoints are asked with --online")
    if wish.uses_standins and (wish.is_offline or wish.cache):
        raise typer.BadParameter("--stand-ins asks servers and keeps nothing: not with --offline or --cache")
    return wish if is_online else None


def answers_told(outside: Outside) -> str:
    """Return what answers count in the audit, and how old they are; empty if there are none."""
    if not outside.answers:
        return ""
    first = datetime.fromisoformat(min(one.time for one in outside.answers))
    age = aged(max(0.0, (datetime.now(UTC) - first).total_seconds()))
    names = listed(sorted({one.who for one in outside.answers}), 8)
    return f"; {plural(len(outside.answers), 'answer')} of {names} count too, the oldest {age} old"
