"""How each property of a fact is said in RDF: its predicate, and what kind of value it takes."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from pyoxigraph import NamedNode

from ontology.terms import gl


class Form(Enum):
    """What the object of a claim is made of."""

    TEXT = auto()  # a plain string
    TERM = auto()  # the IRI of the term or CURIE, else a plain string
    XREF = auto()  # the IRI of a CURIE, with the predicate of its id space
    ADDRESS = auto()  # an http or https address as IRI, else a plain string
    DATE = auto()  # xsd:date, xsd:gYearMonth or xsd:gYear by its shape, else a plain string
    COUNT = auto()  # xsd:integer, else a plain string
    PART = auto()  # the node of the part of the record that the fact stands for


def _declared(form: Form, **predicates: str) -> dict[str, tuple[NamedNode, Form]]:
    return {name: (gl(predicate), form) for name, predicate in predicates.items()}


PROPERTIES: Mapping[str, tuple[NamedNode, Form]] = MappingProxyType(
    _declared(
        Form.TEXT,
        absent="absent",
        alias="alias",
        annotation_release="annotationRelease",
        assembly="assembly",
        author="author",
        caption="caption",
        category="category",
        chromosome="chromosome",
        comment="documentComment",
        contributor="contributor",
        cytoband="cytoband",
        encodes="encodes",
        forward_primer="forwardPrimer",
        generated_by="generatedBy",
        image_symbol="imageSymbol",
        journal="journal",
        license_note="licenseNote",
        name="geneName",
        origin="variantOrigin",
        ortholog_phenotype="orthologPhenotype",
        reverse_primer="reversePrimer",
        revision="revision",
        source="observationSource",
        source_kind="sourceKind",
        symbol="symbol",
        tag="tag",
        title="title",
        variant_count="variantCount",
    )
    | _declared(
        Form.TERM,
        disease="disease",
        enables="enables",
        expressed_in="expressedIn",
        expressed_only_in="expressedOnlyIn",
        gene_type="geneType",
        inheritance="inheritance",
        involved_in="involvedIn",
        located_in="locatedIn",
        ortholog="ortholog",
        phenotype="phenotype",
        stage="stage",
        subclass_of="diseaseSubclassOf",
        taxon="taxon",
        treatment="treatment",
        variant_type="variantType",
    )
    | _declared(
        Form.ADDRESS,
        canonical_url="canonicalUrl",
        external_link="externalLink",
        image="image",
        license="license",
        source_url="sourceUrl",
        thumbnail="thumbnail",
    )
    | _declared(Form.DATE, date="publicationDate", issued="issued", modified="modified", reviewed="reviewed")
    | _declared(Form.COUNT, template_length="templateLength")
    | _declared(Form.PART, citation="citation", location="location", variant="variant")
    | _declared(Form.XREF, xref="xref")
)
