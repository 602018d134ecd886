"""How large, how fast and how frugal the reference tables are: `python -m benchmarks.reference`."""

import platform
import random
import resource
import statistics
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path

from ontology.reference import check, gene, genes_named, manifest, names_term, terms_labelled
from ontology.reference.tables import table

_SAMPLE = 2_000
_START = """
import resource, sys
from ontology.reference import *
for text in ("bone marrow", "mononuclear cell", "oxygen homeostasis", "X-linked sideroblastic anemia"):
    terms_labelled(text)
for curie in ("hgnc:397", "ensembl:ENSG00000102010", "mgi:87990", "refseq:NM_000032", "uniprot:P22557"):
    gene(curie)
genes_named("ALAS"), diseases_of_gene("hgnc:397"), variants("hgnc:397"), annotations("hgnc:397")
publications("hgnc:397")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def sizes() -> None:
    """Print the rows and bytes of every table, largest first."""
    folder = Path(str(files("ontology.reference").joinpath("data")))
    bytes_of = {name: (folder / f"{name}.rows").stat().st_size for name in manifest()}
    for name in sorted(bytes_of, key=bytes_of.__getitem__, reverse=True):
        print(f"{name}\t{manifest()[name].rows:,} rows\t{bytes_of[name]:,} bytes")
    print(f"all files\t\t{sum(path.stat().st_size for path in folder.iterdir()):,} bytes")


def cold_start(runs: int = 9) -> None:
    """Print how long a new interpreter takes for one document's look-ups, and its memory."""
    seconds, memory = [], []
    for _ in range(runs):
        begin = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", _START], check=True, capture_output=True, text=True)
        seconds.append(time.perf_counter() - begin)
        memory.append(float(done.stdout))
    print(f"cold start\tmedian {statistics.median(seconds):.2f} s\t{max(memory):.0f} MiB at most")


def measured(name: str, look_up: Callable[[str], object], asked: list[str]) -> None:
    """Print the microseconds of each look-up: the first time that it is asked, and again."""
    for turn in ("first", "again"):
        times = []
        for text in asked:
            begin = time.perf_counter()
            look_up(text)
            times.append((time.perf_counter() - begin) * 1e6)
        mean, median = statistics.mean(times), statistics.median(times)
        most = sorted(times)[-len(times) // 100]
        print(f"{name}, {turn}\tmean {mean:.1f}, median {median:.1f}, 99 % under {most:.0f} us")


def look_ups() -> None:
    """Print the times of look-ups of names and identifiers taken at random from the tables."""
    choose = random.Random(7)
    rows = {name: [row for row in table(name) if row[1]] for name in ("GO", "UBERON", "MONDO", "hgnc")}
    picked = {name: choose.sample(found, _SAMPLE) for name, found in rows.items()}
    labels = {name: [row[1] for row in found] for name, found in picked.items()}
    table.cache_clear()
    measured("is it a GO name", lambda text: names_term(text, "GO"), labels["GO"])
    table.cache_clear()
    for name in ("GO", "UBERON", "MONDO"):
        measured(f"terms of a {name} label", partial(_labelled, name), labels[name])
    table.cache_clear()
    measured("terms of a label, in any vocabulary", terms_labelled, labels["UBERON"])
    measured("gene by CURIE", lambda code: gene(f"hgnc:{code}"), [row[0] for row in picked["hgnc"]])
    measured("genes of a symbol", genes_named, labels["hgnc"])


def _labelled(name: str, text: str) -> object:
    return terms_labelled(text, name)


def main() -> None:
    """Measure everything."""
    print(f"Python {platform.python_version()}, zlib {zlib.ZLIB_RUNTIME_VERSION}, {platform.machine()}")
    sizes()
    cold_start()
    look_ups()
    begin = time.perf_counter()
    problems = check()
    print(f"check\t{time.perf_counter() - begin:.1f} s\t{len(problems)} problems")
    print(f"memory after all\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
