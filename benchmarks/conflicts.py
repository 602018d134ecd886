"""The conflicts that the seeds are known to contain, and what the audit makes of each.

usage: GENELORE_SHARED=FOLDER python -m benchmarks.conflicts [--proteins FASTA]

`FOLDER/gold/conflicts.tsv` lists them; the documents are those of seeds/. A conflict is found if one of its
kind stands between the documents named, about a value that the list gives; what is asked of one claim alone
(C18) is found in its verdict. `codes named` says how many of the identifiers and variants that the list gives
are on the sides of the conflict: C12 has four residues, of which UniProt's variants alone give one, and
`--proteins` all.
"""

import argparse
import csv
import os
import re
import tempfile
from pathlib import Path

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
# "HP:0001423", "kegg.genes:gga:552895", "ENSG00000158578", "p.Val122Ile": what is named letter by letter.
_CODE = re.compile(r"[A-Za-z][\w.]*:[\w:]+|ENSG\d+|p\.[A-Z]\w+")
# "004 refuted": a document's number and what becomes of what it says.
_ACCUSED = re.compile(r"(\d{3}) (?:refuted|contested|outdated|confirmed)")
# "," in "ncbigene:211, omim:125290", " (" and ")" in "synthase 1 (ALAS-H)": what parts the values of a list.
_BETWEEN = re.compile(r"[,;]| \(|\)")
# "p.val122ile" as a word, not in "p.val122ile2": the text that stands in the place of {}.
_WORD = r"(?<![\w.]){}(?!\w)"


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
    accused = {KINDS[number] for number in _ACCUSED.findall(row["verdict"])}
    return conflict.kind == row["kind"] and (kinds >= wanted or (bool(accused) and accused <= kinds))


def named(row: dict[str, str], conflict: Conflict, claims: dict[str, Claim]) -> list[str]:
    """Return the values of a row that a conflict names, in its sentence or as values of its claims."""
    involved = [claims[iri] for side in conflict.sides for iri in side.claims]
    said = [text for claim in involved for text in (claim.curie, claim.value, claim.text)]
    words = " ".join([*said, conflict.sentence]).casefold()
    values = [text.strip() for part in row["values"].split("|") for text in _BETWEEN.split(part)]
    return [value for value in values if value and _is_word(value.casefold(), words)]


def named_codes(row: dict[str, str], conflict: Conflict, claims: dict[str, Claim]) -> str:
    """Say how many of the codes of a row a conflict names, empty where the row gives none.

    >>> _CODE.findall("caption ALAS2 | p.Val122Ile, kegg.genes:gga:552895")
    ['p.Val122Ile', 'kegg.genes:gga:552895']
    """
    codes = _CODE.findall(row["values"])
    found = named(row | {"values": ",".join(codes)}, conflict, claims)
    return f"{len(found)} of {len(codes)}" if codes else ""


def _is_word(value: str, words: str) -> bool:
    """Say whether a value, or the code of a CURIE, stands in a text as a word."""
    spellings = [text.strip() for text in (value, value.partition(":")[2]) if text.strip()]
    return any(re.search(_WORD.format(re.escape(text)), words) for text in spellings)


def verdict(conflict: Conflict) -> str:
    """Return the word for a conflict's outcome."""
    return str(conflict.judgement or conflict.state)


def table(rows: list[dict[str, str]], found: Audit, claims: dict[str, Claim]) -> None:
    """Print a line for each row of the list: whether it is found, with which verdict, and the sentence."""
    print("id\tfound\tkind\tverdict\twanted\tcodes named\tvalues named\tsentence")
    for row in rows:
        hits = [conflict for conflict in found.conflicts if matches(row, conflict, claims)]
        hits.sort(key=lambda conflict: -len(named(row, conflict, claims)))
        agreeing = [conflict for conflict in hits if agrees(row, conflict)]
        best = (agreeing or hits or [None])[0]
        state = "yes" if agreeing else "other verdict" if hits else "no"
        shown = (best.kind, verdict(best)) if best else (row["kind"], "")
        codes = named_codes(row, best, claims) if best else ""
        values = ", ".join(named(row, best, claims)) if best else ""
        sentence = best.sentence if best else ""
        print("\t".join((row["id"], state, *shown, row["verdict"], codes, values, sentence)))


def agrees(row: dict[str, str], conflict: Conflict) -> bool:
    """Say whether the outcome is the one that the list gives."""
    return verdict(conflict) in row["verdict"]


def main() -> None:
    """Read the list and the seeds, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proteins", type=Path, help="a FASTA file of UniProt's sequences")
    arguments = parser.parse_args()
    path = Path(os.environ.get("GENELORE_SHARED", "")) / "gold" / "conflicts.tsv"
    if "GENELORE_SHARED" not in os.environ or not path.is_file():
        parser.error(f"{path} is not there: GENELORE_SHARED must name the folder that has gold/conflicts.tsv")
    with path.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    proteins = read_proteins(arguments.proteins) if arguments.proteins else None
    os.chdir(ROOT)
    readings = read(Path("seeds"))
    claims = {claim.iri: claim for reading in readings for claim in reading.claims}
    table(rows, audit(readings, proteins), claims)


if __name__ == "__main__":
    main()
