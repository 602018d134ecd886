"""What a federated query would do, told before anything is asked."""

from dataclasses import dataclass

from genelore.federation.clauses import clauses
from genelore.federation.context import Surroundings
from genelore.federation.correlation import check
from genelore.federation.fetching import names
from genelore.federation.ordering import Next, following
from genelore.federation.pattern import Span
from genelore.federation.question import Block, question, text
from genelore.federation.reading import read
from genelore.federation.registry import Place, Registry
from genelore.federation.rewriting import described
from genelore.federation.tables import Table, values
from genelore.federation.text import block, select
from ontology.endpoints import Endpoint


@dataclass(frozen=True, slots=True)
class Stage:
    """One SERVICE clause in its turn: `known` gives the bindings, `asked` goes out with each block of them.

    `place` is None where the endpoint is a variable; `spellings` has one line for each id space rewritten.
    """

    endpoint: str
    place: Place | None
    is_silent: bool
    names: tuple[str, ...]
    known: str
    asked: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The stages in the order in which they run; the query then is evaluated with a table for each."""

    stages: tuple[Stage, ...]

    def lines(self) -> list[str]:
        """Return the plan for people."""
        return [line for number, stage in enumerate(self.stages, start=1) for line in _lines(number, stage)]


def plan(query: str, registry: Registry, *, is_rewritten: bool = True) -> Plan:
    """Plan a query without asking anyone.

    Raises:
        RefusedError: an endpoint is not on the list.
        FederationError: not SPARQL 1.1, or nothing binds a variable endpoint.
    """
    parsed = read(query)
    pending = list(clauses(parsed))
    tables: dict[Span, str] = {}
    stages = []
    while pending:
        around = Surroundings(parsed, tables)
        found = following(around, pending)
        pending.remove(found.clause)
        check(parsed, found.clause)
        stages.append(_stage(around, found, registry, is_rewritten=is_rewritten))
        tables[found.clause.element.span] = values(Table(names(found), ()))
    return Plan(tuple(stages))


def _stage(around: Surroundings, found: Next, registry: Registry, *, is_rewritten: bool) -> Stage:
    service, query = found.clause.service, around.query
    place = None if found.endpoint else registry.find(query.iris[service.endpoint])
    endpoint = place.endpoint if place else Endpoint(service.endpoint, service.endpoint)
    asked = question(around, found.clause, endpoint, is_rewritten=is_rewritten)
    return Stage(
        endpoint=place.endpoint.iri if place else service.endpoint,
        place=place,
        is_silent=service.silent,
        names=found.names,
        known=_known(found),
        asked=text(asked, Block(found.names, {})).replace("{  }", "{ ... }", 1 if found.names else 0),
        spellings=described(endpoint) if is_rewritten else (),
    )


def _known(found: Next) -> str:
    wanted = sorted({*found.names, *([found.endpoint] if found.endpoint else [])})
    return select(wanted, block(list(found.context.groups)), distinct=True) if wanted else ""


def _lines(number: int, stage: Stage) -> list[str]:
    silent = " SILENT" if stage.is_silent else ""
    lines = [f"{number}. SERVICE{silent} {f'<{stage.endpoint}>' if stage.place else stage.endpoint}"]
    if stage.place:
        endpoint = stage.place.endpoint
        mapped = f", mapped to {stage.place.address}" if stage.place.is_mapped else ""
        lines.append(f"   {endpoint.title}{mapped}; blocks of {endpoint.block}, {endpoint.timeout:g} s")
        lines += [f"   licence: {endpoint.license}"] if endpoint.license else []
        lines += [f"   manners: {endpoint.manners}"] if endpoint.manners else []
    lines += ["   bindings:", *_indented(stage.known)] if stage.known else ["   asked once, without bindings"]
    lines += ["   request:", *_indented(stage.asked)]
    lines += ["   spelled there:"] if stage.spellings else []
    return lines + [f"     {line}" for line in stage.spellings]


def _indented(text_of_query: str) -> list[str]:
    return [f"     {line.strip()}" for line in text_of_query.splitlines() if line.strip()]
