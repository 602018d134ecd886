"""Human genes of NCBI as Bioconductor's org.Hs.eg.db has them."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from ontology.reference.build.writing import joined
from ontology.reference.numbers import written

# A paper that is tied to more genes than this says little of any one of them (cDNA collections, screens).
GENES_OF_A_PAPER = 5
_GENES = """
SELECT gene_id, symbol, gene_name, gene_type FROM genes JOIN gene_info USING (_id) JOIN genetype USING (_id)
"""


def genes(database: sqlite3.Connection, approved: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Give a row for each gene: number, symbol, name, type, cytobands, OMIM numbers, aliases.

    Symbol and name are left out where HGNC approved them, and the names of numbered loci (LOC...).
    """
    cytobands = _many(
        database, "SELECT gene_id, cytogenetic_location FROM cytogenetic_locations JOIN genes USING (_id)"
    )
    numbers = _many(database, "SELECT gene_id, omim_id FROM omim JOIN genes USING (_id)")
    aliases = _many(database, "SELECT gene_id, alias_symbol FROM alias JOIN genes USING (_id)")
    for code, symbol, name, kind in database.execute(_GENES):
        official_symbol, official_name = approved.get(code, ("", ""))
        yield (
            code,
            "" if symbol == official_symbol else symbol,
            "" if name == official_name or symbol == f"LOC{code}" else name,
            "" if kind == "protein-coding" else kind,
            joined(sorted(cytobands[code])),
            joined(sorted(numbers[code])),
            joined(sorted(aliases[code] - {symbol})),
        )


def refseq(database: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Give each curated transcript and protein (NM, NR, NP, YP) with its gene, but no predicted one (X.)."""
    query = "SELECT accession, gene_id FROM refseq JOIN genes USING (_id) WHERE accession NOT LIKE 'X%'"
    yield from database.execute(query)


def annotations(database: sqlite3.Connection) -> Iterator[tuple[str, ...]]:
    """Give the GO annotations of each gene, each as the term's code and the evidence code run together."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for query in (
        "SELECT gene_id, go_id, evidence FROM go_bp JOIN genes USING (_id)",
        "SELECT gene_id, go_id, evidence FROM go_cc JOIN genes USING (_id)",
        "SELECT gene_id, go_id, evidence FROM go_mf JOIN genes USING (_id)",
    ):
        for code, term, evidence in database.execute(query):
            found[code].add(term.removeprefix("GO:") + evidence)
    for code, terms in found.items():
        yield code, " ".join(sorted(terms))


def publications(database: sqlite3.Connection) -> Iterator[tuple[str, ...]]:
    """Give the PubMed ids of each gene, without papers of more than `GENES_OF_A_PAPER` genes."""
    query = "SELECT gene_id, pubmed_id FROM pubmed JOIN genes USING (_id)"
    found = _many(database, query)
    genes_of = Counter(paper for papers in found.values() for paper in papers)
    for code, papers in found.items():
        kept = sorted(int(paper) for paper in papers if genes_of[paper] <= GENES_OF_A_PAPER)
        if kept:
            yield code, written(kept)


def shared_papers(database: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Give the PubMed ids that `publications` leaves out, each with the number of genes it is tied to."""
    query = "SELECT pubmed_id, COUNT(DISTINCT gene_id) FROM pubmed JOIN genes USING (_id) GROUP BY pubmed_id"
    yield from ((paper, str(genes)) for paper, genes in database.execute(query) if genes > GENES_OF_A_PAPER)


def _many(database: sqlite3.Connection, query: str) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, value in database.execute(query):
        found[code].add(value)
    return found
