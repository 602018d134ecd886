"""The page of a gene, and its twins in the formats of RDF."""

from dataclasses import replace

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.audit.model import Judgement
from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages.addresses import address
from genelore.endpoint.pages.description import description, is_known
from genelore.endpoint.pages.dispute import Dispute, dispute, gravest_first
from genelore.endpoint.pages.entity import entity
from genelore.endpoint.pages.gene import fact, observation, variant
from genelore.endpoint.pages.gene.chromosome import compared, ideogram
from genelore.endpoint.pages.gene.disorder import disorders
from genelore.endpoint.pages.gene.dossier import Dossier, dossier
from genelore.endpoint.pages.gene.identifier import identifiers
from genelore.endpoint.pages.gene.linked_data import of_gene
from genelore.endpoint.pages.gene.lookup import kept_as
from genelore.endpoint.pages.gene.mention import mentions
from genelore.endpoint.pages.gene.neighbour import neighbours, picture
from genelore.endpoint.pages.gene.paper import papers
from genelore.endpoint.pages.gene.questions import questions
from genelore.endpoint.pages.question import rows
from genelore.endpoint.pages.redirect import see_other
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.search.asking import found
from genelore.endpoint.pages.serialising import serialised
from genelore.endpoint.pages.species import SPECIES
from genelore.endpoint.pages.twins import FORMS, HTML, Form, links, split, twins
from genelore.endpoint.site import Site
from genelore.publish.nodes import Nodes
from genelore.publish.spelling import spelled
from ontology import bridge


def show(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Show a gene in the format that is wanted, or lead to it from another of its names.

    Raises:
        ProblemError: 404 for a gene that nothing in the graph names, 406 for a client that wants no format
            of ours.
    """
    written, form = split(job.first("curie"))
    curie = spelled(written)
    if not bridge.is_valid(curie):
        return _named(store, site, written)
    iri = kept_as(store, bridge.iri(curie).value)
    target = address(site, iri)
    if target != f"/gene/{written}":
        return see_other(f"{target}.{form.suffix}" if form else target)
    wanted = form or FORMS.get(job.first("form"))
    if not wanted:
        offered = ", ".join(one.media for one in FORMS.values())
        raise ProblemError(406, "None of the formats that you accept", f"There are {offered}.")
    if not form and wanted is not HTML:
        return see_other(f"{target}.{wanted.suffix}")
    return _shown(store, site, iri, wanted)


def _shown(store: pyoxigraph.Store, site: Site, iri: str, form: Form) -> Reply:
    headers = links(iri, address(site, iri), form)
    shown = dossier(store, site, iri)
    if not shown.holdings and not is_known(store, NamedNode(iri)) and not mentions(store, site, shown):
        raise ProblemError(404, "No document names this gene", f"{shown.curie} is not in the graph.")
    if form is HTML:
        return replace(_page(store, site, shown), headers=headers)
    return Reply(200, form.media, serialised(_quads(store, site, iri), form), headers)


def _named(store: pyoxigraph.Store, site: Site, name: str) -> Reply:
    """Lead from a symbol or any other name to what it means.

    Raises:
        ProblemError: 404 if it means nothing for sure.
    """
    meant = found(store, site, name, 10).meant
    if not meant or meant.entry.kind != "gene":
        raise ProblemError(404, "No one gene has this name", f"Search for {name} to see what comes near.")
    return see_other(meant.entry.address)


def _quads(store: pyoxigraph.Store, site: Site, iri: str) -> list[pyoxigraph.Quad]:
    """Return what is said of a gene, with what supports it, the links to it, and the conflicts about it."""
    with_it = {row["node"] for row in rows(store, site, "around", gene=NamedNode(iri))}
    made = {quad for node in (iri, *with_it) for quad in description(store, site, node)}
    return sorted(made, key=str) or [*store.quads_for_pattern(None, None, NamedNode(iri), None)]


def _page(store: pyoxigraph.Store, site: Site, shown: Dossier) -> Reply:
    title = entity(store, site, shown.iri).label.removeprefix("ensembl:")
    ids = identifiers(store, site, shown)
    said = fact.plain_facts(store, site, shown)
    described = of_gene(site, shown, title, ids, [*said, *fact.facts(store, site, shown.of("disease"))])
    content = _head(site, shown, title) | {"identifiers": ids, "facts": said} | _body(store, site, shown)
    return page(site, "gene.html", content, Head(twins(address(site, shown.iri)), described))


def _head(site: Site, shown: Dossier, title: str) -> dict[str, object]:
    known = shown.reference
    taxa = [one.claim.curie for one in shown.of("taxon") if one.support]
    taxon = known.taxon if known else next(iter(taxa), "")
    names = [one.claim.text for one in shown.of("geneName") if one.support]
    return {
        "title": title,
        "name": known.name if known and known.name else next(iter(names), ""),
        "species": SPECIES.get(taxon),
        "curie": shown.curie,
        "iri": shown.iri,
        "claimed_symbols": _contested_symbols(shown),
        "reference": known,
        "holdings": shown.holdings,
        "questions": questions(site, shown.iri),
    }


def _contested_symbols(shown: Dossier) -> list[str]:
    """Return the symbols about which it is disputed whether they are the gene's; none once one stands."""
    said = shown.of("symbol")
    if any(one.support for one in said):
        return []
    return sorted({one.claim.text for one in said if one.judgement is Judgement.CONTESTED})


def _body(store: pyoxigraph.Store, site: Site, shown: Dossier) -> dict[str, object]:
    tied = neighbours(store, site, shown)
    return {
        "agreement": fact.agreement(shown),
        "conflicts": _conflicts(store, site, shown),
        "strips": compared(shown),
        "ideogram": ideogram(shown.reference.location if shown.reference else None),
        "aspects": fact.by_aspect(store, site, shown),
        "disorders": disorders(store, site, shown),
        "variants": variant.checks(store, site, shown),
        "known_variants": variant.known(shown),
        "stages": observation.by_stage(store, site, shown),
        "papers": papers(store, site, shown),
        "neighbours": tied,
        "picture": picture(shown, tied),
        "rejected": fact.rejected(store, site, shown),
        "mentions": mentions(store, site, shown),
    }


def _conflicts(store: pyoxigraph.Store, site: Site, shown: Dossier) -> list[Dispute]:
    """Return the conflicts about the gene or its records, and those that one of its claims is in."""
    nodes = Nodes(store)
    things = (shown.iri, *(holding.record for holding in shown.holdings))
    about = {name for thing in things for name in nodes.subjects("about", thing)}
    sides = {side for one in shown.said for side in nodes.subjects("sideClaim", one.claim.iri)}
    about |= {name for side in sides for name in nodes.subjects("side", side)}
    return gravest_first(dispute(store, site, name) for name in sorted(about))
