"""What the editor completes with: our prefixes, and the classes and properties that are in the data."""

from collections.abc import Mapping

import pyoxigraph

from genelore.endpoint.editor.rows import rows
from genelore.endpoint.site import Site
from ontology.prefixes import prefixes


def completions(store: pyoxigraph.Store, site: Site) -> Mapping[str, object]:
    """Return namespaces by prefix, and classes and properties with their counts, the most frequent first."""
    return {
        "prefixes": dict(prefixes()),
        "classes": _counted(store, site, "classes"),
        "properties": _counted(store, site, "properties"),
    }


def _counted(store: pyoxigraph.Store, site: Site, name: str) -> Mapping[str, int]:
    return {row["term"]: int(row["count"]) for row in rows(store, site, name) if row["term"]}
