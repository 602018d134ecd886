"""Where things are shown: every IRI that has a page of its own leads to it."""

from urllib.parse import quote

from genelore.endpoint.site import Site
from ontology import bridge
from ontology.reference import genes_identified
from ontology.terms import GL

# Databases whose records are of genes; an OMIM number may be of a gene or of a disease.
GENE_SPACES = frozenset(
    {"ensembl", "ncbigene", "hgnc", "mgi", "rgd", "zfin", "flybase", "xenbase", "cgnc", "kegg.genes"}
)
_NEVER_IN_AN_ADDRESS = frozenset('"<>\\^`{|}\n\r\t')
_IN_A_PATH = ":/@!$&'()*+,;=-._~"


def address(site: Site, iri: str) -> str:
    """Return the address of the page of an IRI, from the root; empty for what cannot be an address.

    >>> from pathlib import Path
    >>> site = Site(Path("store"), Path("store/generations/1"))
    >>> address(site, "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578")
    '/gene/ensembl:ENSG00000158578'
    >>> address(site, "http://purl.obolibrary.org/obo/GO_0003870"), address(site, "javascript:alert(1)")
    ('/term/GO:0003870', '')
    """
    if iri.startswith(GL):
        return f"/ontology#{quote(iri.removeprefix(GL))}"
    if iri.startswith(site.base):
        return quote(site.address(iri), safe=f"{_IN_A_PATH}#%")
    curie = bridge.curie(iri)
    if curie:
        return f"/{'gene' if is_gene(curie) else 'term'}/{quote(curie, safe=_IN_A_PATH)}"
    return f"/resolve?iri={quote(iri, safe='')}" if outward(iri) else ""


def is_gene(curie: str) -> bool:
    """Say whether a CURIE is of a gene.

    >>> is_gene("omim:301300"), is_gene("omim:300751")
    (True, False)
    """
    prefix = curie.partition(":")[0]
    return prefix in GENE_SPACES or (prefix == "omim" and bool(genes_identified(curie)))


def outward(text: str) -> str:
    """Return a text as the target of a link if it is a web address, else nothing; blanks in it are encoded.

    >>> outward("https://example.org/a b.jpg"), outward("javascript:alert(1)")
    ('https://example.org/a%20b.jpg', '')
    """
    encoded = text.replace(" ", "%20")
    is_address = encoded.startswith(("https://", "http://")) and not set(encoded) & _NEVER_IN_AN_ADDRESS
    return encoded if is_address else ""


def place(site: Site, document: str, lines: str = "") -> str:
    """Return where a document is shown, at its first line of a range such as `17-19`."""
    return site.address(document) + (f"#L{lines.partition('-')[0]}" if lines else "")
