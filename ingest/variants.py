"""Variants as documents write them, and the HGVS text that each of them is.

The rules are those of the HGVS nomenclature (https://hgvs-nomenclature.org, version 21): three-letter
amino acids, `Ter` for a stop, `=` for no change, no deleted or duplicated sequence after `del` and `dup`.
What the MaveHGVS grammar covers is checked by its own library.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mavehgvs import MaveHgvsParseError, Variant

from ingest.document import Span

_THREE = {
    "A": "Ala", "R": "Arg", "N": "Asn", "D": "Asp", "C": "Cys", "Q": "Gln", "E": "Glu", "G": "Gly",
    "H": "His", "I": "Ile", "L": "Leu", "K": "Lys", "M": "Met", "F": "Phe", "P": "Pro", "S": "Ser",
    "T": "Thr", "W": "Trp", "Y": "Tyr", "V": "Val", "U": "Sec", "*": "Ter", "X": "Ter", "Stop": "Ter",
}  # fmt: skip
_NAMES = "|".join(sorted({*_THREE.values(), "Stop"}))
_ACID = rf"(?:{_NAMES}|[ACDEFGHIKLMNPQRSTUVWYX*])"
_REFERENCE = _ACID.replace("X", "")
# Matches "Val122Ile", "V122I", "Arg20*", "Thr178Ilefs*17", "Gly36=", "Lys10_Arg12dup", "Phe508del".
_PROTEIN = re.compile(
    rf"(?P<first>{_REFERENCE})(?P<begin>\d{{1,5}})"
    rf"(?:(?P<new>{_ACID}|=)?(?P<shift>fs)(?:(?:Ter|\*|X)(?P<length>\d{{1,4}}|\?)?)?"
    rf"|(?:_(?P<last>{_REFERENCE})(?P<end>\d{{1,5}}))?(?P<edit>delins|del|dup|"
    rf"ins)(?P<acids>(?:{_ACID}){{0,40}})"
    rf"|(?P<single>{_ACID}|=))"
)
# "Val", "V", "*", "Ter": one amino acid, or a stop.
_ONE_ACID = re.compile(_ACID)
# "c.A362G": the order of before HGVS.
_OLD_ORDER = re.compile(r"c\.([ACGT])(\d+)([ACGT])")
# "Leu-710-Tyr": hyphens around the number.
_HYPHENED = re.compile(rf"\b({_NAMES})-(\d+)-({_NAMES})\b")
_PLACE = r"[-*]?\d{1,9}(?:[+-]\d{1,6})?"
# "c.1559C>T", "c.499delA", "c.145_146insAT", "c.465_466delAAinsT", "g.33_34dup"; arrows as "-->" and "→" too.
_NUCLEOTIDE = re.compile(
    rf"(?P<kind>[cgmn])\.(?P<place>{_PLACE}(?:_{_PLACE})?)"
    r"(?:(?P<old>[ACGT]+)(?:-*>|→)(?P<to>[ACGT]+)|(?P<edit>del[ACGT]*ins|del|dup|"
    r"ins)(?P<bases>[ACGT]*|\d{1,4})|(?P<same>=))"
)
# "c. 1090G>A", "p.(Arg139Trp)", "p.R1141X": notations that name their kind, right or wrong.
_PREFIXED = re.compile(
    r"(?<![\w.])(?:c\.[ACGT]\d{1,6}[ACGT]\b|[cgmn]\. ?[-*]?\d[\d_+-]* ?[ACGT]+ ?(?:-*>|→) ?[ACGT]+|"
    r"[cgmn]\. ?[-*]?\d[A-Za-z0-9*_+=?→-]*|p\. ?\(?(?=[^\s\d]{0,8}\d)[A-Z*][A-Za-z0-9*=_?]*(?: "
    r"\*)?\)?)"
)
# "Val122Ile", "Tyr646fs": a change of three-letter amino acids without its "p.".
_LONG = re.compile(
    rf"(?<![\w.])(?:{_NAMES})-?\d{{1,5}}-?(?:_(?:{_NAMES})\d{{1,5}})?(?:(?:{_NAMES}|"
    rf"[X*])(?:fs\w*\*?\d*)?|fs\w*\*?\d*|del|dup|=)(?![\w-])"
)
# "V122I", "C776*", "F508del": a change of one-letter amino acids without its "p.".
_SHORT = re.compile(
    r"(?<![\w.*-])[ACDEFGHIKLMNPQRSTVWY]\d{1,5}(?:[ACDEFGHIKLMNPQRSTVWYX*]|fs\w*\*?\d*|del|dup)(?![\w*-])"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A variant in a text: where, its HGVS text if it has one, and whether its letters could be bases too."""

    span: Span
    hgvs: str | None
    could_be_bases: bool = False


def find(text: str, start: int, end: int, short: bool = True) -> Iterator[Found]:
    """Yield the variants in text[start:end] in their order; one-letter ones without `p.` only if `short`."""
    matches = [*_PREFIXED.finditer(text, start, end), *_LONG.finditer(text, start, end)]
    if short:
        matches += _SHORT.finditer(text, start, end)
    reached = start
    for match in sorted(matches, key=lambda match: match.start()):
        if match.start() >= reached:
            stop = _stop(match)
            reached = stop
            written = text[match.start() : stop]
            yield Found(Span(match.start(), stop), normalise(written), bool(_BASES.fullmatch(written)))


# "C1355T": one base for another, or one amino acid for another.
_BASES = re.compile(r"[ACGT]\d+[ACGT]")


def _stop(match: re.Match[str]) -> int:
    written = match[0].rstrip("_-+").removesuffix("**")
    unopened = written.endswith(")") and "(" not in written
    return match.start() + len(written) - unopened


@lru_cache(maxsize=4096)
def normalise(written: str) -> str | None:
    """Return the HGVS text of one variant, None if the text is none.

    >>> normalise("V122I"), normalise("p.(Arg139Trp)"), normalise("C776X"), normalise("c.499delA")
    ('p.Val122Ile', 'p.Arg139Trp', 'p.Cys776Ter', 'c.499del')
    """
    plain = _OLD_ORDER.sub(r"c.\2\1>\3", written.replace(" ", ""))
    nucleotide = _NUCLEOTIDE.fullmatch(plain)
    if nucleotide:
        return None if _several_at_one_place(nucleotide) else _checked(_nucleotide_text(nucleotide))
    plain = _HYPHENED.sub(r"\1\2\3", plain)
    protein = _PROTEIN.fullmatch(plain.removeprefix("p.").removeprefix("(").removesuffix(")"))
    return _protein_text(protein) if protein else None


def _nucleotide_text(match: re.Match[str]) -> str:
    head = f"{match['kind']}.{match['place']}"
    if match["to"]:
        longer = len(match["old"]) > 1 or len(match["to"]) > 1
        return f"{head}delins{match['to']}" if longer else f"{head}{match['old']}>{match['to']}"
    if match["same"]:
        return f"{head}="
    if match["edit"].endswith("ins"):
        return f"{head}{'delins' if match['edit'] != 'ins' else 'ins'}{match['bases']}"
    return f"{head}{match['edit']}"


def _several_at_one_place(match: re.Match[str]) -> bool:
    """Say whether one place is given for a change of several bases: which bases, nobody can tell."""
    replaced = match["old"] or (match["bases"] if match["edit"] in ("del", "dup") else "") or ""
    return "_" not in match["place"] and (len(replaced) > 1 or replaced.isdigit())


def _protein_text(match: re.Match[str]) -> str | None:
    head = f"p.{_long(match['first'])}{match['begin']}"
    if match["shift"]:
        new = _long(match["new"]) if match["new"] and match["length"] else ""
        return f"{head}{new}fsTer{match['length']}" if new else _checked(f"{head}fs")
    if match["edit"]:
        last = f"_{_long(match['last'])}{match['end']}" if match["last"] else ""
        acids = "".join(_long(acid) for acid in _ONE_ACID.findall(match["acids"]))
        return _checked(f"{head}{last}{match['edit']}{acids if 'ins' in match['edit'] else ''}")
    same = match["single"] == "=" or _long(match["single"]) == _long(match["first"])
    return _checked(f"{head}{'=' if same else _long(match['single'])}")


def _long(acid: str) -> str:
    return _THREE.get(acid, acid)


def _checked(text: str) -> str | None:
    try:
        return str(Variant(text))
    except MaveHgvsParseError:
        return None
