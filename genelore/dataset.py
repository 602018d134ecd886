"""Which graphs a query is asked of, and their merge where several make up its default graph.

SPARQL 1.1, section 13.2: the default graph is the merge of the graphs that FROM names, so that a triple which
two of them hold is there once. The engine counts it twice.
"""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from genelore.guard import asks_elsewhere, unescaped
from genelore.results import Answer, Dataset, QueryError
from ontology.prefixes import prefixes

_SEVERAL = 2
# The store as it is.
_WHOLE = Dataset()
_MERGED = NamedNode("urn:genelore:merged")
_DEFAULT = NamedNode("urn:genelore:default")
_NAMED = NamedNode("urn:genelore:named")
# Comments, strings and variables are passed over; "<http://a/>", "ex:a" and "FROM" are kept.
_TOKEN = re.compile(
    r"""(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)"""
    r"""|\#[^\r\n]*"""
    r'''|"""(?:[^"\\]|\\.|"(?!""))*"""'''
    r"""|'''(?:[^'\\]|\\.|'(?!''))*'''"""
    r'''|"(?:[^"\\\r\n]|\\.)*"'''
    r"""|'(?:[^'\\\r\n]|\\.)*'"""
    r"""|[?$]\w+"""
    r"""|(?P<name>(?:[^\W\d_][\w.-]*)?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[^\w\s])*)"""
    r"""|(?P<word>\w+)""",
    re.DOTALL,
)
# "{" or " ": what stands before the "ex" of "ex:a", or the "https" of an IRI.
_NO_NAME = re.compile(r"[^\w.-]")
# None of our prefixes is as long.
_LONGEST = 32
# "The custom function <http://example.org/f> is not supported": the engine's words.
_CUSTOM = re.compile(r"custom function (<[^>]*>) is not supported")
# "FROM" in "SELECT * FROM <http://a/> { ?s ?p ?o }".
_FROM = re.compile(r"\bFROM\b", re.IGNORECASE)


class ElsewhereError(QueryError):
    """The query would have another server asked."""


class UnknownFunctionError(QueryError):
    """The query is SPARQL and calls a function that is not defined here; the message names it."""


def evaluate(
    store: pyoxigraph.Store, query: str, dataset: Dataset | None = None, base: str | None = None
) -> Answer:
    """Evaluate a query over the graphs that the protocol names, else over those that its own text names.

    Several default graphs are merged in memory first. Relative IRIs are resolved against `base`. An answer
    belongs to the thread that asked for it: write it there.

    Raises:
        QueryError: not SPARQL 1.1, or a graph's name is no IRI.
        ElsewhereError: it has a SERVICE clause.
        UnknownFunctionError: it calls an extension function, of which there are none.
    """
    if _may_have(query, "service") and asks_elsewhere(query):
        raise ElsewhereError("SERVICE is not allowed here")
    given = dataset if dataset and dataset != _WHOLE else named_in(query, base)
    try:
        if given == _WHOLE:
            return _answer(store, query, given, base)
        asked = Dataset(tuple(dict.fromkeys(given.default)), tuple(dict.fromkeys(given.named)))
        if len(asked.default) < _SEVERAL:
            return _answer(store, query, asked, base)
        return _answer(_merge(store, asked), query, Dataset((_MERGED.value,), asked.named), base)
    except QueryError:
        raise
    except (SyntaxError, ValueError) as error:
        raise QueryError(str(error)) from error


def _answer(store: pyoxigraph.Store, query: str, dataset: Dataset, base: str | None) -> Answer:
    is_named = dataset != _WHOLE
    try:
        return store.query(
            query,
            base_iri=base,
            prefixes=needed(query),
            default_graph=[NamedNode(iri) for iri in dataset.default] if is_named else None,
            named_graphs=[NamedNode(iri) for iri in dataset.named] if is_named else None,
        )
    except RuntimeError as error:
        called = _CUSTOM.search(str(error))
        if not called:
            raise
        raise UnknownFunctionError(f"There is no function {called[1]} here.") from error


def needed(query: str) -> dict[str, str]:
    """Return the prefixes that a query may use; reading all of them in takes as long as a short look-up."""
    known = prefixes()
    if "\\" in query:
        return dict(known)
    *befores, _ = query.split(":")
    names = {_NO_NAME.split(before[-_LONGEST:])[-1] for before in befores}
    return {prefix: known[prefix] for prefix in known.keys() & names}


def _merge(store: pyoxigraph.Store, asked: Dataset) -> pyoxigraph.Store:
    merged = pyoxigraph.Store()
    merged.bulk_extend(_copied(store, asked.default, _MERGED))
    for name in asked.named:
        merged.add_graph(NamedNode(name))
        merged.bulk_extend(_copied(store, {name}, NamedNode(name)))
    return merged


def _copied(store: pyoxigraph.Store, names: Iterable[str], target: NamedNode) -> Iterator[Quad]:
    for name in names:
        for quad in store.quads_for_pattern(None, None, None, NamedNode(name)):
            yield Quad(quad.subject, quad.predicate, quad.object, target)


def _may_have(query: str, word: str) -> bool:
    """Say whether a query may have a word of lower-case letters, in any case or by escapes."""
    return word in query.casefold() or "\\" in query


def named_in(query: str, base: str | None = None) -> Dataset:
    """Return the graphs that the FROM and FROM NAMED clauses of a query name; none where it is not SPARQL.

    >>> named_in("PREFIX x: <urn:x:> SELECT * FROM x:a FROM <urn:b> FROM NAMED x:c { ?from ?p 'FROM' }")
    Dataset(default=('urn:b', 'urn:x:a'), named=('urn:x:c',))
    """
    if not _may_have(query, "from"):
        return _WHOLE
    plain = unescaped(query)
    if not _FROM.search(plain):
        return _WHOLE
    try:
        triples = [*pyoxigraph.parse(_as_turtle(plain), format=RdfFormat.TURTLE, base_iri=base)]
    except SyntaxError:
        return _WHOLE

    def values(kind: NamedNode) -> tuple[str, ...]:
        return tuple(sorted({_value(quad) for quad in triples if quad.predicate == kind}))

    return Dataset(values(_DEFAULT), values(_NAMED))


def _as_turtle(query: str) -> str:
    """Return a document whose prologue is the query's and whose objects are the graphs that it names.

    Turtle and SPARQL write IRIs, prefixes and bases in the same way, so its parser resolves them.
    """
    lines = [f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in prefixes().items()]
    tokens = [match for match in _TOKEN.finditer(query) if match.lastgroup]
    for place, token in enumerate(tokens):
        following = [match[0] for match in tokens[place + 1 : place + 3]]
        match token[0].upper(), *following:
            case "BASE", iri, *_:
                lines.append(f"BASE {iri}")
            case "PREFIX", name, iri:
                lines.append(f"PREFIX {name} {iri}")
            case "FROM", named, iri if named.upper() == "NAMED":
                lines.append(f"{_NAMED} {_NAMED} {iri} .")
            case "FROM", iri, *_:
                lines.append(f"{_DEFAULT} {_DEFAULT} {iri} .")
    return "\n".join(lines)


def _value(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, NamedNode) else ""
