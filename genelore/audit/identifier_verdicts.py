"""Verdicts on identifiers of a gene or of an ortholog: what do they denote, and is it the record's gene?"""

import re

from genelore.audit.case import Case
from genelore.audit.denotation import HUMAN, Denotation, denoted, derived, organism_besides, same, withdrawn
from genelore.audit.model import Standing, Verdict
from genelore.audit.omim_verdicts import judge_omim
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, outdated, refuted, undecided, unverified
from genelore.audit.wording import called, species_named, written
from ontology.reference import Gene, genes_named

_COVERED = {"hgnc", "ncbiGene", "ensemblGene", "uniprot", "refseq", "mgi", "rgd", "flybase", "keggGene"}
# "ENSMUSG00000025270": the letters between ENS and G say the species, and human ids have none.
_ENSEMBL = re.compile(r"ensembl:ENS([A-Z]*)G\d{11}(?:\.\d+)?")
_ENSEMBL_TAXA = {
    "": HUMAN,
    "GAL": "NCBITaxon:9031",
    "MUS": "NCBITaxon:10090",
    "RNO": "NCBITaxon:10116",
    "DAR": "NCBITaxon:7955",
}


def judge_identifier(case: Case, claim: Claim) -> Verdict:
    """Judge an identifier that a gene or ortholog record claims as its own."""
    if not claim.curie:
        reason = f"{claim.value} fits the pattern of no id space that is known, so it denotes nothing"
        return unverified(claim, "unknown-identifier", reason)
    stranger = _other_species(case, claim)
    if stranger:
        return stranger
    gene, link = case.gene(claim.part), case.link(claim)
    if not gene:
        return undecided(claim, link) if link.standing is not Standing.ACCEPTED else _uncovered(case, claim)
    if claim.predicate == "omimGene":
        return judge_omim(claim, gene)
    if claim.predicate == "genecards":
        return _card(claim, gene)
    return _compared(claim, gene) if claim.predicate in _COVERED else _outside(claim)


def _compared(claim: Claim, gene: Gene) -> Verdict:
    found = denoted(claim.curie)
    own = [one for one in found if same(one.gene, gene)]
    direct = [one for one in own if not one.withdrawn]
    if direct:
        return confirmed(claim, "identifier", _agrees(claim, gene, found), direct[0].rows)
    if own:
        reason = f"{written(claim.curie)} {own[0].sentence}"
        return outdated(claim, "withdrawn-identifier", reason, own[0].rows, gene.curie)
    if claim.predicate in {"mgi", "rgd"} and gene.taxon == HUMAN:
        return _animal_entry(claim, gene, found)
    return _denied(claim, gene, found)


def _agrees(claim: Claim, gene: Gene, found: tuple[Denotation, ...]) -> str:
    others = f", among {len(found)} genes that make this protein" if len(found) > 1 else ""
    held = f", for it holds {written(derived(claim.curie))}" if derived(claim.curie) else ""
    return f"{written(claim.curie)} is {called(gene)}{others}{held}"


def _denied(claim: Claim, gene: Gene, found: tuple[Denotation, ...]) -> Verdict:
    own = f"{gene.symbol} is {_proper(claim, gene)}"
    if found:
        reason = f"{written(claim.curie)} {found[0].sentence}, not {gene.symbol}; {own}"
        return refuted(claim, "identifier", reason, (*found[0].rows, gene.rows[0]), found[0].gene.curie)
    gone = withdrawn(claim.curie)
    if gone:
        reason = f"{written(claim.curie)} is the withdrawn entry {gone.symbol}, which nothing replaced; {own}"
        return refuted(claim, "identifier", reason, (*gone.rows, gene.rows[0]), gone.curie)
    return unverified(
        claim, "unknown-identifier", f"the reference does not know {written(claim.curie)}; {own}"
    )


def _proper(claim: Claim, gene: Gene) -> str:
    """Return the gene's own identifier of the claim's space, its HGNC entry where there is none."""
    space = claim.curie.partition(":")[0]
    own = [curie for curie in gene.identifiers if curie.startswith(f"{space}:")]
    return " or ".join(map(written, own)) or written(gene.curie)


def _animal_entry(claim: Claim, gene: Gene, found: tuple[Denotation, ...]) -> Verdict:
    if claim.curie in gene.orthologs:
        reason = f"{written(claim.curie)} is the ortholog that HGNC gives {gene.symbol}"
        return confirmed(claim, "ortholog-identifier", reason, gene.rows[:1])
    if found and gene.orthologs:
        reason = (
            f"{written(claim.curie)} {found[0].sentence}; the ortholog of {gene.symbol} is "
            + " or ".join(map(written, gene.orthologs))
        )
        return refuted(
            claim, "ortholog-identifier", reason, (*found[0].rows, gene.rows[0]), found[0].gene.curie
        )
    return unverified(
        claim, "unknown-identifier", f"the reference ties {written(claim.curie)} to no human gene"
    )


def _card(claim: Claim, gene: Gene) -> Verdict:
    symbol = claim.curie.partition(":")[2]
    if symbol == gene.symbol:
        return confirmed(
            claim, "symbol", f"GeneCards goes by symbol, and {symbol} is the gene's", gene.rows[:1]
        )
    other = next((match for match in genes_named(symbol, HUMAN) if match.kind == "symbol"), None)
    if other and not same(other.gene, gene):
        reason = f"GeneCards goes by symbol, and {symbol} is {called(other.gene)}, not {gene.symbol}"
        return refuted(claim, "symbol", reason, (other.row,), other.gene.curie)
    return unverified(claim, "symbol", f"GeneCards goes by symbol, and no gene has the symbol {symbol}")


def _other_species(case: Case, claim: Claim) -> Verdict | None:
    found = _ENSEMBL.fullmatch(claim.curie)
    taxon = case.taxon(claim.part)
    other = _ENSEMBL_TAXA.get(found[1], "") if found else ""
    organism = organism_besides(claim.curie, taxon)
    if organism:
        reason = f"{written(claim.curie)} is of {organism}, and the record is of {species_named(taxon)}"
        return refuted(claim, "species-of-identifier", reason, ())
    if not other or taxon in {other, ""}:
        return None
    known = denoted(claim.curie)
    what = known[0].sentence if known else f"is a {species_named(other)} gene by its letters"
    reason = f"{written(claim.curie)} {what}, and the record is of {species_named(taxon)}"
    rows = known[0].rows if known else ()
    return refuted(claim, "species-of-identifier", reason, rows, known[0].gene.curie if known else "")


def _uncovered(case: Case, claim: Claim) -> Verdict:
    species = species_named(case.taxon(claim.part))
    return unverified(
        claim, "not-covered", f"the reference has no {species} genes to compare {written(claim.curie)} with"
    )


def _outside(claim: Claim) -> Verdict:
    return unverified(
        claim, "not-covered", f"the reference does not have the id space of {written(claim.curie)}"
    )
