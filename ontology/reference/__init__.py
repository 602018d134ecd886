"""The authority tables, and what they say of genes, terms, diseases and variants.

Every answer carries the row that it rests on: table, version of the data, key.
"""

from ontology.reference.annotations import (
    Annotation,
    Publications,
    SharedPaper,
    annotations,
    publications,
    shared_paper,
)
from ontology.reference.diseases import (
    DiseaseAnnotation,
    OmimEntry,
    disease_of_omim,
    diseases_of_gene,
    inheritance,
    omim_entry,
    omim_of_mondo,
    phenotypes,
)
from ontology.reference.gene import Gene, Location
from ontology.reference.genes import GeneMatch, begins_gene_name, gene, genes_identified, genes_named
from ontology.reference.hierarchy import ancestors, descendants
from ontology.reference.manifest import DataSource, Row, TableEntry, check, manifest
from ontology.reference.proteins import Proteins, read_proteins
from ontology.reference.terms import (
    VOCABULARIES,
    Name,
    Term,
    TermMatch,
    begins_term,
    names_term,
    term,
    terms_labelled,
)
from ontology.reference.variants import Residue, Variant, proteins_of_dbsnp, residue, variants
from ontology.reference.words import normalised

__all__ = [
    "VOCABULARIES",
    "Annotation",
    "DataSource",
    "DiseaseAnnotation",
    "Gene",
    "GeneMatch",
    "Location",
    "Name",
    "OmimEntry",
    "Proteins",
    "Publications",
    "Residue",
    "Row",
    "SharedPaper",
    "TableEntry",
    "Term",
    "TermMatch",
    "Variant",
    "ancestors",
    "annotations",
    "begins_gene_name",
    "begins_term",
    "check",
    "descendants",
    "disease_of_omim",
    "diseases_of_gene",
    "gene",
    "genes_identified",
    "genes_named",
    "inheritance",
    "manifest",
    "names_term",
    "normalised",
    "omim_entry",
    "omim_of_mondo",
    "phenotypes",
    "proteins_of_dbsnp",
    "publications",
    "read_proteins",
    "residue",
    "shared_paper",
    "term",
    "terms_labelled",
    "variants",
]
