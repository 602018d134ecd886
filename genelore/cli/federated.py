"""The part of `genelore query` that asks other servers too."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from genelore.cli.age import aged
from genelore.cli.console import Exit, fail, failures, narration, output, terminable
from genelore.cli.rows import Format, table
from genelore.federation import Answer, Network, Options, load, run
from genelore.federation.cache import Cache
from genelore.federation.failure import FederationError, MappingError, ServiceError
from genelore.federation.network import Request
from genelore.federation.plan import plan
from genelore.federation.writing import write
from genelore.generation import open_current
from genelore.results import QueryError, ResultFormat
from genelore.standins.servers import NoServerError
from genelore.standins.serving import serving


@dataclass(frozen=True, slots=True)
class Wish:
    """What the options of the command say about federation; `mappings` are LOGICAL=ADDRESS."""

    store: Path
    is_offline: bool
    is_rewritten: bool
    mappings: tuple[str, ...]
    cache: Path | None
    uses_standins: bool


def respond(query: str, wish: Wish, form: Format | None, to: Path | None) -> None:
    """Answer a query in a format, or tell its plan if none is given.

    Raises:
        typer.Exit: what was asked cannot be answered, an endpoint failed, or the file cannot be written.
    """
    with _failures():
        content = _answered(query, wish, form, to) if form else _explained(query, wish)
    with output(to) as stream:
        stream.write(content)


@contextmanager
def _failures() -> Iterator[None]:
    try:
        with failures():
            yield
    except ServiceError as error:
        fail(str(error), Exit.NETWORK)
    except MappingError as error:
        fail(str(error), Exit.USAGE)
    except (FederationError, QueryError, NoServerError) as error:
        fail(str(error))


def _explained(query: str, wish: Wish) -> bytes:
    lines = plan(query, load(wish.mappings), is_rewritten=wish.is_rewritten).lines()
    return "".join(f"{line}\n" for line in lines).encode()


def _answered(query: str, wish: Wish, form: Format, to: Path | None) -> bytes:
    options = Options(Network(_cache(wish), wish.is_offline), is_rewritten=wish.is_rewritten)
    with _mappings(query, wish) as mappings:
        answer = run(query, open_current(wish.store), load(mappings), options)
        return _content(answer, form, to)


def _cache(wish: Wish) -> Cache | None:
    """Return where answers are kept; those of stand-ins are not, as they are no answers of the endpoints."""
    if wish.uses_standins:
        return None
    return Cache(wish.cache or Path(platformdirs.user_cache_dir("genelore")) / "federation")


@contextmanager
def _mappings(query: str, wish: Wish) -> Iterator[tuple[str, ...]]:
    if not wish.uses_standins:
        yield wish.mappings
        return
    registry = load(wish.mappings)
    places = [stage.place for stage in plan(query, registry).stages]
    wanted = {place.endpoint.iri for place in places if place and not place.is_mapped}
    with terminable(), serving(endpoints=None if None in places else wanted) as served:
        if served:
            names = ", ".join(registry.find(iri).endpoint.title for iri in served)
            narration.print(f"genelore: stand-ins on this machine answer for {names}", markup=False)
        yield (*(f"{iri}={address}" for iri, address in served.items()), *wish.mappings)


def _content(answer: Answer, form: Format, to: Path | None) -> bytes:
    if form is not Format.TABLE:
        content = write(answer, ResultFormat(form.value))
    elif answer.triples is None:
        content = table(answer.result(), to)
    else:
        content = write(answer, ResultFormat.TURTLE)
    _narrate(answer)
    return content


def _narrate(answer: Answer) -> None:
    for request in answer.requests:
        narration.print(f"genelore: {_told(request)}", markup=False)
    for warning in answer.warnings:
        narration.print(f"genelore: warning: {warning}", style="yellow", markup=False)


def _told(request: Request) -> str:
    asked = f"<{request.endpoint}> {request.bindings} bindings, {request.rows} rows"
    took = f"{request.duration:.2f} s" if request.age is None else f"{aged(request.age)} old"
    return f"{asked}, {took}"
