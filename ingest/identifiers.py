"""Identifiers as documents write them, and the CURIE that each of them is.

The prefixes are those of `ontology/bridge.ttl`. Nothing here judges whether an identifier denotes what the
document says; one that does not fit its id space's pattern stays a claim and is marked when it is mapped.
"""

import re
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
    "zfin": "zfin",
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

# The part of a web address that carries an identifier, and the space it belongs to.
_ADDRESSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (space, re.compile(pattern, re.IGNORECASE))
    for space, pattern in (
        ("ncbigene", r"ncbi\.nlm\.nih\.gov/(?:gene/|gene/?\?.*?(?:TermToSearch|list_uids)=)(\d+)"),
        ("ncbigene", r"ncbi\.nlm\.nih\.gov/sites/entrez\?.*?from_uid=(\d+)"),
        (
            "refseq",
            r"ncbi\.nlm\.nih\.gov/(?:entrez/viewer\.fcgi\?val=|nuccore/|protein/)([A-Z]{2}_\d+(?:\.\d+)?)",
        ),
        ("pubmed", r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)(\d+)"),
        (
            "pmc",
            r"(?:ncbi\.nlm\.nih\.gov/pmc/articles/|pmc\.ncbi\.nlm\.nih\.gov/articles/)(PMC\d+)",
        ),
        ("doi", r"(?:dx\.)?doi\.org/(10\..+)"),
        ("ensembl", r"ensembl\.org/.*?\b(?:q|g)=(ENS[A-Z]*G\d+(?:\.\d+)?)"),
        ("ensembl", r"ensembl\.org/id/(ENS[A-Z]*G\d+(?:\.\d+)?)"),
        ("omim", r"omim\.org/entry/(\d+)"),
        ("hgnc", r"genenames\.org/.*?hgnc_id/(?:HGNC:)?(\d+)"),
        ("uniprot", r"uniprot\.org/uniprot(?:kb)?/([A-Z0-9]+)"),
        ("kegg.genes", r"genome\.jp/dbget-bin/www_bget\?([a-z]{3,4}:\w+)"),
        ("mgi", r"informatics\.jax\.org/(?:marker|accession)/(?:MGI:)?(\d+)"),
        ("zfin", r"zfin\.org/(ZDB-GENE-\d+-\d+)"),
        ("xenbase", r"xenbase\.org/.*?geneId=(?:XB-GENE-)?(\d+)"),
        ("xenbase", r"xenbase\.org/.*?(XB-GENE-\d+)"),
        ("flybase", r"\b(FBgn\d{7})\b"),
        ("GO", r"\bGO[:_](\d{7})\b"),
        ("geisha", r"geisha\.arizona\.edu/geisha/search\.jsp\?gene=(\d+)"),
        ("dbsnp", r"ncbi\.nlm\.nih\.gov/(?:snp/|SNP/snp_ref\.cgi\?rs=)(?:rs)?(\d+)"),
    )
)

# The patterns take time that grows with the square of the length; no page's address is longer.
_MAX_ADDRESS = 2048

# "HGNC:", "MIM:", "MGI:", "ZFIN:", "NCBI:": a prefix repeated inside the code.
_REPEATED_PREFIX = re.compile(
    r"^(?:HGNC|O?MIM|MGI|ZFIN|GeneID|NCBI|PMID|UniProtKB|doi)\s*:\s*", re.IGNORECASE
)


def space_of(name: str) -> str | None:
    """Return the prefix of the id space that a document calls by this name, None if it is not known.

    >>> space_of("UniProtKB/Swiss-Prot ID"), space_of("NCBI Entrez Gene ID")
    ('uniprot', 'ncbigene')
    """
    plain = re.sub(r"\s+", " ", name.strip().strip("*:").casefold())
    return _SPACE_NAMES.get(re.sub(r"[ _-](?:id|ids|identifier|number|accession)$", "", plain))


def curie(space: str, code: str) -> str:
    """Return the CURIE of a code in an id space, in the one spelling that the graph uses.

    >>> curie("hgnc", "HGNC:398"), curie("mgi", "MGI:87990"), curie("pmc", "1224682"), curie("dbsnp", "12345")
    ('hgnc:398', 'mgi:87990', 'pmc:PMC1224682', 'dbsnp:rs12345')
    """
    text = _REPEATED_PREFIX.sub("", code.strip())
    match space:
        case "doi":
            text = unquote(text).lower().rstrip(".,;")
        case "pmc":
            text = f"PMC{text.upper().removeprefix('PMC')}"
        case "dbsnp":
            text = f"rs{text.lower().removeprefix('rs')}"
        case "xenbase":
            text = f"XB-GENE-{text.upper().removeprefix('XB-GENE-')}"
        case "uniprot" | "pdb" | "refseq" | "ensembl":
            text = text.upper()
    return f"{space}:{text}"


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
