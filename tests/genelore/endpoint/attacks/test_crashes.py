"""Processes of the pool that die, whatever the reason."""

import os
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

from tests.genelore.endpoint.attacks.site import Answer, Bystander, Client, Site

CARTESIAN = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def _children(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [int(child) for child in found.split()]


def _template(site: Site) -> int:
    """Return the process that has workers; during a change, as soon as there is one."""
    for _ in range(600):
        found = [child for child in _children(site.process) if _children(child)]
        if found:
            return found[-1]
        time.sleep(0.1)
    raise AssertionError("there are no workers")


def _network(process: int) -> Path:
    return Path(f"/proc/{process}/ns/net").readlink()


def _processor_time(process: int) -> int:
    """Return how long a process has worked, in ticks of the clock."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11])


def test_a_worker_that_crashes_is_told_to_its_client_alone_and_replaced(attacker: Client, site: Site) -> None:
    answers: list[Answer] = []
    query = f"{CARTESIAN} # crash"
    asking = threading.Thread(target=lambda: answers.append(attacker.ask(query)))
    asking.start()
    time.sleep(0.8)
    workers = _children(_template(site))
    os.kill(max(workers, key=_processor_time), signal.SIGSEGV)
    asking.join()
    assert answers[0].status == 503
    assert "retry-after" in answers[0].headers
    assert attacker.ask("ASK { FILTER(2 = 2) }").status == 200


def test_no_dead_process_is_left(attacker: Client, site: Site) -> None:
    for worker in _children(_template(site)):
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)
    time.sleep(1)
    states = [
        Path(f"/proc/{worker}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
        for worker in _children(_template(site))
    ]
    assert states
    assert "Z" not in states


def test_a_template_that_dies_is_replaced(site: Site) -> None:
    old = _template(site)
    os.kill(old, signal.SIGKILL)
    while Path(f"/proc/{old}").exists():
        time.sleep(0.1)
    _template(site)
    bystander = Bystander(site.port)
    with bystander.watching():
        assert Client(site.port).ask("ASK { FILTER(4 = 4) }").status == 200
    assert bystander.wrong == []


def test_workers_cannot_reach_the_network_nor_write(attacker: Client, site: Site) -> None:
    template = _template(site)
    worker = _children(template)[0]
    limits = Path(f"/proc/{worker}/limits").read_text(encoding="ascii")
    assert [line.split()[3:5] for line in limits.splitlines() if line.startswith("Max file size")] == [
        ["0", "0"]
    ]
    assert [line.split()[4:6] for line in limits.splitlines() if line.startswith("Max core")] == [["0", "0"]]
    routes = Path(f"/proc/{worker}/net/route").read_text(encoding="ascii").splitlines()
    assert len(routes) <= 1 or _network(worker) == _network(os.getpid())
