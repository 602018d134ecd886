"""Other ways to say what a gene's product does, as the Gene Ontology says it.

The ontology names processes by a scheme ("X biosynthetic process", "X metabolic process", "X catabolic
process", "X transport", "regulation of X"), where prose says "production of X" or "the X pathway". Each rule
here turns a phrase into that scheme; what the vocabulary does not have is not found and stays text.
"""

import re
from collections.abc import Iterator

_MADE = r"(?:biosynthetic|synthetic|biosynthesis|synthesis|production|anabolism)"
_USED = r"(?:metabolic|metabolism)"
_BROKEN = r"(?:catabolic|catabolism|degradation|breakdown)"
_WAY = r"(?:\s+(?:pathway|process|cascade|cycle)s?)?"
# "the first step of heme biosynthesis", "heme biosynthesis": what is only a step takes part in the whole.
_STEP = re.compile(r"^(?:the\s+)?(?:(?:[\w-]+\s+)?step\s+(?:of|in)\s+)?(?:the\s+)?", re.IGNORECASE)
# "heme biosynthetic pathway", "production of heme": the noun of a scheme, and what it is done to.
_SCHEMES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), form)
    for noun, form in (
        (_MADE, r"\g<X> biosynthetic process"),
        (_USED, r"\g<X> metabolic process"),
        (_BROKEN, r"\g<X> catabolic process"),
    )
    for pattern in (rf"^(?P<X>\S.*?)\s+{noun}{_WAY}$", rf"^{noun}\s+of\s+(?:the\s+)?(?P<X>.+)$")
)
# "transport of iron", "repair of DNA", "formation of bone", "splicing of RNA": the noun goes behind.
_TURNED = re.compile(
    r"^(?P<noun>transport|repair|formation|splicing|replication|methylation|oxidation|differentiation|"
    r"proliferation|development|migration|homeostasis|secretion|uptake|storage|phosphorylation|folding)"
    r"\s+of\s+(?:the\s+)?(?P<X>.+)$",
    re.IGNORECASE,
)
# "innate immune response pathway": a pathway that is named by the process.
_PATHWAY = re.compile(r"\s+(?:pathway|process)(?:es|s)?$", re.IGNORECASE)
# "the " wherever it stands, as in "regulation of the cell cycle".
_THE = re.compile(r"\bthe\s+", re.IGNORECASE)


def processes(text: str) -> Iterator[str]:
    """Give the forms that the ontology may have for a process, the nearest first.

    >>> list(processes("production of heme"))
    ['heme biosynthetic process']
    >>> list(processes("first step of the heme biosynthetic pathway"))
    ['heme biosynthetic pathway', 'heme biosynthetic process', 'heme biosynthetic']
    """
    bare = _THE.sub("", _STEP.sub("", text))
    if bare != text:
        yield bare
    for pattern, form in _SCHEMES:
        if pattern.match(bare):
            yield pattern.sub(form, bare)
    if turned := _TURNED.match(bare):
        yield f"{turned['X']} {turned['noun']}"
    plain = _PATHWAY.sub("", bare)
    if plain != bare:
        yield plain


def functions(text: str) -> Iterator[str]:
    """Give the form that the ontology has for the function of an enzyme.

    >>> list(functions("5-aminolevulinate synthase"))
    ['5-aminolevulinate synthase activity']
    """
    bare = _THE.sub("", text)
    if not bare.endswith(" activity"):
        yield f"{bare} activity"
