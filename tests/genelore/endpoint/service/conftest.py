import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from genelore.standins import servers
from genelore.standins.graphs import nquads
from tests.genelore.endpoint.attacks.site import Client, running
from tests.genelore.federation.faults import Faulty, misbehaving

UNIPROT = "https://sparql.uniprot.org/sparql"


@dataclass(frozen=True, slots=True)
class Served:
    """A site that answers SERVICE clauses, and the server behind the endpoints that fail."""

    client: Client
    faulty: Faulty


@pytest.fixture(scope="session")
def federating(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the seeds beside a stand-in of UniProt, and `http://faulty.example/...` at a faulty server."""
    folder = tmp_path_factory.mktemp("federating")
    try:
        with servers.oxigraph(nquads("uniprot")) as uniprot, misbehaving() as faulty:
            ways = ("down", "hang", "away", "port", "file", "many", "html", "cut")
            there = " ".join(f"http://faulty.example/{way}={faulty.root}/{way}" for way in ways)
            mapped = f"--service-addresses={UNIPROT}={uniprot} {there}"
            options = ("--service", "--deadline=4", f"--service-cache={folder / 'cache'}", mapped)
            with running(seed_store, folder / "log", *options) as site:
                yield Served(Client(site.port), faulty)
    except servers.NoServerError as error:
        (pytest.fail if os.environ.get("GENELORE_SERVERS") == "required" else pytest.skip)(str(error))
