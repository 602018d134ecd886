"""The values of a gene as the reference has it."""

from dataclasses import dataclass

from ontology.reference.manifest import Row


@dataclass(frozen=True, slots=True)
class Location:
    """A gene's place on an assembly: 1-based, closed; `annotation_release` says whose gene model it is."""

    assembly: str
    chromosome: str
    begin: int
    end: int
    strand: str
    annotation_release: str


@dataclass(frozen=True, slots=True)
class Gene:
    """One gene as the tables have it, put together from all rows in `rows`.

    `curie` is its HGNC entry, for human genes without one its NCBI number, else its entry in MGI, RGD or
    Ensembl. `identifiers` are the CURIEs that denote it, `curie` and its OMIM gene entry among them (RefSeq
    accessions are not listed; `gene` finds them). `orthologs` are mgi: and rgd: CURIEs. `successors` of a
    withdrawn entry take its place. `gene_type` is Ensembl's, else NCBI's. `disorders` are OMIM phenotypes
    that NCBI ties to it.
    """

    curie: str
    taxon: str
    symbol: str
    rows: tuple[Row, ...]
    identifiers: tuple[str, ...]
    name: str = ""
    status: str = "approved"
    successors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    alias_names: tuple[str, ...] = ()
    previous_names: tuple[str, ...] = ()
    orthologs: tuple[str, ...] = ()
    disorders: tuple[str, ...] = ()
    enzymes: tuple[str, ...] = ()
    cytobands: tuple[str, ...] = ()
    gene_type: str = ""
    locus_type: str = ""
    location: Location | None = None
