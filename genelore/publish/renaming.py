"""Documents that have another name in a second graph, though they are the same to the last byte."""

import re
from collections.abc import Callable, Mapping

from genelore.publish.nodes import Nodes
from ontology.terms import LABEL

# "a.md" in "a.md and b.md", not in "x/a.md": one of the names that stand in the place of {}.
_WHOLE_NAME = r"(?<![\w/.-])(?:{})(?![\w/-])"


def names(nodes: Nodes) -> Mapping[str, str]:
    """Return the names of documents by their graphs, which are named by the hash of the document."""
    return {node.iri: node.one(LABEL.value) or node.iri for node in nodes.of_class("Document")}


def renamed(before: Mapping[str, str], after: Mapping[str, str]) -> Mapping[str, str]:
    """Return the new names of documents by the old ones.

    >>> renamed({"1": "a.md", "2": "b.md"}, {"1": "c.md", "2": "b.md"})
    {'a.md': 'c.md'}
    """
    return {
        before[graph]: after[graph]
        for graph in sorted(before.keys() & after.keys(), key=before.__getitem__)
        if before[graph] != after[graph]
    }


def rewording(new_names: Mapping[str, str]) -> Callable[[str], str]:
    """Return what writes old names of documents in a text as the new ones.

    >>> rewording({"a.md": "b.md", "b.md": "c.md"})("a.md and b.md differ, x/a.md does not")
    'b.md and c.md differ, x/a.md does not'
    """
    if not new_names:
        return str
    alternatives = "|".join(re.escape(name) for name in sorted(new_names, key=len, reverse=True))
    pattern = re.compile(_WHOLE_NAME.format(alternatives))
    return lambda told: pattern.sub(lambda match: new_names[match[0]], told)
