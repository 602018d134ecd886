"""The rules of the audit in words, and what a curator can do about each kind of conflict."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_OPEN = "Read both sides where they stand, and correct the document that is wrong."
_EXPLAINED = "Nothing has to be corrected: both sides are right, each in its scope."


def rule_in_words(rule: str) -> str:
    """Return what a rule demands or notices, in one sentence; its name in words where it has no sentence.

    >>> rule_in_words("chromosome"), rule_in_words("brand-new"), rule_in_words("")
    ('The chromosome must be the one on which the reference has the gene.', 'Brand new.', '')
    """
    return words_of("rules").get(rule) or (f"{rule.replace('-', ' ').capitalize()}." if rule else "")


def advice(kind: str, status: str) -> str:
    """Return what a curator can do about a conflict of a kind: `status` is `open` or `explained`."""
    return _EXPLAINED if status == "explained" else words_of("advice").get(kind, _OPEN)


@cache
def words_of(name: str) -> Mapping[str, str]:
    """Return what a file of words says of each key."""
    content = files("genelore.endpoint.pages").joinpath(f"{name}.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in content.splitlines())
    return MappingProxyType({key: sentence for key, _, sentence in rows})
