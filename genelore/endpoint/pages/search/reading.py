"""The ways in which a typed text can be read: as it is, without quotes, without "gene", without gaps."""

from collections.abc import Sequence

from genelore.endpoint.pages.species import SPECIES

# What people put around a name: quotation marks, brackets, the end of a sentence.
_AROUND = " \t\"'`´“”„‘’«»()[]{}<>,.;:!?"
# What they put beside the name of a gene to say that it is one.
_BESIDE = frozenset({"gene", "genes", "protein", "proteins", "symbol", "the"})
_GAPS = str.maketrans("", "", " -_")
# Names that are written with gaps are short: "ALAS 2", "HLA-DRB 1".
_SHORT = 20
_BY_WORD = {one.name.casefold(): one.name for one in SPECIES.values()}


def readings(asked: str) -> Sequence[str]:
    """Return a text and the plainer ways to read it, each once, the one as it is first.

    >>> readings('"ALAS2" gene'), readings("ALAS 2")
    (('"ALAS2" gene', 'ALAS2" gene', 'ALAS2'), ('ALAS 2', 'ALAS2'))
    """
    trimmed = asked.strip(_AROUND)
    named = " ".join(words(asked))
    joined = named.translate(_GAPS) if len(named) <= _SHORT else ""
    return tuple(dict.fromkeys(filter(None, (asked.strip(), trimmed, named, joined))))


def words(asked: str) -> list[str]:
    """Return the words of a text without what only says that a gene is meant, and of which species.

    >>> words("human ALAS2, please"), words("gene")
    (['ALAS2', 'please'], [])
    """
    plain = (word.strip(_AROUND) for word in asked.split())
    return [word for word in plain if word and word.casefold() not in {*_BESIDE, *_BY_WORD}]


def species(asked: str) -> str:
    """Return the species that a text names by one word, empty if none.

    >>> species("Mouse ALAS2"), species("ALAS2")
    ('mouse', '')
    """
    plain = (word.strip(_AROUND).casefold() for word in asked.split())
    return next((_BY_WORD[word] for word in plain if word in _BY_WORD), "")
