"""External links of a ChickyBase page: a label and an address, or a label and a note."""

from collections.abc import Iterator

from ingest.document import Span
from ingest.identifiers import from_address
from ingest.record import Fact
from ingest.sources import _chickybase_species as species_names
from ingest.sources._chickybase_orthologs import Identifier, Ortholog
from ingest.sources._chickybase_orthologs import facts as ortholog_facts
from ingest.sources._chickybase_species import folded
from ingest.yaml_node import Scalar

# A link's label, and its address or note.
Link = tuple[Scalar, Scalar]

_ASPECTS: dict[str, str] = {
    "molecular function": "enables",
    "biological process": "involved_in",
    "cellular component": "located_in",
}
_NOTES: dict[str, str] = {"copyright": "license_note", "comments": "comment"}
# The label of an atlas that shows the genes of one species.
_ATLASES: dict[str, str] = {"bdgp": "fruit fly"}
_PUBLICATIONS = ("pubmed:", "doi:", "pmc:")
# RefSeq accessions of whole chromosomes and contigs: an address of one shows where the gene lies, no more.
_ASSEMBLED = ("refseq:NC_", "refseq:NT_", "refseq:NW_", "refseq:AC_")


def facts(links: tuple[Link, ...]) -> Iterator[Fact]:
    """Say of each link what its label and address mean; publications are counted from 1."""
    publications = 0
    for label, value in links:
        identifier = from_address(value.text) if _is_address(value.text) else None
        if identifier and identifier.startswith(_PUBLICATIONS):
            publications += 1
            part = f"publication:{publications}"
            yield Fact("gene", "citation", identifier, value.span, part=part)
        elif identifier is None or identifier.startswith(_ASSEMBLED):
            yield from _unidentified(label, value)
        else:
            yield from _identified(label, Identifier(identifier, value, written(identifier, value)))


def _identified(label: Scalar, identifier: Identifier) -> Iterator[Fact]:
    name = folded(label.text).casefold()
    species = _ATLASES.get(name, name)
    if species_names.is_species(species):
        is_gene = identifier.curie.startswith("ncbigene:")
        genes, others = ((identifier,), ()) if is_gene else ((), (identifier,))
        row = Ortholog(Scalar(species, label.span), genes, others)
        yield from (fact for fact in ortholog_facts(row) if fact.property != "taxon")
        return
    is_term = identifier.curie.startswith("GO:")
    meaning = _ASPECTS.get(name, "external_link") if is_term else "xref"
    value = folded(identifier.value.text) if meaning == "external_link" else identifier.curie
    yield Fact("gene", meaning, value, identifier.value.span, written=identifier.written)


def _unidentified(label: Scalar, value: Scalar) -> Iterator[Fact]:
    name, text = folded(label.text), folded(value.text)
    if name.casefold() in _NOTES:
        yield Fact("document", _NOTES[name.casefold()], text, value.span)
    elif not _is_address(text) and " " in text:
        whole = Span(label.span.start, value.span.end)
        yield Fact("document", "comment", f"{name}: {text}", whole)
    elif not text.endswith("#"):
        # An address that ends in "#" was a button of the page it was copied from, and leads nowhere.
        yield Fact("gene", "external_link", text, value.span)


def written(identifier: str, value: Scalar) -> str:
    """Return an identifier's code if the address spells it so, else nothing.

    >>> written("kegg.genes:gga:1", Scalar("http://www.genome.jp/dbget-bin/www_bget?gga:1", Span(0, 45)))
    'gga:1'
    """
    code = identifier.partition(":")[2]
    return code if code in value.text else ""


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))
