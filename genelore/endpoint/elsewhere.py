"""What a worker needs to ask other endpoints, where the operator allows it."""

from dataclasses import dataclass, replace
from pathlib import Path

from genelore.federation.registry import Registry, load
from ontology.endpoints import Endpoint

# So much of the deadline one request may take, so that there is time left to say which endpoint was slow.
_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Addresses as LOGICAL=ADDRESS, the folder of kept answers, and the seconds that a whole query has."""

    addresses: tuple[str, ...]
    cache: Path
    deadline: float

    @property
    def patience(self) -> float:
        """How many seconds one request may take."""
        return self.deadline * _SHARE


def registry(elsewhere: Elsewhere) -> Registry:
    """Return the endpoints that may be asked, none of them longer than the deadline allows.

    Raises:
        FederationError: an address is not LOGICAL=ADDRESS.
    """
    loaded = load(elsewhere.addresses)
    mapped = {iri: Endpoint(iri, iri) for iri in loaded.addresses}
    listed = {each.iri.rstrip("/") for each in loaded.endpoints.values()}
    known = {iri: each for iri, each in mapped.items() if iri.rstrip("/") not in listed}
    found = {**known, **loaded.endpoints}
    hurried = {
        iri: replace(each, timeout=min(each.timeout, elsewhere.patience)) for iri, each in found.items()
    }
    return Registry(hurried, loaded.addresses)
