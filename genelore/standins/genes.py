"""The genes that the stand-ins know, as the reference has them."""

from dataclasses import dataclass

from ontology import reference

HUMAN = ("ALAS1", "ALAS2", "BMX", "HADHA", "ABCB7", "FECH", "GATA1")
MOUSE = ("mgi:87989", "mgi:87990")
ZEBRAFISH = ("ensembl:ENSDARG00000021059",)
# GENCODE 48; of ALAS2 the version that UniProt gives. The tables hold identifiers without versions.
VERSIONS = {
    "ENSG00000023330": 15,
    "ENSG00000158578": 22,
    "ENSG00000102010": 15,
    "ENSG00000084754": 12,
    "ENSG00000131269": 19,
    "ENSG00000066926": 13,
    "ENSG00000102145": 16,
}


@dataclass(frozen=True, slots=True)
class KnownGene:
    """A gene with one identifier of each kind, empty where the reference has none."""

    symbol: str
    name: str
    taxon: str
    ensembl: str
    ncbi: str
    uniprot: str
    hgnc: str
    omim: str
    entry: reference.Gene

    @property
    def versioned(self) -> str:
        """Its Ensembl identifier with the version of its sequence."""
        version = VERSIONS.get(self.ensembl)
        return f"{self.ensembl}.{version}" if version else self.ensembl


def human() -> tuple[KnownGene, ...]:
    """Return the human genes."""
    return tuple(_known(_of_symbol(symbol)) for symbol in HUMAN)


def mouse() -> tuple[KnownGene, ...]:
    """Return the mouse genes."""
    return tuple(_known(found) for curie in MOUSE if (found := reference.gene(curie)))


def zebrafish() -> tuple[KnownGene, ...]:
    """Return the zebrafish genes."""
    return tuple(_known(found) for curie in ZEBRAFISH if (found := reference.gene(curie)))


def species(taxon: str) -> str:
    """Return the scientific name of a species by its NCBI number.

    >>> species("9031")
    'Gallus gallus'
    """
    found = reference.term(f"NCBITaxon:{taxon}")
    return found.label if found else ""


def _of_symbol(symbol: str) -> reference.Gene:
    matches = reference.genes_named(symbol, taxon="NCBITaxon:9606")
    return next(match.gene for match in matches if match.gene.symbol == symbol)


def _known(gene: reference.Gene) -> KnownGene:
    codes = {curie.partition(":")[0]: curie.partition(":")[2] for curie in gene.identifiers}
    return KnownGene(
        symbol=gene.symbol,
        name=gene.name,
        taxon=gene.taxon.partition(":")[2],
        ensembl=codes.get("ensembl", ""),
        ncbi=codes.get("ncbigene", ""),
        uniprot=codes.get("uniprot", ""),
        hgnc=codes.get("hgnc", ""),
        omim=codes.get("omim", ""),
        entry=gene,
    )
