"""Random queries over three sources, and random data for them.

A query is text in which `SERVICE <...>` stands for a remote part; read as `GRAPH <...>` over one store that
holds each source as a named graph, the same text says what the right answer is.
"""

import re
from dataclasses import dataclass

from hypothesis import strategies as st

FIRST, SECOND = "http://first.example/sparql", "http://second.example/sparql"
NAMES = ("a", "b", "c", "d")
_TERMS = ("<x:0>", "<x:1>", "<x:2>", "<x:3>", '"1"', '"v"@en', "1")

_PATHS = ("<x:p>", "<x:q>", "<x:r>", "<x:p>/<x:q>", "^<x:p>", "(<x:p>|<x:q>)", "<x:q>?")
_TESTS = (
    "?{0} = ?{1}",
    "?{0} != {2}",
    "bound(?{0})",
    "!bound(?{0})",
    "isIRI(?{0})",
    "?{0} IN ({2}, ?{1})",
    'STR(?{0}) < "x:2"',
    "?{0} = ?{1} || isLITERAL(?{1})",
)
_SELECTS = (
    "SELECT * {0}",
    "SELECT ?{1} {0}",
    "SELECT DISTINCT ?{1} ?{2} {0}",
    "SELECT ?{1} (COUNT(*) AS ?n) {0} GROUP BY ?{1}",
    "SELECT (COUNT(?{1}) AS ?m) {0}",
    "SELECT DISTINCT ?{1} {0} ORDER BY ?{1} LIMIT 2",
    "SELECT ?{1} {0} VALUES ?{1} {{ <x:1> <x:2> }}",
)
_FORMS = (
    "SELECT * {0}",
    "SELECT ?a ?b ?c ?d {0}",
    "SELECT DISTINCT ?a ?b {0}",
    "ASK {0}",
    "CONSTRUCT {{ ?a <x:made> ?b }} WHERE {0}",
    "SELECT ?a (COUNT(?b) AS ?n) {0} GROUP BY ?a",
    "SELECT ?a ?c {0} ORDER BY ?a VALUES ?a {{ <x:1> <x:2> }}",
)


# "VALUES ?e1 { <...> <...> } SERVICE ?e1 " before a group.
_VARIABLE = re.compile(r"VALUES \?(e\d+) \{ <\S+> <\S+> \} SERVICE \?\1 ")


@dataclass(frozen=True, slots=True)
class Split:
    """Triples of the three sources, as lines of N-Triples."""

    local: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]


def _triples() -> st.SearchStrategy[tuple[str, ...]]:
    subjects, predicates, objects = (
        st.sampled_from(_TERMS[:4]),
        st.sampled_from("pqr"),
        st.sampled_from(_TERMS),
    )
    one = st.builds("{} <x:{}> {} .".format, subjects, predicates, objects)
    return st.lists(one, min_size=2, max_size=6).map(tuple)


def splits() -> st.SearchStrategy[Split]:
    """Data for the three sources."""
    # A graph without triples is none: GRAPH would then differ from SERVICE.
    remote = _triples().map(lambda lines: (*lines, "<x:0> <x:there> <x:0> ."))
    return st.builds(Split, _triples(), remote, remote)


@st.composite
def _triple(draw: st.DrawFn) -> str:
    subject = draw(st.sampled_from([f"?{name}" for name in NAMES] * 4 + list(_TERMS[:3])))
    path = draw(
        st.sampled_from(["<x:p>", "<x:q>", "<x:r>", "<x:p>/<x:q>", "^<x:p>", "(<x:p>|<x:q>)", "<x:q>?"])
    )
    value = draw(st.sampled_from([f"?{name}" for name in NAMES] * 6 + list(_TERMS)))
    return f"{subject} {path} {value} ."


@st.composite
def _expression(draw: st.DrawFn) -> str:
    name, other = draw(st.sampled_from(NAMES)), draw(st.sampled_from(NAMES))
    term = draw(st.sampled_from(_TERMS))
    forms = [
        "?{0} = ?{1}",
        "?{0} != {2}",
        "bound(?{0})",
        "!bound(?{0})",
        "isIRI(?{0})",
        "?{0} IN ({2}, ?{1})",
    ]
    forms += ['STR(?{0}) < "x:2"', "?{0} = ?{1} || isLITERAL(?{1})"]
    return draw(st.sampled_from(forms)).format(name, other, term)


@st.composite
def _values(draw: st.DrawFn) -> str:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True))
    cell = st.sampled_from([*_TERMS, "UNDEF"])
    rows = draw(st.lists(st.tuples(*(cell for _ in names)), max_size=3))
    body = " ".join(f"({' '.join(row)})" for row in rows)
    return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ {body} }}"


@st.composite
def _sub_select(draw: st.DrawFn, depth: int) -> str:
    inner = draw(group(depth - 1))
    name, other = draw(st.sampled_from(NAMES)), draw(st.sampled_from(NAMES))
    return f"{{ {draw(st.sampled_from(_SELECTS)).format(inner, name, other)} }}"


@st.composite
def _service(draw: st.DrawFn, depth: int) -> str:
    inner, silent = draw(group(depth - 1)), draw(st.sampled_from(["", "", "SILENT "]))
    if draw(st.integers(0, 5)) == 0:
        name = f"e{draw(st.integers(0, 999))}"
        return f"VALUES ?{name} {{ <{FIRST}> <{SECOND}> }} SERVICE {silent}?{name} {inner}"
    return f"SERVICE {silent}<{draw(st.sampled_from([FIRST, SECOND]))}> {inner}"


@st.composite
def _element(draw: st.DrawFn, depth: int) -> str:
    kind = draw(st.integers(0, 16 if depth else 6))
    if kind < 4:
        return draw(_triple())
    if kind < 7:
        return draw([_expression().map("FILTER({})".format), _values(), _triple()][kind - 4])
    inner = draw(group(depth - 1))
    forms = ["OPTIONAL {0}", "OPTIONAL {0}", "MINUS {0}", "FILTER EXISTS {0}", "FILTER NOT EXISTS {0}", "{0}"]
    if kind < 13:
        return forms[kind - 7].format(inner)
    if kind == 13:
        return f"{inner} UNION {draw(group(depth - 1))}"
    return draw(_sub_select(depth) if kind == 14 else _service(depth))


@st.composite
def group(draw: st.DrawFn, depth: int) -> str:
    """A group graph pattern, nested at most so deep."""
    elements = draw(st.lists(_element(depth), min_size=1, max_size=3))
    if draw(st.integers(0, 4)) == 0:
        elements.append(f"BIND(STR(?{draw(st.sampled_from(NAMES))}) AS ?k{draw(st.integers(0, 9999))})")
    return "{ " + "\n".join(elements) + " }"


def merged(query: str) -> str:
    """Return the query as it is asked of one store that holds each source as a named graph.

    A variable endpoint becomes a UNION over the endpoints, because the store's engine lets the variable of
    GRAPH be seen inside, where MINUS then finds it (SPARQL 1.1, 18.6, joins it afterwards).
    """
    plain = query.replace("SERVICE SILENT", "SERVICE")
    while found := _VARIABLE.search(plain):
        end = _closing(plain, found.end())
        branch = "{{ VALUES ?{0} {{ <{1}> }} SERVICE <{1}> {2} }}".format
        branches = [branch(found[1], each, plain[found.end() : end]) for each in (FIRST, SECOND)]
        plain = plain[: found.start()] + " UNION ".join(branches) + plain[end:]
    return plain.replace("SERVICE", "GRAPH")


def _closing(text: str, start: int) -> int:
    depth, at = 0, start
    while at == start or depth:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
    return at


def _is_apt(text: str) -> bool:
    """Say whether a pattern has a remote part, and not so many patterns that their product takes for ever."""
    return "SERVICE" in text and text.count(" .") <= 7 and text.count("SERVICE") <= 4


@st.composite
def queries(draw: st.DrawFn) -> str:
    """A query of one of three forms, with a SERVICE clause at least."""
    pattern = draw(group(3).filter(_is_apt))
    return draw(st.sampled_from(_FORMS)).format(pattern)
