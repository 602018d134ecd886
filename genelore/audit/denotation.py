"""What identifiers denote today: withdrawn entries lead to successors, derived ids to what they hold."""

import re
from dataclasses import dataclass
from functools import lru_cache

from genelore.audit.wording import called, species_named, written
from ontology.reference import Gene, Row, gene, genes_identified, genes_named

HUMAN = "NCBITaxon:9606"
_FLY = "NCBITaxon:7227"
_ZEBRAFISH = "NCBITaxon:7955"
_DEPTH = 5
# "kegg.genes:hsa:212", "kegg.genes:gga:552895": an organism's code and, for eukaryotes, the number of the
# gene at NCBI.
_KEGG = re.compile(r"kegg\.genes:([a-z]{3,4}):(\d+)")
# The codes of the organisms that have documents, or are orthologs in them; KEGG has thousands more.
_KEGG_TAXA = {
    "apla": "NCBITaxon:8839",
    "cel": "NCBITaxon:6239",
    "cjo": "NCBITaxon:93934",
    "dme": "NCBITaxon:7227",
    "dre": "NCBITaxon:7955",
    "gga": "NCBITaxon:9031",
    "hsa": HUMAN,
    "mgp": "NCBITaxon:9103",
    "mmu": "NCBITaxon:10090",
    "rno": "NCBITaxon:10116",
    "tgu": "NCBITaxon:59729",
    "xla": "NCBITaxon:8355",
    "xtr": "NCBITaxon:8364",
}
# A fish has two of many genes: "alas1a" and "alas1b" are both counterparts of ALAS1.
_DUPLICATE = re.compile(r"(?<=\d)[ab]$")


@dataclass(frozen=True, slots=True)
class Denotation:
    """A gene of today that an identifier leads to, through a withdrawn entry where `withdrawn` has one."""

    gene: Gene
    withdrawn: Gene | None
    rows: tuple[Row, ...]

    @property
    def sentence(self) -> str:
        """What the identifier is, to follow its name."""
        if self.withdrawn:
            successor = f"{self.gene.symbol} ({written(self.gene.curie)})"
            return f"is the withdrawn {self.withdrawn.symbol}, merged into {successor}"
        return f"is {called(self.gene)}"


@lru_cache(maxsize=1 << 15)
def denoted(curie: str) -> tuple[Denotation, ...]:
    """Return the genes of today that an identifier denotes; none if the reference does not know it."""
    found: list[Denotation] = []
    for one in genes_identified(derived(curie) or curie):
        if one.status == "approved":
            found.append(Denotation(one, None, one.rows))
        else:
            found += [Denotation(new, one, (*one.rows, *new.rows)) for new in successors(one)]
    return tuple(found)


@lru_cache(maxsize=1 << 15)
def withdrawn(curie: str) -> Gene | None:
    """Return the withdrawn entry that an identifier names and that nothing took the place of."""
    found = genes_identified(curie)
    return found[0] if found and found[0].status != "approved" and not denoted(curie) else None


def successors(old: Gene, depth: int = _DEPTH) -> tuple[Gene, ...]:
    """Return the approved genes that a withdrawn entry leads to, over several steps if need be."""
    following = [new for curie in old.successors if (new := gene(curie))]
    approved = [new for new in following if new.status == "approved"]
    later = [
        last for new in following if new.status != "approved" and depth for last in successors(new, depth - 1)
    ]
    return tuple(dict.fromkeys([*approved, *later]))


def derived(curie: str) -> str:
    """Return the identifier that another one holds: KEGG's of eukaryotes hold NCBI's; empty if there is none.

    >>> derived("kegg.genes:gga:552895"), derived("hgnc:397")
    ('ncbigene:552895', '')
    """
    found = _KEGG.fullmatch(curie)
    return f"ncbigene:{found[2]}" if found else ""


def organism_besides(curie: str, taxon: str) -> str:
    """Name the organism that a KEGG number is of where it is another than a taxon; else empty.

    >>> organism_besides("kegg.genes:tgu:100224317", "NCBITaxon:9031")
    'zebra finch (KEGG code tgu)'
    >>> organism_besides("kegg.genes:xyz:1", HUMAN), organism_besides("kegg.genes:hsa:1", HUMAN)
    ('another organism (KEGG code xyz)', '')
    """
    found = _KEGG.fullmatch(curie)
    if not found or not taxon:
        return ""
    organism = _KEGG_TAXA.get(found[1], "")
    # A code that is not known may be that of a taxon whose code is not known either.
    if organism == taxon or (not organism and taxon not in _KEGG_TAXA.values()):
        return ""
    return f"{species_named(organism) if organism else 'another organism'} (KEGG code {found[1]})"


def same(first: Gene, second: Gene) -> bool:
    """Say whether two entries are one gene: by CURIE, or by symbol where a table lacks the HGNC number."""
    if first.curie == second.curie:
        return True
    numbered = first.curie.startswith("hgnc:") and second.curie.startswith("hgnc:")
    return (
        not numbered and bool(first.symbol) and (first.symbol, first.taxon) == (second.symbol, second.taxon)
    )


@lru_cache(maxsize=1 << 14)
def human_counterpart(animal: Gene) -> Gene | None:
    """Return the human gene that a gene is, or is an ortholog of.

    HGNC says so for mouse and rat; for zebrafish the symbol does, without the `a` or `b` of a duplicated
    gene, if it is the species' own: one in capitals is Ensembl's, of whichever human gene is most like it,
    and where humans have two (PGK1 and PGK2) it may be the other. Symbols of flies have too often another
    meaning.
    """
    if animal.taxon == HUMAN:
        return animal
    if animal.taxon == _FLY or (animal.taxon == _ZEBRAFISH and animal.symbol.isupper()):
        return None
    symbol = animal.symbol.upper()
    spellings = dict.fromkeys((symbol, _DUPLICATE.sub("", animal.symbol).upper()))
    found = [match.gene for text in spellings for match in genes_named(text, HUMAN)]
    tied = [one for one in found if animal.curie in one.orthologs]
    if tied:
        return tied[0]
    if animal.curie.startswith(("mgi:", "rgd:")):
        return None
    return next((one for one in found if one.symbol in spellings), None)


@lru_cache(maxsize=1 << 14)
def are_one(symbol: str, other: str) -> bool:
    """Say whether two symbols are one gene's: the same but for case, or both names of one human gene."""
    if symbol.casefold() == other.casefold():
        return True
    one, another = ({gene.curie for gene in _named_now(text)} for text in (symbol, other))
    return bool(one & another)


def _named_now(text: str) -> tuple[Gene, ...]:
    found = [match.gene for match in genes_named(text, HUMAN)]
    return tuple(
        new for gene in found for new in ((gene,) if gene.status == "approved" else successors(gene))
    )


def entity_of(found: Gene) -> str:
    """Return the CURIE that the entity layer uses for a gene: Ensembl's, else NCBI's, else its own."""
    for space in ("ensembl:", "ncbigene:"):
        for curie in found.identifiers:
            if curie.startswith(space):
                return curie
    return found.curie
