"""What the audit says of folders of documents, how long it takes, and verdicts drawn to be checked by hand.

usage: python -m benchmarks.audit FOLDER... [--times] [--sample N --seed S [--decided]] [--links]

Without an option: for each id space, how many claims got which verdict, and how many conflicts of each kind.
"""

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from genelore.audit.model import Audit, Judgement, Standing
from genelore.audit.reading import Reading, read_all
from genelore.audit.run import audit
from genelore.build import Options, build
from genelore.recovery import open_store
from ingest.intake import Intake, take_in
from ontology.terms import BASE

DATE = "2026-01-01T00:00:00Z"
SIZES = (100, 500, 2000)


def read(intakes: Iterable[Intake]) -> list[Reading]:
    """Build a store of the documents and return them as the audit reads them."""
    with tempfile.TemporaryDirectory() as folder:
        store, _ = open_store(Path(folder))
        with store:
            list(build(intakes, store, Options(validate=False, date=DATE)))
            return list(read_all(store.quads, BASE))


def repeated(intakes: list[Intake], number: int) -> list[Intake]:
    """Return as many documents, repeated under changed names and with changed texts."""
    return [_changed(intakes[place % len(intakes)], place // len(intakes)) for place in range(number)]


def _changed(intake: Intake, turn: int) -> Intake:
    text = intake.content.decode(errors="replace").replace(" the ", f" the {'very ' * turn}")
    return replace(intake, name=f"{turn}-{intake.name}", content=text.encode()) if turn else intake


def times(intakes: list[Intake]) -> None:
    """Print how long the audit of readings takes, and how it grows."""
    print("documents\tclaims\tseconds\tms per document")
    for size in SIZES:
        readings = read(repeated(intakes, size))
        start = time.process_time()
        audit(readings)
        seconds = time.process_time() - start
        claims = sum(len(reading.claims) for reading in readings)
        print(f"{len(readings)}\t{claims}\t{seconds:.2f}\t{1000 * seconds / max(len(readings), 1):.1f}")


def tables(readings: list[Reading], found: Audit) -> None:
    """Print verdicts by predicate, the id spaces first, and conflicts by kind."""
    judged = {verdict.claim: verdict.judgement for verdict in found.verdicts}
    counts: dict[str, Counter[Judgement]] = {}
    for reading in readings:
        for claim in reading.claims:
            name = f"{claim.property} {claim.predicate}" if claim.property == "xref" else claim.property
            part = claim.part.partition("-")[0] or "document"
            counts.setdefault(f"{part} {name}", Counter())[judged[claim.iri]] += 1
    print("claims of\t" + "\t".join(Judgement))
    for name in sorted(counts, key=lambda name: ("xref" not in name, name)):
        print(name + "\t" + "\t".join(str(counts[name][one]) for one in Judgement))
    kinds = Counter((one.kind, one.state.value, one.severity.value) for one in found.conflicts)
    for (kind, state, severity), count in sorted(kinds.items()):
        print(f"conflict {kind}\t{state}\t{severity}\t{count}")
    standings = Counter(link.standing for link in found.links if link.record.endswith("#gene"))
    print("links of gene records: " + ", ".join(f"{one} {standings[one]}" for one in Standing))
    print(f"groups of copies: {len(found.copies)}, documents in them: {sum(map(len, found.copies))}")


def sample(readings: list[Reading], found: Audit, number: int, seed: int, is_decided: bool) -> None:
    """Print verdicts drawn at random, with all that is needed to check them by hand.

    Most claims are beyond the reference; `is_decided` draws from those alone that it speaks to.
    """
    by_claim = {claim.iri: claim for reading in readings for claim in reading.claims}
    symbols = {r.source.graph: [c.value for c in r.of("gene", "symbol")] for r in readings}
    verdicts = [one for one in found.verdicts if not is_decided or one.judgement is not Judgement.UNVERIFIED]
    drawn = random.Random(seed).sample(sorted(verdicts, key=lambda verdict: verdict.claim), number)
    for place, verdict in enumerate(drawn, 1):
        claim = by_claim[verdict.claim]
        rows = "; ".join(f"{row.table}/{row.key}" for row in verdict.rows)
        print(
            f"{place}. {claim.source.name}:{claim.lines} {symbols[claim.source.graph]} {claim.part} "
            f"{claim.property}"
        )
        print(f"   {claim.curie or claim.value!r} from {claim.quote[:150]!r}")
        print(f"   {verdict.judgement} by {verdict.rule}: {verdict.reason} [{rows}] {verdict.denotes}")


def records(readings: list[Reading], found: Audit) -> None:
    """Print gene records whose claims are not of one gene: their votes for and against."""
    names = {reading.source.graph: reading.source.name for reading in readings}
    for link in found.links:
        if link.record.endswith("#gene") and link.standing is not Standing.ACCEPTED:
            print(f"{names[link.document]}\t{link.standing}\t{link.entity}\t{link.reason}")
            for vote in (*link.votes_for, *link.votes_against):
                print(f"   {vote.weight:g} {vote.gene} {vote.reason}")


def wish() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--times", action="store_true")
    parser.add_argument("--links", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--decided", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Read the folders and print what is asked for."""
    arguments = wish()
    intakes = list(take_in(arguments.folders))
    if arguments.times:
        times(intakes)
        return
    readings = read(intakes)
    start = time.perf_counter()
    found = audit(readings)
    print(f"{len(readings)} documents, {len(found.verdicts)} verdicts, {time.perf_counter() - start:.2f} s")
    if arguments.sample:
        sample(readings, found, arguments.sample, arguments.seed, arguments.decided)
    elif arguments.links:
        records(readings, found)
    else:
        tables(readings, found)


if __name__ == "__main__":
    main()
