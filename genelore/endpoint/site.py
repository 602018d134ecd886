"""What a worker knows beside the graph: where the site is, and the folder of the store."""

from dataclasses import dataclass
from pathlib import Path

from genelore.endpoint.elsewhere import Elsewhere
from ontology.terms import BASE


@dataclass(frozen=True, slots=True)
class Site:
    """The base of the IRIs that are minted, the site's own address, and the store's folder.

    `base` and `public` end with a slash. An IRI that begins with `base` is served under `public`.
    `elsewhere` is there if SERVICE clauses are answered.
    """

    folder: Path
    generation: Path
    base: str = BASE
    public: str = "http://127.0.0.1:8000/"
    elsewhere: Elsewhere | None = None

    def address(self, iri: str) -> str:
        """Return where a minted IRI is served, as a path from the root; any other IRI as it is.

        >>> from pathlib import Path
        >>> site = Site(Path("store"), Path("store/generations/1"))
        >>> site.address("https://w3id.org/genelore/claim/0a"), site.address("http://example.org/")
        ('/claim/0a', 'http://example.org/')
        """
        return "/" + iri.removeprefix(self.base).lstrip("/") if iri.startswith(self.base) else iri
