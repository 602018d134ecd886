"""The key under which two spellings of one name meet."""

import re
from functools import lru_cache

_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron",
    "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi",
    "ω": "omega",
}  # fmt: skip
_LETTERS = str.maketrans(
    _GREEK | {"ς": "sigma", "µ": "mu", "ϵ": "epsilon", "+": " plus ", "’": "'", "′": "'"}
)

# "Alzheimer's" as "Alzheimer"; the prime of "5'-aminolevulinate" is no letter and goes with the rest.
_POSSESSIVE = re.compile(r"(?<=[a-z])'s\b|'")
# "alas2", "günther": runs of letters and digits of any script.
_WORD = re.compile(r"[^\W_]+")
# British spellings: "anaemia", "oesophagus", "tumour", "sulphur", "organisation", "fibre".
_BRITISH = re.compile(r"ae|oe|our|(?<=sul)ph|is(?=(?:e[ds]?|ing|ation)$)|(?<=[bt])re$")
_AMERICAN = {"ae": "e", "oe": "e", "our": "or", "ph": "f", "is": "iz", "re": "er"}
# Plurals in "s" after two letters or more, though not "ss", "us", "is": "arches", "biopsies", "stages".
_PLURAL = re.compile(r"(?<=[a-z]{2})(?:ies|(?<=ch|sh|ss)es|(?<=[xz])es|(?<![sui])s)$")
_LATIN = {
    "atria": "atrium", "ganglia": "ganglion", "mitochondria": "mitochondrion", "testes": "testis",
    "nuclei": "nucleus", "vertebrae": "vertebra", "larvae": "larva", "bronchi": "bronchus", "villi": "villus",
    "epithelia": "epithelium", "cilia": "cilium", "septa": "septum", "sulci": "sulcus", "gyri": "gyrus",
    "sera": "serum", "bacteria": "bacterium", "calices": "calyx", "cortices": "cortex", "humeri": "humerus",
}  # fmt: skip


def folded(text: str) -> str:
    """Return the text in lower case with white space folded: all that is needed for case not to matter."""
    return " ".join(text.casefold().split())


def bare(label: str) -> str:
    """Return the label of an obsolete term without the word that says so."""
    return label.removeprefix("obsolete ")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, Greek letters by name, without punctuation.

    >>> words("β-globin (5'-end)")
    ['beta', 'globin', '5', 'end']
    """
    return _WORD.findall(_POSSESSIVE.sub("", text.casefold().translate(_LETTERS)))


def symbol_key(text: str) -> str:
    """Return the key of a gene symbol or gene name: no case, no punctuation; the last "s" of ALAS stays.

    >>> symbol_key("Alas-E"), symbol_key("ALAS"), symbol_key("TNF-α")
    ('alas e', 'alas', 'tnf alpha')
    """
    return " ".join(words(text))


def normalised(text: str) -> str:
    """Return the key of a term: no case, hyphens, possessives or plurals; Greek by name; American spelling.

    >>> normalised("Pharyngeal Arches"), normalised("anaemia, X-linked"), normalised("Alzheimer’s diseases")
    ('pharyngeal arch', 'anemia x linked', 'alzheimer disease')
    """
    return " ".join(map(_normalised_word, words(text)))


@lru_cache(maxsize=1 << 16)
def _normalised_word(word: str) -> str:
    singular = _LATIN.get(word) or _PLURAL.sub(_singular_end, word)
    return _BRITISH.sub(_american, singular)


def _singular_end(ending: re.Match[str]) -> str:
    return "y" if ending[0] == "ies" else ""


def _american(part: re.Match[str]) -> str:
    return _AMERICAN[part[0]]
