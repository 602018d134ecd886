"""How identifiers, genes, documents and lists are written in the sentences of the audit."""

from collections.abc import Iterable, Sequence

from ontology.reference import Gene

# What stands before the code of an id space; spaces that are not here are written as CURIEs.
_BEFORE = {
    "ensembl": "",
    "refseq": "",
    "flybase": "",
    "dbsnp": "",
    "zfin": "",
    "hgnc": "HGNC:",
    "mgi": "MGI:",
    "ncbigene": "NCBI Gene ",
    "omim": "OMIM ",
    "uniprot": "UniProt ",
    "pubmed": "PubMed ",
    "kegg.genes": "KEGG ",
}
_TAXA = {
    "NCBITaxon:9606": "human",
    "NCBITaxon:9031": "chicken",
    "NCBITaxon:10090": "mouse",
    "NCBITaxon:10116": "rat",
    "NCBITaxon:7955": "zebrafish",
    "NCBITaxon:7227": "fly",
    "NCBITaxon:6239": "worm",
    "NCBITaxon:8355": "African clawed frog",
    "NCBITaxon:8364": "western clawed frog",
    "NCBITaxon:8839": "duck",
    "NCBITaxon:9103": "turkey",
    "NCBITaxon:59729": "zebra finch",
    "NCBITaxon:93934": "Japanese quail",
}


def written(curie: str) -> str:
    """Return an identifier as its database writes it.

    >>> written("hgnc:398"), written("ncbigene:212"), written("ensembl:ENSG00000102010")
    ('HGNC:398', 'NCBI Gene 212', 'ENSG00000102010')
    """
    space, _, code = curie.partition(":")
    return _BEFORE[space] + code if space in _BEFORE else curie


def called(gene: Gene) -> str:
    """Return a gene's symbol, its name if it has one, and its species if that is not human."""
    species = "" if gene.taxon == "NCBITaxon:9606" else f"{species_named(gene.taxon)} "
    return (
        f"{species}{gene.symbol}, {gene.name}"
        if gene.name
        else f"{species}{gene.symbol or 'a gene without a symbol'}"
    )


def species_named(taxon: str) -> str:
    """Return the English name of a species, its CURIE where there is none."""
    return _TAXA.get(taxon, taxon)


def listed(items: Iterable[str], most: int = 3) -> str:
    """Return the items as English lists them, those beyond the first ones as a number.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c", "d", "e"])
    ('a', 'a and b', 'a, b, c and 2 more')
    """
    found = tuple(dict.fromkeys(items))
    shown = [*found[:most], f"{len(found) - most} more"] if len(found) > most + 1 else list(found)
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def plural(count: int, word: str) -> str:
    """Return a number with its word.

    >>> plural(1, "claim"), plural(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def agreed(items: Sequence[object], one: str, several: str) -> str:
    """Return the verb's form for one item or several.

    >>> agreed(["a"], "says", "say"), agreed(["a", "b"], "says", "say")
    ('says', 'say')
    """
    return one if len(items) == 1 else several
