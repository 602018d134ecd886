"""A document as its claims are judged: what it holds, what its records denote, and what may be asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from genelore.audit.denotation import HUMAN, are_one
from genelore.audit.links import links
from genelore.audit.model import Link, Standing
from genelore.audit.outside import NOTHING, Outside
from genelore.audit.reading import Claim, Reading
from genelore.audit.term_names import lists_of_labels
from genelore.audit.votes import taxon_of
from ontology import bridge
from ontology.reference import Gene, Proteins, gene
from ontology.terms import GL, LABEL


@dataclass(frozen=True, slots=True)
class Case:
    """One reading with its links, by part, and what else is known: sequences, and answers of endpoints.

    `symbol` is the symbol that the record claims, empty if it claims none; `lists` are the lines on which the
    document lists labels of GO.
    """

    reading: Reading
    links: Mapping[str, Link]
    symbol: str
    lists: frozenset[str]
    proteins: Proteins | None = None
    outside: Outside = NOTHING

    def link(self, claim: Claim) -> Link:
        """Return the link of the record that a claim is said of: an ortholog's, or the gene's."""
        return self.links.get(claim.part, self.links["gene"])

    def gene(self, part: str = "gene") -> Gene | None:
        """Return the gene that a part is accepted to denote in its own species, None if there is none."""
        link = self.links.get(part)
        if not link or link.standing is not Standing.ACCEPTED:
            return None
        found = gene(link.gene)
        return found if found and self.taxon(part) in {found.taxon, ""} else None

    def taxon(self, part: str = "gene") -> str:
        """Return the species that a part says it is of."""
        return taxon_of(self.reading, part)

    @property
    def is_human(self) -> bool:
        """Whether the record is of a human gene, as far as it says."""
        return self.taxon() == HUMAN

    def is_own_symbol(self, text: str) -> bool:
        """Say whether a symbol is the record's: itself, another of its gene, or `LOC` with its number."""
        numbers = {claim.curie.replace("ncbigene:", "LOC") for claim in self.reading.of("gene", "ncbiGene")}
        return text.upper() in numbers or are_one(self.symbol, text)

    def label(self, node: str) -> str:
        """Return the label of a part's node: a variant's HGVS text, a disease's name."""
        return next(iter(self.reading.nodes.get(node, {}).get(LABEL.value, ())), "")

    def properties(self, node: str) -> Mapping[str, str]:
        """Return the first value of each `gl:` property of a node, by local name."""
        said = self.reading.nodes.get(node, {})
        return {name.removeprefix(GL): values[0] for name, values in said.items() if name.startswith(GL)}

    def disease(self, part: str) -> str:
        """Return the CURIE of the disease that a part is about, empty if it is not grounded."""
        said = self.properties(f"{self.reading.source.graph}#{part}").get("disease", "")
        return (bridge.curie(said) or "") if said.startswith("http") else ""


def open_case(reading: Reading, proteins: Proteins | None = None, outside: Outside = NOTHING) -> Case:
    """Return the case of a reading."""
    found = {link.record.partition("#")[2]: link for link in links(reading)}
    symbol = next((claim.value for claim in reading.of("gene", "symbol")), "")
    return Case(reading, MappingProxyType(found), symbol, lists_of_labels(reading), proteins, outside)
