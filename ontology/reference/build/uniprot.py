"""Human variants and diseases of UniProt, as GNU Health ships them."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ontology.reference.build.writing import joined
from ontology.reference.residues import THREE_LETTERS

# <record model="gnuhealth.gene.variant" id="VAR_000005"> ... </record>
_RECORD = re.compile(r'<record model="[\w.]+" id="([\w-]+)">(.*?)</record>', re.DOTALL)
# <field name="protein">P14060</field>, <field name="variant" ref="VAR_000006"/>
_FIELD = re.compile(r'<field name="(\w+)"(?: ref="([^"]*)"| search="[^"]*")?(?:/>|>([^<]*)</field>)')
# p.Thr388Ser
_CHANGE = re.compile(r"p\.([A-Z][a-z]{2})(\d+)([A-Z][a-z]{2})")
_ONE_LETTER = {three: one for one, three in THREE_LETTERS.items()}
# "likely benign or benign", "likely pathogenic or pathogenic", "uncertain significance"
_SIGNIFICANCE = {"lbb": "b", "lpp": "p", "us": "u"}


def variants(content: bytes, phenotypes: bytes) -> Iterator[tuple[str, ...]]:
    """Give a row for each protein: for each variant `T388Sp`, its rs number, its disease's number."""
    diseases = {record["variant"]: record["phenotype"] for _, record in _records(phenotypes)}
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for code, record in _records(content):
        change = _CHANGE.fullmatch(record["aa_change"])
        if change:
            text = (
                _ONE_LETTER[change[1]]
                + change[2]
                + _ONE_LETTER[change[3]]
                + _SIGNIFICANCE[record["significance"]]
            )
            rs = record["dbsnp"].removeprefix("rs").removeprefix("-")
            parts = (text, rs, diseases.get(code, "").removeprefix("DI-"))
            found[record["protein"]].append((int(change[2]), " ".join(parts).rstrip()))
    for protein, changes in found.items():
        yield protein, joined(text for _, text in sorted(changes))


def diseases(content: bytes) -> Iterator[tuple[str, ...]]:
    """Give a row for each disease: the number of its entry, its acronym, its OMIM number."""
    for code, record in _records(content):
        number = record.get("mim_reference", "").removeprefix("MIM:")
        yield code.removeprefix("DI-"), record.get("acronym", ""), number


def dbsnp(proteins: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give a row for each rs number that a variant has: the proteins that it changes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for protein, changes in proteins:
        for change in changes.split("\x1f"):
            number = change.split(" ")[1] if " " in change else ""
            if number:
                found[number].add(protein)
    for number, changed in found.items():
        yield number, joined(sorted(changed))


def _records(content: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    for code, body in _RECORD.findall(content.decode()):
        yield code, {name: reference or text for name, reference, text in _FIELD.findall(body)}
