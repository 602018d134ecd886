"""The conflicts that the seeds are known to contain, and what the audit makes of each.

usage: GENELORE_SHARED=FOLDER python benchmarks/conflicts.py [--proteins FASTA]

`FOLDER/gold/conflicts.tsv` lists them; the documents are those of seeds/. A conflict is found if one of its
kind stands between the documents named, about a value that the list gives; what is asked of one claim alone
(C18) is found in its verdict.
"""

import argparse
import csv
import os
import re
import sys
import tempfile
from pathlib import Path

# This file's own folder must not hide the packages that its neighbours have their names from.
sys.path[:] = [
    folder for folder in sys.path if Path(folder or ".").resolve() != Path(__file__).resolve().parent
]

from genelore.audit.model import Audit, Conflict
from genelore.audit.reading import Claim, Reading, read_all
from genelore.audit.run import audit
from genelore.build import Options, build
from genelore.recovery import open_store
from ingest.intake import take_in
from ontology.reference import read_proteins
from ontology.terms import BASE

ROOT = Path(__file__).resolve().parent.parent
KINDS = {
    "000": "wikipedia",
    "001": "medlineplus",
    "002": "wikimd",
    "003": "gpt3_gene_post",
    "004": "chickybase",
}


def read(folder: Path) -> list[Reading]:
    """Build a store of the seeds and return them as the audit reads them."""
    with tempfile.TemporaryDirectory() as temporary:
        store, _ = open_store(Path(temporary))
        with store:
            list(build(take_in([folder]), store, Options(validate=False, date="2026-01-01T00:00:00Z")))
            return list(read_all(store.quads, BASE))


def matches(row: dict[str, str], conflict: Conflict, claims: dict[str, Claim]) -> bool:
    """Say whether a conflict is the one that a row of the list describes."""
    involved = [claims[iri] for side in conflict.sides for iri in side.claims]
    kinds = {claim.source.kind for claim in involved}
    wanted = {KINDS[number] for number in row["documents"].split(",")}
    accused = {
        KINDS[n] for n in re.findall(r"(\d{3}) (?:refuted|contested|outdated|confirmed)", row["verdict"])
    }
    return conflict.kind == row["kind"] and (kinds >= wanted or (bool(accused) and accused <= kinds))


def named(row: dict[str, str], conflict: Conflict, claims: dict[str, Claim]) -> list[str]:
    """Return the values of a row that a conflict names, in its sentence or as values of its claims."""
    involved = [claims[iri] for side in conflict.sides for iri in side.claims]
    said = [text for claim in involved for text in (claim.curie, claim.value, claim.text)]
    words = " ".join([*said, conflict.sentence]).casefold()
    values = [text.strip() for part in row["values"].split("|") for text in re.split(r"[,;]| \(|\)", part)]
    return [value for value in values if value and _is_word(value.casefold(), words)]


def _is_word(value: str, words: str) -> bool:
    """Say whether a value, or the code of a CURIE, stands in a text as a word."""
    spellings = [text.strip() for text in (value, value.partition(":")[2]) if text.strip()]
    return any(re.search(rf"(?<![\w.]){re.escape(text)}(?!\w)", words) for text in spellings)


def verdict(conflict: Conflict) -> str:
    """Return the word for a conflict's outcome."""
    return str(conflict.judgement or conflict.state)


def table(rows: list[dict[str, str]], found: Audit, claims: dict[str, Claim]) -> None:
    """Print a line for each row of the list: whether it is found, with which verdict, and the sentence."""
    print("id\tfound\tkind\tverdict\twanted\tvalues named\tsentence")
    for row in rows:
        hits = [conflict for conflict in found.conflicts if matches(row, conflict, claims)]
        hits.sort(key=lambda conflict: -len(named(row, conflict, claims)))
        agreeing = [conflict for conflict in hits if agrees(row, conflict)]
        best = (agreeing or hits or [None])[0]
        state = "yes" if agreeing else "other verdict" if hits else "no"
        shown = (best.kind, verdict(best)) if best else (row["kind"], "")
        values = ", ".join(named(row, best, claims)) if best else ""
        print("\t".join((row["id"], state, *shown, row["verdict"], values, best.sentence if best else "")))


def agrees(row: dict[str, str], conflict: Conflict) -> bool:
    """Say whether the outcome is the one that the list gives."""
    return verdict(conflict) in row["verdict"]


def main() -> None:
    """Read the list and the seeds, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proteins", type=Path, help="a FASTA file of UniProt's sequences")
    arguments = parser.parse_args()
    shared = Path(os.environ["GENELORE_SHARED"])
    with (shared / "gold" / "conflicts.tsv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    os.chdir(ROOT)
    readings = read(Path("seeds"))
    claims = {claim.iri: claim for reading in readings for claim in reading.claims}
    found = audit(readings, read_proteins(arguments.proteins) if arguments.proteins else None)
    table(rows, found, claims)


if __name__ == "__main__":
    main()
