"""What share of the values in folders of documents is grounded, by source kind and property, and how fast.

usage: python -m benchmarks.grounding FOLDER... [--list] [--sample N] [--cold DOCUMENT]

A value is `grounded` if it got a term, `reviewed` if a curator's table says that it has none, `ambiguous` if
several terms fit it alike, else `text`. `--list` prints all that got no term with how often they are written;
`--sample N` prints N groundings, drawn with a fixed seed, to be read by a person.
"""

import argparse
import random
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.document import Document, UnreadableDocumentError, decode
from ingest.grounding import ground
from ingest.grounding.field import FIELDS
from ingest.grounding.lookup import is_reviewed
from ingest.intake import take_in
from ingest.record import Fact, GeneRecord
from ingest.sources import MalformedDocumentError, UnknownSourceError, parse
from ontology.reference import term

TABLES = ("anatomy", "everyday")
OUTCOMES = ("grounded", "reviewed", "ambiguous", "text")


@dataclass(frozen=True, slots=True)
class Mention:
    """A value that a document wrote, and what became of it."""

    kind: str
    fact: Fact
    outcome: str


def documents(folders: list[Path]) -> Iterator[tuple[str, Document, GeneRecord]]:
    """Give each document that a source kind reads, with its record before grounding."""
    for intake in take_in(folders):
        try:
            document = decode(intake.name, intake.content)
            kind, record = parse(document)
        except (UnreadableDocumentError, UnknownSourceError, MalformedDocumentError):
            continue
        yield kind.name, document, record


def outcome(fact: Fact) -> str:
    """Say what became of a fact's value."""
    if fact.term:
        return "grounded"
    if fact.grounding and fact.grounding.alternatives:
        return "ambiguous"
    return "reviewed" if is_reviewed(fact.value, TABLES) else "text"


def mentions(folders: list[Path]) -> tuple[list[Mention], int, float]:
    """Ground all records; return the mentions, the number of documents and the seconds that it took."""
    read = list(documents(folders))
    start = time.perf_counter()
    records = [(kind, ground(document, record)) for kind, document, record in read]
    seconds = time.perf_counter() - start
    found = [
        Mention(kind, fact, outcome(fact))
        for kind, record in records
        for fact in record.facts
        if fact.property in FIELDS and (fact.grounding or ":" not in fact.value)
    ]
    return found, len(read), seconds


def shares(found: list[Mention]) -> None:
    """Print the counts for each source kind and property."""
    counts = Counter((mention.kind, mention.fact.property, mention.outcome) for mention in found)
    print("\t".join(("kind", "property", "mentions", *OUTCOMES, "share")))
    for kind, name in sorted({key[:2] for key in counts}):
        numbers = [counts[kind, name, result] for result in OUTCOMES]
        print(
            "\t".join((kind, name, str(sum(numbers)), *map(str, numbers), f"{numbers[0] / sum(numbers):.3f}"))
        )


def ungrounded(found: list[Mention]) -> None:
    """Print the values without a term, the most frequent first."""
    counts = Counter(
        (mention.kind, mention.fact.property, mention.outcome, mention.fact.value)
        for mention in found
        if mention.outcome != "grounded"
    )
    for key, number in sorted(counts.items(), key=lambda item: (item[0][:2], -item[1], item[0])):
        print("\t".join((str(number), *key)))


def sample(found: list[Mention], size: int) -> None:
    """Print distinct groundings, each text beside the label of its term."""
    distinct = {
        (mention.fact.property, mention.fact.value, mention.fact.term): mention.fact
        for mention in found
        if mention.fact.term
    }
    drawn = random.Random(0).sample(sorted(distinct), min(size, len(distinct)))
    for name, value, curie in sorted(drawn):
        grounding, known = distinct[name, value, curie].grounding, term(curie)
        why = f"{grounding.justification} {grounding.confidence}" if grounding else ""
        print("\t".join((name, value, known.label if known else "?", curie, why)))


def cold_start(path: Path) -> str:
    """Run `genelore facts` on one document five times, and return median seconds and most memory."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        command = [sys.executable, "-m", "genelore", "facts", str(path)]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return f"genelore facts {path}: median {statistics.median(times):.2f} s, {memory:.0f} MiB at most"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--cold", type=Path, help="a document to run `genelore facts` on, from a cold start")
    arguments = parser.parse_args()
    found, number, seconds = mentions(arguments.folders)
    shares(found)
    if arguments.list:
        ungrounded(found)
    sample(found, arguments.sample)
    rate = len(found) / seconds if seconds else 0.0
    each = seconds / number * 1000 if number else 0.0
    print(f"{number} documents, {len(found)} mentions, {rate:.0f} a second, {each:.2f} ms a document")
    if arguments.cold:
        print(cold_start(arguments.cold))


if __name__ == "__main__":
    main()
