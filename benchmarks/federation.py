"""Federated queries answered by this program, rdflib, pyoxigraph and Comunica on the same two servers.

usage: python -m benchmarks.federation [--seconds N] [--cases NAME ...] [--million] [--values STORE]

The servers are Oxigraph's and, where it is installed, Virtuoso, each behind a proxy that counts requests.
Right rows are those of the same query over one store that holds everything in one spelling. Each engine
answers each query in a process of its own; time is that of the query without loading. `--million` joins
1,000 bindings with a million triples, beside the same requests sent by hand; `--values` has our endpoint
answer 1,000 bindings from the default graph of a store, beside the oxigraph server.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import QueryBoolean, QueryResultsFormat, QueryTriples

from benchmarks.federated import data, engines, membership, million
from benchmarks.federated.counting import Counter, counting
from benchmarks.federated.engines import Outcome, Question
from benchmarks.federated.rows import Rows, rows
from genelore.standins import servers

# "# at most 5 requests", the second line of a case.
_BOUND = re.compile(r"^# at most (\d+) requests$", re.MULTILINE)
_REST = 5.0
CASES = Path(__file__).parent / "federated" / "cases"


@dataclass(frozen=True, slots=True)
class Network:
    """The services of the comparison, by logical IRI, and where answers are written to."""

    services: Mapping[str, Counter]
    folder: Path

    def addresses(self) -> dict[str, str]:
        """Return where each service is."""
        return {logical: counter.address for logical, counter in self.services.items()}


def main() -> None:
    """Measure what the command line says and print it as Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=20.0, help="that a query may take")
    parser.add_argument("--cases", nargs="+", default=[], help="of these numbers or names only")
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--values", type=Path, metavar="STORE")
    arguments = parser.parse_args()
    if arguments.values:
        print("\n".join(membership.measure(arguments.values)))
        return
    if arguments.million:
        print("\n".join(million.measure()))
        return
    with ExitStack() as stack:
        for line in table(network(stack), arguments.cases, arguments.seconds):
            print(line, flush=True)


def network(stack: ExitStack) -> Network:
    """Start the servers and the proxies before them."""
    first = stack.enter_context(servers.oxigraph(data.first(is_spelled=True).encode()))
    content = data.second(is_spelled=True).encode()
    try:
        second = stack.enter_context(servers.virtuoso(content))
    except servers.NoServerError:
        second = stack.enter_context(servers.oxigraph(content))
    behind = {data.FIRST: first, data.SECOND: second, data.DOWN: None}
    services = {logical: stack.enter_context(counting(address)) for logical, address in behind.items()}
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    (folder / "ours.nt").write_text(data.ours(), encoding="utf-8")
    return Network(services, folder)


def table(where: Network, wanted: Sequence[str], seconds: float) -> Iterator[str]:
    """Give the table line by line: for each case and engine what became of it, requests and time."""
    installed = [name for name, version in engines.versions().items() if version]
    heads = [f"{name} {engines.versions()[name]}" for name in installed]
    yield f"| case | rows | at most | {' | '.join(heads)} |"
    yield "|---" * (3 + len(heads)) + "|"
    for file in sorted(CASES.glob("*.rq")):
        if not wanted or any(name in file.stem for name in wanted):
            yield line(file, where, installed, seconds)


def line(file: Path, where: Network, installed: Sequence[str], seconds: float) -> str:
    """Return one case as a line of the table."""
    text = file.read_text(encoding="utf-8")
    right = expected(file, text)
    question = Question(text, where.folder / "ours.nt", where.addresses())
    cells = []
    for engine in installed:
        for counter in where.services.values():
            counter.asked.clear()
        outcome = engines.ask(engine, question, seconds)
        made = sum(len(counter.asked) for counter in where.services.values())
        if outcome.word:
            # What an engine had sent when it was ended is not counted as the next one's.
            time.sleep(_REST)
        cells.append(cell(outcome, right, made))
    title = file.stem.partition("-")[2].replace("-", " ")
    return f"| {title} | {right.total()} | {bound(text)} | {' | '.join(cells)} |"


def expected(file: Path, text: str) -> Rows:
    """Return the right rows: those of one merged store, where each service is a graph."""
    own = CASES / "merged" / file.name
    query = own.read_text(encoding="utf-8") if own.exists() else text.replace("SERVICE", "GRAPH")
    answer = data.merged().query(query)
    assert not isinstance(answer, QueryTriples | QueryBoolean)
    return rows((answer.serialize(format=QueryResultsFormat.JSON) or b"").decode())


def bound(text: str) -> int:
    """Return how many requests the bindings of the services of a case need, 50 in each."""
    found = _BOUND.search(text)
    assert found
    return int(found[1])


def cell(outcome: Outcome, right: Rows, made: int) -> str:
    """Return what became of a query, how many requests it made, and its time."""
    if outcome.rows is None:
        return f"{outcome.word}, {made}"
    word = "right" if outcome.rows == right else f"**wrong: {outcome.rows.total()}**"
    return f"{word}, {made}, {outcome.seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main()
