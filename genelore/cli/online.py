"""The part of `genelore audit` that asks public endpoints about what the audit leaves open."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from genelore.audit.outside import Outside
from genelore.audit.upkeep import Found
from genelore.cli.age import aged
from genelore.cli.console import Exit, fail, narration, terminable
from genelore.cli.online_options import OnlineWish
from genelore.evidence.asking import Inquiry, Witness, inquire
from genelore.evidence.matters import matters
from genelore.evidence.question import Question, UnknownEndpointError, chosen
from genelore.federation import load
from genelore.federation.cache import Cache
from genelore.federation.failure import FederationError, MappingError
from genelore.federation.network import Request
from genelore.standins.servers import NoServerError
from genelore.standins.serving import serving


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known after asking, and whether no endpoint answered."""

    outside: Outside
    is_vain: bool


def ask(found: Found, known: Outside, wish: OnlineWish, *, quiet: bool) -> Heard:
    """Ask endpoints about open claims; warnings name those that do not answer.

    Raises:
        typer.Exit: an endpoint has no questions, or the configuration is wrong.
    """
    try:
        questions = chosen(wish.endpoints)
        with _inquiry(wish, questions) as inquiry:
            outside = inquire(inquiry, questions, matters(found), known)
    except UnknownEndpointError as error:
        fail(str(error), Exit.USAGE)
        raise
    except MappingError as error:
        fail(str(error), Exit.USAGE)
    except (FederationError, NoServerError) as error:
        fail(str(error))
        raise
    for warning in inquiry.warnings:
        narration.print(f"genelore: warning: {warning}", style="yellow", markup=False)
    if not quiet:
        _tell(inquiry.requests)
    return Heard(outside, inquiry.is_vain)


@contextmanager
def _inquiry(wish: OnlineWish, questions: Iterable[Question]) -> Iterator[Inquiry]:
    if not wish.uses_standins:
        cache = Cache(wish.cache or Path(platformdirs.user_cache_dir("genelore")) / "federation")
        yield Inquiry(load(wish.mappings), Witness(cache, wish.is_offline))
        return
    # Answers of stand-ins are no answers of the endpoints, so they are not kept among theirs.
    with terminable(), serving(endpoints={one.endpoint for one in questions}) as served:
        mappings = (*(f"{iri}={address}" for iri, address in served.items()), *wish.mappings)
        yield Inquiry(load(mappings), Witness(), frozenset(served))


def _tell(requests: Iterable[Request]) -> None:
    for request in requests:
        when = f"{request.duration:.2f} s" if request.age is None else f"{aged(request.age)} old"
        asked = f"<{request.endpoint}> {request.bindings} bindings, {request.rows} rows, {when}"
        narration.print(f"genelore: {asked}", markup=False)
