"""Which gene an identifier or a name denotes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from ontology.reference import animal_genes, human_genes
from ontology.reference.fields import value
from ontology.reference.gene import Gene
from ontology.reference.manifest import Row
from ontology.reference.spelling import SPELLINGS, nearest
from ontology.reference.tables import table
from ontology.reference.words import symbol_key

# How a name belongs to its gene; NCBI's aliases come after all that HGNC says itself.
KINDS = {
    "S": "symbol",
    "N": "name",
    "A": "alias",
    "P": "previous_symbol",
    "B": "alias_name",
    "Q": "previous_name",
    "W": "withdrawn_symbol",
    "s": "symbol",
    "n": "name",
    "a": "alias",
    "b": "alias_name",
}
_LETTERS = "".join(KINDS)
# Best first: what a gene was called once says more of it than a name that it shares with others.
_RANKS = ("symbol", "withdrawn_symbol", "name", "previous_symbol", "alias", "alias_name", "previous_name")
# ENSG00000158578.22, ENSMUSG00000025270: the species stands in the middle, the version behind.
_ENSEMBL = re.compile(r"(ENS(MUS|RNO|DAR|)G\d{11})(?:\.\d+)?")
_TAXA = {"MUS": "10090", "RNO": "10116", "DAR": "7955"}


@dataclass(frozen=True, slots=True)
class GeneMatch:
    """A gene that a text names, how the name belongs to it, and how near the text is to it.

    `spelling` is `exact`, `case` (all but upper and lower case) or `normalised` (hyphens, Greek letters,
    primes). `row` is the row that has the name.
    """

    gene: Gene
    kind: str
    text: str
    spelling: str
    row: Row


def gene(curie: str) -> Gene | None:
    """Return the gene that an identifier denotes, None if it is unknown, or denotes several genes or none."""
    found = genes_identified(curie)
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1 << 13)
def genes_identified(curie: str) -> tuple[Gene, ...]:
    """Return the genes that an identifier denotes, withdrawn HGNC entries too.

    Known are hgnc, ncbigene (human), ensembl (human, mouse, rat, zebrafish), uniprot (human), omim (gene
    entries), refseq (human NM, NR, NP), mgi, rgd and flybase; versions of Ensembl and RefSeq are passed
    over. One protein may be made by several genes; the OMIM number of a phenotype denotes none.
    """
    space, _, code = curie.partition(":")
    reader = _READERS.get(space)
    return tuple(reader(code)) if reader else ()


def _ensembl(written: str) -> Iterator[Gene]:
    found = _ENSEMBL.fullmatch(written)
    if not found:
        return
    if found[2]:
        yield from animal_genes.of_model(_TAXA[found[2]], found[1])
        return
    approved = list(human_genes.of_identifier(f"ensembl:{found[1]}"))
    yield from approved or animal_genes.of_model("9606", found[1])


_READERS: dict[str, Callable[[str], Iterator[Gene]]] = {
    "hgnc": human_genes.approved,
    "ncbigene": human_genes.of_ncbi,
    "ensembl": _ensembl,
    "uniprot": lambda code: human_genes.of_identifier(f"uniprot:{code}"),
    "omim": human_genes.of_omim,
    "refseq": human_genes.of_refseq,
    "mgi": partial(animal_genes.entry, "10090"),
    "rgd": partial(animal_genes.entry, "10116"),
    "flybase": partial(animal_genes.of_model, "7227"),
}


@lru_cache(maxsize=1 << 12)
def genes_named(text: str, taxon: str | None = None) -> tuple[GeneMatch, ...]:
    """Return the genes that a text names, of one species or of any, best first: by spelling, then by kind.

    Names of human genes are symbols, names, aliases and previous ones of HGNC, and NCBI's further symbols
    and aliases; mouse, zebrafish and fly have symbols alone.
    """
    row = table("gene_names").row(symbol_key(text))
    owners = [(owner.rstrip(_LETTERS), owner[-1]) for owner in value(row, 1).split()]
    matches = [_match(found, letter, text) for curie, letter in owners if (found := gene(curie))]
    wanted = [match for match in matches if taxon in {None, match.gene.taxon}]
    return tuple(sorted(wanted, key=_rank))


def begins_gene_name(text: str) -> bool:
    """Say whether a longer name of a gene begins with the words of a text, as families' names do."""
    return table("gene_names").begins(symbol_key(text) + " ")


def _rank(match: GeneMatch) -> tuple[int, int, str]:
    return SPELLINGS.index(match.spelling), _RANKS.index(match.kind), match.gene.curie


def _match(found: Gene, letter: str, text: str) -> GeneMatch:
    kind = KINDS[letter]
    names = _names(found, kind)
    place, spelling = nearest(text, names, symbol_key) or (-1, "normalised")
    row = found.rows[0] if letter.isupper() else next(row for row in found.rows if row.table == "ncbi_gene")
    return GeneMatch(found, kind, names[place] if names else text, spelling, row)


def _names(found: Gene, kind: str) -> tuple[str, ...]:
    match kind:
        case "symbol" | "withdrawn_symbol":
            return (found.symbol,)
        case "name":
            return (found.name,)
        case "alias":
            return found.aliases
        case "previous_symbol":
            return found.previous
        case "alias_name":
            return found.alias_names
    return found.previous_names
