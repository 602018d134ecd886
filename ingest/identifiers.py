"""Identifiers as documents write them, and the CURIE that each of them is.

The prefixes are those of `ontology/bridge.ttl`. Nothing here judges whether an identifier denotes what the
document says; one that does not fit its id space's pattern stays a claim and is marked when it is mapped.
"""

import re
from collections.abc import Callable
from urllib.parse import unquote

# "HGNC: 398", "MIM:125290", "GeneID 212", "UniProtKB/Swiss-Prot ID: P22557": names of id spaces.
_SPACE_NAMES: dict[str, str] = {
    "hgnc": "hgnc",
    "ncbi entrez": "ncbigene",
    "ncbi gene": "ncbigene",
    "ncbi entrez gene": "ncbigene",
    "ncbi": "ncbigene",
    "ncbigene": "ncbigene",
    "entrez": "ncbigene",
    "entrez gene": "ncbigene",
    "gene": "ncbigene",
    "geneid": "ncbigene",
    "ensembl": "ensembl",
    "ensembl gene": "ensembl",
    "omim": "omim",
    "mim": "omim",
    "uniprot": "uniprot",
    "uniprotkb": "uniprot",
    "uniprotkb/swiss-prot": "uniprot",
    "uniprot/swiss-prot": "uniprot",
    "swiss-prot": "uniprot",
    "swissprot": "uniprot",
    "mgi": "mgi",
    "rgd": "rgd",
    "zfin": "zfin",
    "xenbase": "xenbase",
    "flybase": "flybase",
    "cgnc": "cgnc",
    "kegg": "kegg.genes",
    "taxon": "NCBITaxon",
    "ncbitaxon": "NCBITaxon",
    "go": "GO",
    "hp": "HP",
    "mondo": "MONDO",
    "uberon": "UBERON",
    "cl": "CL",
    "homologene": "homologene",
    "genecards": "genecards",
    "refseq": "refseq",
    "pdb": "pdb",
    "dbsnp": "dbsnp",
    "pmid": "pubmed",
    "pubmed": "pubmed",
    "pmc": "pmc",
    "pmcid": "pmc",
    "doi": "doi",
}

# "omim.org/entry/301300": the part of a web address that carries an identifier, and the space it belongs to.
_ADDRESSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (space, re.compile(pattern, re.IGNORECASE))
    for space, pattern in (
        ("ncbigene", r"ncbi\.nlm\.nih\.gov/(?:gene/|gene/?\?.*?(?:TermToSearch|list_uids|term)=)(\d+)"),
        ("ncbigene", r"ncbi\.nlm\.nih\.gov/sites/entrez\?.*?from_uid=(\d+)"),
        ("ncbigene", r"ncbi\.nlm\.nih\.gov/entrez/query\.fcgi\?(?=.*\bdb=gene\b).*?list_uids=(\d+)"),
        ("pubmed", r"ncbi\.nlm\.nih\.gov/entrez/query\.fcgi\?(?=.*\bdb=pubmed\b).*?list_uids=(\d+)"),
        (
            "refseq",
            r"ncbi\.nlm\.nih\.gov/(?:entrez/viewer\.fcgi\?val=|nuccore/|protein/)([A-Z]{2}_\d+(?:\.\d+)?)",
        ),
        ("pubmed", r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/?(?:\?term=)?)(\d+)"),
        ("pubmed", r"europepmc\.org/(?:article|abstract)/MED/(\d+)"),
        (
            "pmc",
            r"(?:ncbi\.nlm\.nih\.gov/pmc/articles/|pmc\.ncbi\.nlm\.nih\.gov/articles/)((?:PMC)?\d+)",
        ),
        ("doi", r"(?:dx\.)?doi\.org/(10\..+)"),
        ("ensembl", r"ensembl\.org/.*?\b(?:q|g)=(ENS[A-Z]*G\d+(?:\.\d+)?)"),
        (
            "ensembl",
            r"(?:ensembl\.org/id|identifiers\.org/ensembl|rdf\.ebi\.ac\.uk/resource/ensembl)/(ENS[A-Z]*G\d+(?:\.\d+)?)",
        ),
        ("omim", r"\bomim\.org/(?:entry/)?(\d+)"),
        ("omim", r"ncbi\.nlm\.nih\.gov/(?:omim/|entrez/dispomim\.cgi\?id=)(\d+)"),
        ("hgnc", r"genenames\.org/.*?hgnc_id[/=](?:HGNC:)?(\d+)"),
        ("uniprot", r"uniprot\.org/uniprot(?:kb)?/([A-Z0-9]+)"),
        ("kegg.genes", r"(?:genome|kegg)\.jp/(?:dbget-bin/www_bget\?|entry/)([a-z]{3,4}[:+]\w+)"),
        ("mgi", r"informatics\.jax\.org/(?:marker|accession)/(?:MGI:)?(\d+)"),
        ("mgi", r"informatics\.jax\.org/.*?[?&]id=MGI:(\d+)"),
        ("rgd", r"rgd\.mcw\.edu/rgdweb/report/gene/main\.html\?id=(\d+)"),
        ("zfin", r"zfin\.org/(?:.*?[/=])?(ZDB-GENE-\d+-\d+)"),
        ("xenbase", r"xenbase\.org/.*?geneId=(?:XB-GENE-)?(\d+)"),
        ("xenbase", r"xenbase\.org/.*?(XB-GENE(?:PAGE)?-\d+)"),
        ("flybase", r"\b(FBgn\d{7})\b"),
        ("GO", r"\bGO[:_](\d{7})\b"),
        ("geisha", r"geisha\.arizona\.edu/geisha/search\.jsp\?gene=(\d+)"),
        ("dbsnp", r"ncbi\.nlm\.nih\.gov/(?:snp/|(?:projects/)?SNP/snp_ref\.cgi\?rs=)(?:rs)?(\d+)"),
    )
)

# The patterns take time that grows with the square of the length; no page's address is longer.
_MAX_ADDRESS = 2048

# "HGNC:398", "MIM#301300", "Gene ID: 212", "GO_0006783": the name of an id space, written before a code.
_NAME_BEFORE = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z/ -]*?)(?:[ _-](?:IDs?|number|accession))?\s*[:#_ ]\s*(?=[\w/])", re.IGNORECASE
)
# "LOC451325": the symbol that NCBI makes of a gene's number.
_LOCUS = re.compile(r"^LOC(?=\d+$)", re.IGNORECASE)
# "https://doi.org/", "http://dx.doi.org/": what an address has before the DOI.
_ADDRESS_OF_DOI = re.compile(r"^https?://(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
# "  " in "Gene  ID": white space, however much.
_WHITE_SPACE = re.compile(r"\s+")
# "hgnc id", "uniprot accession number": what the name of an id space may end with.
_WORDS_FOR_CODES = re.compile(r"(?:[ _-](?:id|ids|identifier|number|accession))+$")
# "*301300", "#300751": how OMIM marks genes and phenotypes.
_OMIM_MARK = re.compile(r"^[*#%+^]\s*(?=\d)")
# "sp|P22557|HEM0_HUMAN": the header of a UniProt sequence.
_UNIPROT_HEADER = re.compile(r"^(?:sp|tr)\|([A-Z0-9]+)(?:\|.*)?$", re.IGNORECASE)


def space_of(name: str) -> str | None:
    """Return the prefix of the id space that a document calls by this name, None if it is not known.

    >>> space_of("UniProtKB/Swiss-Prot ID"), space_of("NCBI Entrez Gene ID")
    ('uniprot', 'ncbigene')
    """
    plain = _WHITE_SPACE.sub(" ", name.strip().strip("*:").casefold())
    return _SPACE_NAMES.get(_WORDS_FOR_CODES.sub("", plain))


def curie(space: str, code: str) -> str:
    """Return the CURIE of a code in an id space, in the one spelling that the graph uses.

    >>> curie("hgnc", "HGNC:398"), curie("mgi", "MGI:87990"), curie("pmc", "1224682"), curie("dbsnp", "12345")
    ('hgnc:398', 'mgi:87990', 'pmc:PMC1224682', 'dbsnp:rs12345')
    """
    text = _bare(space, code.strip())
    return f"{space}:{_SPELT[space](text) if space in _SPELT else text}"


def _doi(text: str) -> str:
    return unquote(_ADDRESS_OF_DOI.sub("", text)).lower().rstrip(".,;")


def _xenbase(text: str) -> str:
    return text.upper() if text[:7].upper() == "XB-GENE" else f"XB-GENE-{text}"


def _flybase(text: str) -> str:
    return f"FBgn{text[4:]}" if text[:4].lower() == "fbgn" else text


# How the codes of an id space are written, where documents write them in several ways.
_SPELT: dict[str, Callable[[str], str]] = {
    "dbsnp": lambda text: f"rs{text.lower().removeprefix('rs')}",
    "doi": _doi,
    "ensembl": str.upper,
    "flybase": _flybase,
    "kegg.genes": lambda text: text.replace("+", ":"),
    "ncbigene": lambda text: _LOCUS.sub("", text),
    "omim": lambda text: _OMIM_MARK.sub("", text),
    "pdb": str.upper,
    "pmc": lambda text: f"PMC{text.upper().removeprefix('PMC')}",
    "refseq": str.upper,
    "uniprot": lambda text: _UNIPROT_HEADER.sub(r"\1", text).upper(),
    "xenbase": _xenbase,
    "zfin": lambda text: text.upper() if text[:4].upper() == "ZDB-" else text,
}


def _bare(space: str, code: str) -> str:
    """Return a code without the names of its own id space before it, however often they stand there."""
    match = _NAME_BEFORE.match(code)
    while match and space in {space_of(match["name"]), match["name"]}:
        code = code[match.end() :]
        match = _NAME_BEFORE.match(code)
    return code


def from_address(address: str) -> str | None:
    """Return the CURIE that a web address carries, None if it carries none that is known.

    >>> from_address("http://www.genome.jp/dbget-bin/www_bget?gga:552895")
    'kegg.genes:gga:552895'
    """
    if len(address) > _MAX_ADDRESS:
        return None
    for space, pattern in _ADDRESSES:
        match = pattern.search(address)
        if match:
            return curie(space, match[1])
    return None
