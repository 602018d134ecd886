"""How identifiers are written for an endpoint, and how its own spellings are read."""

from pyoxigraph import Literal, NamedNode

from genelore.federation.tables import Term
from ontology.bridge import curie, iri, split, unversioned
from ontology.endpoints import Endpoint, EndpointSpelling


def outgoing(endpoint: Endpoint, term: Term, properties: frozenset[str] = frozenset()) -> tuple[Term, ...]:
    """Return what an endpoint may write for a term: several where its codes end in a version.

    `properties` are the predicates whose object the term is to be: some endpoints write codes as literals.

    >>> from ontology.endpoints import endpoints
    >>> gene = NamedNode("https://www.ncbi.nlm.nih.gov/gene/212")
    >>> outgoing(endpoints()["https://sparql.orthodb.org/sparql"], gene)
    (<NamedNode value=http://www.ncbi.nlm.nih.gov/gene/212>,)
    """
    found = split(curie(term.value) or "") if isinstance(term, NamedNode) else None
    if not found:
        return (term,)
    space, code = found
    for spelling in endpoint.spellings:
        if spelling.space.prefix == space.prefix:
            return _spelled(spelling, code, properties) or (term,)
    return (term,)


def _spelled(spelling: EndpointSpelling, code: str, properties: frozenset[str]) -> tuple[Term, ...]:
    if spelling.properties:
        bare = unversioned(spelling.space, code)
        return (Literal(bare),) if properties & set(spelling.properties) else ()
    if not spelling.versions:
        return (NamedNode(spelling.stem + unversioned(spelling.space, code)),)
    if code != unversioned(spelling.space, code):
        return (NamedNode(spelling.stem + code),)
    versions = (f".{number}" for number in range(1, spelling.versions + 1))
    return tuple(NamedNode(spelling.stem + code + version) for version in ("", *versions))


def incoming(endpoint: Endpoint, term: Term | None) -> Term | None:
    """Return a term of an answer as our graph writes it: the canonical IRI where the endpoint spells its own.

    >>> from ontology.endpoints import endpoints
    >>> uniprot = endpoints()["https://sparql.uniprot.org/sparql"]
    >>> incoming(uniprot, NamedNode("http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578.22"))
    <NamedNode value=http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578>
    """
    if not isinstance(term, NamedNode):
        return term
    found = curie(term.value)
    known = split(found) if found else None
    if not found or not known:
        return term
    is_spelled = any(
        each.space.prefix == known[0].prefix and not each.properties for each in endpoint.spellings
    )
    return iri(found) if is_spelled else term


def described(endpoint: Endpoint) -> tuple[str, ...]:
    """Return one line for each id space that the endpoint writes otherwise than our graph."""
    return tuple(line for each in endpoint.spellings if (line := _line(each)))


def _line(spelling: EndpointSpelling) -> str:
    space = spelling.space
    if spelling.properties:
        return f"{space.prefix}: plain literals of {', '.join(f'<{each}>' for each in spelling.properties)}"
    if spelling.versions:
        return f"{space.prefix}: <{spelling.stem}CODE>, and with versions .1 to .{spelling.versions}"
    return f"{space.prefix}: <{spelling.stem}CODE>" if spelling.stem != space.stem else ""
