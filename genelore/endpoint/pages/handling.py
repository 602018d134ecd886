"""The jobs of pages, done in workers."""

from collections.abc import Mapping

from genelore.endpoint.handler import Handler
from genelore.endpoint.pages import (
    about_page,
    front_page,
    genes_page,
    resolving,
    source_kind_page,
    term_page,
    thing_page,
    things,
)
from genelore.endpoint.pages.gene import page as gene_page
from genelore.endpoint.pages.search import page as search_page

HANDLERS: Mapping[str, Handler] = {
    "about": about_page.show,
    "anything": thing_page.anything,
    "front": front_page.show,
    "gene": gene_page.show,
    "genes": genes_page.show,
    "resolve": resolving.resolve,
    "search": search_page.show,
    "source-kind": source_kind_page.show,
    "suggest": search_page.suggest,
    "term": term_page.show,
    "thing": things.thing,
}
