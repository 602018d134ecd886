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


def titled(word: str, shown: str) -> str:
    """Return an identifier behind a word for what it is, without naming its database twice.

    >>> titled("OMIM number", "OMIM 301300"), titled("HGNC number", "HGNC:398")
    ('OMIM number 301300', 'HGNC number HGNC:398')
    """
    for before in _BEFORE.values():
        if before.endswith(" ") and shown.startswith(before) and word.startswith(before):
            return f"{word} {shown.removeprefix(before)}"
    return f"{word} {shown}"


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


# As many words must reasons have in common before these are said once.
_IN_COMMON = 3
# "PubMed 8917423": the words of what a reason is about.
_A_NAME = 2


def merged(reasons: Sequence[str]) -> list[str]:
    """Return reasons that begin or end alike as one, which says once what they have in common.

    >>> merged(["UniProt P1 has Arg at 98, not Gly", "UniProt P1 has Lys at 70, not Tyr"])
    ['UniProt P1 has Arg at 98, not Gly; Lys at 70, not Tyr']
    >>> merged(["PubMed 1 is not of the gene", "PubMed 2 is not of the gene"])
    ['of PubMed 1 and PubMed 2 each is not of the gene']
    """
    split = [reason.split() for reason in reasons]
    begin, end = _alike(split), _alike([words[::-1] for words in split])
    if len(reasons) > 1 and end >= _IN_COMMON and max(map(len, split)) - end <= _A_NAME:
        tail = " ".join(split[0][-end:])
        return [f"of {listed((' '.join(words[:-end]) for words in split), len(split))} each {tail}"]
    if len(reasons) > 1 and begin >= _IN_COMMON:
        rests = "; ".join(" ".join(words[begin:]) for words in split)
        return [f"{' '.join(split[0][:begin])} {rests}"]
    return list(reasons)


def _alike(split: Sequence[Sequence[str]]) -> int:
    """Return how many words all begin with, of the shortest at most all but one."""
    most = min(map(len, split), default=1) - 1
    return next((at for at in range(most) if len({words[at] for words in split}) > 1), most)
