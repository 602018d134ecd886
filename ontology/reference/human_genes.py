"""Human genes, put together from HGNC, NCBI and Ensembl."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ontology.reference.fields import Fields, curies, value, values
from ontology.reference.gene import Gene
from ontology.reference.gene_models import location, rows
from ontology.reference.tables import table

TAXON = "NCBITaxon:9606"
_STATUS = {"": "approved", "S": "symbol withdrawn", "E": "entry withdrawn"}
# NCBI's usual type, which its table leaves out.
_PROTEIN_CODING = "protein-coding"


def approved(number: str) -> Iterator[Gene]:
    """Give the gene of an HGNC number, withdrawn or not."""
    found = _approved(number)
    if found:
        yield found


@lru_cache(maxsize=1 << 12)
def _approved(number: str) -> Gene | None:
    row = table("hgnc").row(number)
    if not row:
        return None
    named = _with_ncbi(_named(row), _first("ncbi_gene", values(row, 7)))
    return _with_model(named, _first("ensembl.9606", values(row, 8)))


def _named(row: Fields) -> Gene:
    """Return what HGNC says alone."""
    spaces = ((7, "ncbigene"), (8, "ensembl"), (9, "uniprot"))
    return Gene(
        curie=f"hgnc:{row[0]}",
        taxon=TAXON,
        symbol=row[1],
        rows=rows(("hgnc", row)),
        identifiers=(f"hgnc:{row[0]}", *(found for spot in spaces for found in curies(row, *spot))),
        name=value(row, 2),
        status=_STATUS.get(value(row, 3), value(row, 3)),
        successors=curies(row, 4, "hgnc"),
        aliases=values(row, 5),
        previous=values(row, 6),
        alias_names=values(row, 14),
        previous_names=values(row, 15),
        orthologs=(*curies(row, 10, "mgi"), *curies(row, 11, "rgd")),
        enzymes=values(row, 13),
        locus_type=value(row, 12),
    )


def _with_ncbi(gene: Gene, ncbi: Fields | None) -> Gene:
    if not ncbi:
        return gene
    entries, disorders = _omim(ncbi)
    aliases = {*gene.aliases, *values(ncbi, 6), *values(ncbi, 1)} - {gene.symbol, *gene.previous}
    return replace(
        gene,
        rows=(*gene.rows, *rows(("ncbi_gene", ncbi))),
        identifiers=(*gene.identifiers, *entries),
        aliases=tuple(sorted(aliases)),
        alias_names=(*gene.alias_names, *values(ncbi, 2)),
        disorders=disorders,
        cytobands=values(ncbi, 4),
        gene_type=_ncbi_type(ncbi),
    )


def _with_model(gene: Gene, model: Fields | None) -> Gene:
    if not model:
        return gene
    cited = (*gene.rows, *rows(("ensembl.9606", model)))
    kind = value(model, 2) or gene.gene_type
    return replace(gene, rows=cited, gene_type=kind, location=location("9606", model))


def of_ncbi(number: str) -> Iterator[Gene]:
    """Give the gene of an NCBI number: as HGNC has it, else as NCBI has it."""
    entries = table("gene_identifiers").rows(f"ncbigene:{number}")
    for entry in entries:
        yield from approved(entry[1])
    row = table("ncbi_gene").row(number)
    if row and not entries:
        genes, disorders = _omim(row)
        yield Gene(
            curie=f"ncbigene:{number}",
            taxon=TAXON,
            symbol=value(row, 1),
            rows=rows(("ncbi_gene", row)),
            identifiers=(f"ncbigene:{number}", *genes),
            name=value(row, 2),
            aliases=values(row, 6),
            disorders=disorders,
            cytobands=values(row, 4),
            gene_type=_ncbi_type(row),
        )


def of_identifier(curie: str) -> Iterator[Gene]:
    """Give the genes that HGNC ties to an Ensembl gene or a UniProt entry."""
    for entry in table("gene_identifiers").rows(curie):
        yield from approved(entry[1])


def of_refseq(accession: str) -> Iterator[Gene]:
    """Give the genes of a transcript or protein, its version left out."""
    for row in table("refseq").rows(accession.partition(".")[0]):
        yield from of_ncbi(row[1])


def of_omim(number: str) -> Iterator[Gene]:
    """Give the genes of an OMIM gene entry; the number of a phenotype gives none."""
    row = table("omim").row(number)
    if row and row[1] == "gene":
        for code in values(row, 2):
            yield from of_ncbi(code)


def _first(name: str, codes: tuple[str, ...]) -> Fields | None:
    return next((row for code in codes if (row := table(name).row(code))), None)


def _ncbi_type(row: Fields | None) -> str:
    return value(row, 3) or (_PROTEIN_CODING if row else "")


def _omim(ncbi: Fields | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the OMIM gene entries of an NCBI gene, and its phenotypes."""
    kinds = [(f"omim:{number}", value(table("omim").row(number), 1)) for number in values(ncbi, 5)]
    genes = tuple(number for number, kind in kinds if kind == "gene")
    return genes, tuple(number for number, kind in kinds if kind == "phenotype")
