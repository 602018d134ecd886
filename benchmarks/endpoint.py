"""The server beside rdflib-endpoint and the oxigraph server on the same graph, and the server under attack.

usage: python -m benchmarks.endpoint PATH... [--quads N] [--seconds N] [--rounds N] [--attack]

The graph is that of the documents at the paths, as many of them as make N quads, and of the audit, which
makes about three times as many of them; the others get what this one serves. All three servers run at once
and are asked in turns by wrk (Debian's package of that name), 16 clients that keep their connections. An
uncached question is asked once only, a cached one again and again. What counts are the ratios: the times of
two runs cannot be compared.
"""

import argparse
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path

from benchmarks.load import data, servers
from benchmarks.load.clients import Attacker, Load, ask
from benchmarks.load.servers import Server, most_memory

ROOT = Path(__file__).resolve().parent.parent
_KEPT = 200
_MANY = 150_000
_FEW = 4_000
# Good clients pause so many milliseconds before each request, and are measured in turns of so many seconds.
_PAUSE = 20
_TURN = 10
_HEAVY_SECONDS = 12
_CLIENTS = 16
# A look-up's rate may swing by the moment; each server is asked in short turns.
_ROUNDS = 3


def main() -> None:
    """Read the command line, make the graph, start the servers, and print what is measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--quads", type=int, default=112_000, help="before the audit")
    parser.add_argument("--seconds", type=int, default=5, help="of each turn")
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--attack", action="store_true", help="measure good clients beside hostile ones")
    parser.add_argument(
        "--rivals", type=Path, default=ROOT / "build" / "rivals", help="where they are installed"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        dump = data.make([ROOT / "seeds", *arguments.paths], Path(folder) / "store", arguments.quads)
        if arguments.attack:
            attack(Path(folder) / "store", dump, 12 * arguments.seconds)
        else:
            compare(Path(folder) / "store", dump, arguments)


def compare(store: Path, dump: Path, arguments: argparse.Namespace) -> None:
    """Print what each server answers in a second, and the ratios."""
    programs = servers.install(arguments.rivals)
    with ExitStack() as stack:
        own = stack.enter_context(servers.genelore(store))
        # The description of the dataset is made when the server loads it.
        dump.write_bytes(own.fetch("/data.nq"))
        with dump.open("rb") as stream:
            print(f"{sum(1 for _ in stream)} quads; wrk, {_CLIENTS} clients, connections kept")
        running = [
            own,
            stack.enter_context(servers.oxigraph(programs, dump)),
            stack.enter_context(servers.rdflib_endpoint(programs, dump)),
        ]
        _agree(running, dump)
        print("question\tserver\tanswers a second\tp50 ms\tp99 ms\tfailed\tgenelore to it")
        turns = (arguments.seconds, arguments.rounds)
        _row("look-up, uncached", running, lambda: data.look_ups(dump), turns)
        _row("claims of a record, uncached", running, lambda: data.claims(dump), turns)
        _row("look-up, cached", running, lambda: _again(dump), turns)
        _row("aggregate, uncached", running, data.aggregates, (_HEAVY_SECONDS, 2))


def _again(dump: Path) -> Iterator[str]:
    """Give a few look-ups again and again."""
    return cycle(islice(data.look_ups(dump), _KEPT))


def _row(name: str, running: list[Server], make: Callable[[], Iterator[str]], turns: tuple[int, int]) -> None:
    """Ask each server in turns, so that what else the machine does falls on all of them, and print it."""
    seconds, rounds = turns
    fresh = {server.name: make() for server in running}
    found: dict[str, list[Load]] = {server.name: [] for server in running}
    # What its clients no longer wait for, rdflib-endpoint goes on working at: it comes last, and once.
    for server in [*running[:2] * rounds, running[2]]:
        found[server.name].append(_ask(server, fresh[server.name], seconds))
    own = statistics.median(load.rate for load in found["genelore"])
    for server in running:
        loads = found[server.name]
        rate = statistics.median(load.rate for load in loads)
        times = "\t".join(f"{max(getattr(load, name) for load in loads):.1f}" for name in ("p50", "p99"))
        failed = sum(load.failed for load in loads)
        print(f"{name}\t{server.name}\t{rate:.1f}\t{times}\t{failed}\t{own / rate:.2f}", flush=True)


def _ask(server: Server, queries: Iterator[str], seconds: int) -> Load:
    """Have 16 clients ask; a heavy question of rdflib-endpoint by one, as 16 would get no answer."""
    is_heavy = seconds == _HEAVY_SECONDS
    if server.name != "rdflib-endpoint" or not is_heavy:
        number = _FEW if server.name == "rdflib-endpoint" or is_heavy else _MANY
        return ask(server, data.paths(queries, number, server.path), seconds, _CLIENTS)
    started = time.perf_counter()
    server.answer(next(queries))
    took = time.perf_counter() - started
    return Load(1 / took, 1, 0, 1000 * took, 1000 * took, 1000 * took)


def _agree(running: list[Server], dump: Path) -> None:
    """See that all servers give the same answers, as rows without their order."""
    short = (*islice(data.look_ups(dump), 3), *islice(data.claims(dump), 3))
    for query in (*short, next(data.aggregates())):
        found = [sorted(set(one.answer(query, "text/csv").split())) for one in running]
        if any(len(rows) != len(found[0]) for rows in found):
            raise SystemExit(f"not the same number of rows: {[len(rows) for rows in found]} for {query}")


def attack(store: Path, dump: Path, seconds: int) -> None:
    """Print what good clients see, and what the server holds, without and with two hostile clients."""
    with servers.genelore(store, "--deadline", "5") as server:
        for addresses in ((), ("127.0.0.2", "127.0.0.3"), ("127.0.0.1", "127.0.0.1")):
            attackers = [Attacker(server, _endless(server), address) for address in addresses]
            for attacker in attackers:
                attacker.start()
            _watch(server, dump, seconds, attackers)
            for attacker in attackers:
                attacker.stop()
            for attacker in attackers:
                attacker.join()


def _endless(server: Server) -> Iterator[str]:
    return iter(data.paths(data.joins(), _FEW, server.path))


def _watch(server: Server, dump: Path, seconds: int, attackers: list[Attacker]) -> None:
    """Measure good clients in short turns, and the most memory in each of them."""
    looked = data.look_ups(dump)
    loads, held = [], []
    for _ in range(max(1, seconds // _TURN)):
        paths = data.paths(looked, _FEW, server.path)
        with most_memory(server) as sizes:
            loads.append(ask(server, paths, _TURN, clients=8, pause=_PAUSE))
        held.append(max(sizes))
    hostile = sum((attacker.answers for attacker in attackers), Counter[str]())
    print(f"two attackers at {attackers[0].source}, ..." if attackers else "nobody attacks")
    print(
        f"  good: {sum(load.requests for load in loads)} asked, {sum(load.failed for load in loads)} failed"
    )
    print(
        f"  ms: p50 {max(load.p50 for load in loads):.1f}, p99 {max(load.p99 for load in loads):.1f}, ",
        end="",
    )
    print(f"most {max(load.most for load in loads):.1f} (the worst of {len(loads)} turns of {_TURN} s)")
    print(f"  hostile: {dict(hostile)}")
    print(f"  most memory in each turn, MiB: {', '.join(f'{size / 2**20:.0f}' for size in held)}", flush=True)


if __name__ == "__main__":
    main()
