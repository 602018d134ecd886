"""The process that writes: it brings documents into the store or out, judges, and publishes a generation.

It reads an order from standard input and writes its answer, one JSON object, to standard output. Being a
process of its own, it takes no time from the server, and its end cannot take the server with it.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode

from genelore.audit.findings import Finding, findings
from genelore.audit.policy import Policy
from genelore.audit.upkeep import Wish, keep_up
from genelore.build import Options, Outcome, build
from genelore.endpoint.operator.order import Order, Verb
from genelore.endpoint.pool.confinement import die_with_parent
from genelore.lock import StoreInUseError
from genelore.publish.finding_table import jsonl
from genelore.recovery import open_store
from genelore.removal import take_out
from genelore.repair import repair
from genelore.store import Store
from ingest.intake import take_in
from ingest.provenance import provenance_graph, provenance_subjects
from shapes.check import check

Answer = dict[str, Any]  # what JSON holds


def obey(order: Order) -> Answer:
    """Do what an order says and return the answer.

    Raises:
        StoreInUseError: another process is writing to the store.
    """
    opened, damage = open_store(order.folder, order.base)
    with opened as store:
        repair(store, damage, Options())
        if order.verb is Verb.REMOVE:
            return _remove(order, store)
        return _add(order, store)


def _add(order: Order, store: Store) -> Answer:
    os.chdir(order.files)
    outcomes = [*build(take_in(map(Path, order.names)), store, Options())]
    answer: Answer = {"documents": [_told(outcome) for outcome in outcomes]}
    if order.has_report:
        answer["report"] = _report(outcomes, store)
    concerned = {outcome.name for outcome in outcomes if not outcome.refusal}
    if concerned:
        answer |= _judged(store, order.policy, concerned)
    return answer


def _remove(order: Order, store: Store) -> Answer:
    done = take_out(order.names, store)
    answer: Answer = {"missing": [*done.missing]} if done.missing else {"removed": [*order.names]}
    return answer | (_judged(store, order.policy, set()) if done.removed else {})


def _told(outcome: Outcome) -> Answer:
    told: Answer = {"name": outcome.name, "status": outcome.status.value}
    if outcome.refusal:
        refusal = outcome.refusal
        said = {
            "stage": refusal.stage,
            "line": refusal.line,
            "reason": refusal.reason,
            "report": refusal.turtle,
        }
        return told | {"refusal": said}
    return told | {"kind": outcome.kind, "claims": outcome.claims, "notes": [*outcome.notes]}


def _report(outcomes: Iterable[Outcome], store: Store) -> str:
    """Return the SHACL report of the first document, made anew where it was stored."""
    first = next(iter(outcomes))
    if first.refusal:
        return first.refusal.turtle
    graph = NamedNode(store.entries[first.name].graph)
    place = provenance_graph(store.base)
    quads = [*store.quads.quads_for_pattern(None, None, None, graph)]
    for subject in provenance_subjects(graph):
        quads += store.quads.quads_for_pattern(subject, None, None, place)
    return check(quads).turtle


def _judged(store: Store, policy: Policy | None, concerned: set[str]) -> Answer:
    """Bring the audit up to date, and return the findings that name one of the documents, or their number."""
    found = judge(store, policy)
    about = [one for one in found if concerned & {place.document for place in one.places}]
    lines = jsonl(about).split("\n")
    return {"findings": [json.loads(line) for line in lines if line], "findings_in_all": len(found)}


def judge(store: Store, policy: Policy | None) -> tuple[Finding, ...]:
    """Bring the entity layer up to date and return the findings, as `genelore audit` does."""
    known = keep_up(store, Wish(policy), recall=True).found
    return findings(known.readings, known.audit, store.base)


def main() -> None:
    """Obey the order on standard input."""
    die_with_parent()
    order = Order.read(sys.stdin.read())
    try:
        answer = obey(order)
    except StoreInUseError as error:
        answer = {"busy": str(error)}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
