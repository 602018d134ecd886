"""What a process does once for a generation, before it forks the workers that show pages."""

import pyoxigraph

from genelore.endpoint.pages.rendering import environment
from genelore.endpoint.pages.search.collecting import index
from genelore.endpoint.pages.vocabulary import vocabulary
from genelore.endpoint.site import Site
from ontology import bridge
from ontology.reference import manifest
from ontology.reference.tables import table


def warm(store: pyoxigraph.Store, site: Site) -> None:
    """Build the index of the search and read what every page needs, so that forked workers share them."""
    for name in environment().list_templates(extensions=["html"]):
        environment().get_template(name)
    bridge.spaces()
    for name in manifest():
        table(name)
    vocabulary()
    index(store, site)
