"""Other ways to say an inheritance, a phenotype or a type of variant."""

import re
from collections.abc import Iterator

# "autosomal dominant manner", "X-linked recessive pattern of inheritance", "autosomal recessive trait"
_INHERITANCE = re.compile(
    r"\s+(?:(?:pattern|mode|form|manner|fashion|trait|condition|inheritance|inherited)\b(?:\s+of\s+inheritance)?\s*)+$",
    re.IGNORECASE,
)
# "severe anemia", "a painful rash": how bad it is, and not what
_DEGREE = re.compile(
    r"^(?:an?|the|severe|mild|moderate|chronic|recurrent|frequent|painful|progressive|marked|extreme)\s+",
    re.IGNORECASE,
)
# "iron overload (hemochromatosis)", "enlarged spleen (splenomegaly)": a name and its explanation
_EXPLAINED = re.compile(r"^(?P<outside>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
# "silent mutation", "splice site variants": the noun, in whose place each type has "variant".
_CHANGE = re.compile(r"\s+(?:mutation|variant|variation|substitution)s?$", re.IGNORECASE)
# "intronic", which the vocabulary calls "intron".
_INTRONIC = re.compile(r"^intronic$", re.IGNORECASE)


def inheritances(text: str) -> Iterator[str]:
    """Give the bare mode of inheritance.

    >>> list(inheritances("X-linked recessive pattern of inheritance"))
    ['X-linked recessive']
    """
    bare = _INHERITANCE.sub("", text)
    if bare != text:
        yield bare


def phenotypes(text: str) -> Iterator[str]:
    """Give the name without its explanation and without its degree, then the explanation.

    >>> list(phenotypes("severe enlarged spleen (splenomegaly)"))
    ['severe enlarged spleen', 'splenomegaly', 'enlarged spleen']
    """
    match = _EXPLAINED.match(text)
    if match:
        yield from match.groups()
    outside = match["outside"] if match else text
    bare = _DEGREE.sub("", outside)
    while bare != outside:
        yield bare
        outside, bare = bare, _DEGREE.sub("", bare)


def variant_types(text: str) -> Iterator[str]:
    """Give the name that sequence types have: "silent variant", "intron variant".

    >>> list(variant_types("silent mutation"))
    ['silent variant']
    """
    bare = _CHANGE.sub("", text)
    yield _INTRONIC.sub("intron", bare) + " variant"
