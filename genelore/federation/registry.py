"""Which endpoints may be asked, by the IRI that queries name them by, and where each really is."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import platformdirs

from genelore.federation.failure import MappingError, RefusedError
from ontology.endpoints import Endpoint, endpoints

# Two addresses joined by "=": https://sparql.uniprot.org/sparql and http://127.0.0.1:7878/query
_MAPPING = re.compile(r"(?P<logical>[^\s<>]+?)=(?P<address>https?://\S+)")
_VARIABLE = "GENELORE_ENDPOINT_MAP"


@dataclass(frozen=True, slots=True)
class Place:
    """An endpoint, how the query names it, and the address to ask.

    `is_mapped` says that the configuration named that address.
    """

    endpoint: Endpoint
    named: str
    address: str
    is_mapped: bool


def _no_addresses() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Registry:
    """Endpoints that may be asked: those listed, and those that `addresses` maps to an address."""

    endpoints: Mapping[str, Endpoint]
    addresses: Mapping[str, str] = field(default_factory=_no_addresses)

    def find(self, iri: str) -> Place:
        """Return where an endpoint is; with and without a slash at the end are the same endpoint.

        Raises:
            RefusedError: it is not on the list.
        """
        wanted = _without_slash(iri)
        listed = {_without_slash(each.iri): each for each in self.endpoints.values()}
        mapped = {_without_slash(each): address for each, address in self.addresses.items()}
        if wanted in mapped:
            return Place(listed.get(wanted) or Endpoint(iri, iri), iri, mapped[wanted], is_mapped=True)
        if wanted in listed:
            return Place(listed[wanted], iri, listed[wanted].iri, is_mapped=False)
        raise RefusedError(f"<{iri}> is not on the list of endpoints that may be asked")


def _without_slash(iri: str) -> str:
    return iri.rstrip("/")


def load(mappings: Iterable[str] = ()) -> Registry:
    """Return the endpoints of `endpoints.ttl`, with addresses from configuration, environment and arguments.

    The configuration is `federation.toml` in the user's folder, or the file that GENELORE_FEDERATION names,
    with a table `[addresses]`; GENELORE_ENDPOINT_MAP holds LOGICAL=ADDRESS pairs between blanks; later wins.

    Raises:
        MappingError: the file cannot be read, or a pair is not LOGICAL=ADDRESS.
    """
    pairs = [*os.environ.get(_VARIABLE, "").split(), *mappings]
    return Registry(endpoints(), MappingProxyType(_configured() | dict(map(_pair, pairs))))


def _pair(text: str) -> tuple[str, str]:
    found = _MAPPING.fullmatch(text)
    if not found:
        raise MappingError(f"{text} is not LOGICAL=ADDRESS")
    return found["logical"], found["address"]


def _configured() -> dict[str, str]:
    named = os.environ.get("GENELORE_FEDERATION")
    path = Path(named) if named else Path(platformdirs.user_config_dir("genelore")) / "federation.toml"
    if not named and not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("addresses", {})
    except (OSError, ValueError) as error:
        raise MappingError(f"{path}: {error}") from error
    return dict(_pair(f"{logical}={address}") for logical, address in table.items())
