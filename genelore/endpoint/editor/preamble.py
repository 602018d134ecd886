"""The prefix declarations that a query needs to be understood by any SPARQL service."""

import re
from collections.abc import Mapping

from ontology.prefixes import prefixes

# IRIs, strings and comments, in which `name:` is no prefix: <http://…>, "a: b", # Question: …
_OTHER = re.compile(r"<[^<>\s]*>|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|#.*")
# rdfs:label, obo:RO_0002162
_USED = re.compile(r"(?<![\w:.-])([A-Za-z][\w-]*):")
# PREFIX rdfs: <…>
_DECLARED = re.compile(r"\bPREFIX\s+([A-Za-z][\w-]*):", re.IGNORECASE)


def declared(query: str) -> str:
    """Return a query with a declaration of each known prefix that it uses and does not declare.

    >>> print(declared("SELECT ?label { ?gene rdfs:label ?label }"))
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?label { ?gene rdfs:label ?label }
    """
    missing = _missing(query)
    return "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in missing.items()) + query


def _missing(query: str) -> Mapping[str, str]:
    plain = _OTHER.sub(" ", query)
    wanted = set(_USED.findall(plain)) - set(_DECLARED.findall(query))
    return {name: namespace for name, namespace in prefixes().items() if name in wanted}
