from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.genelore.endpoint.attacks.site import Bystander, Client, Site, running

LIMITS = (
    "--deadline=3",
    "--memory=128 MiB",
    "--result=6 MiB",
    "--header-seconds=1",
    "--body-seconds=1",
)


@pytest.fixture(scope="session")
def site(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the seeds under tight limits; in the end, the log has no traceback and no query."""
    log = tmp_path_factory.mktemp("attacks") / "log"
    with running(seed_store, log, *LIMITS) as site:
        yield site
    text = log.read_text(encoding="utf-8")
    assert "Traceback" not in text
    assert "SELECT" not in text


@pytest.fixture
def attacker(site: Site) -> Iterator[Client]:
    """Attack while somebody else is served, rightly and all the time."""
    bystander = Bystander(site.port)
    with bystander.watching():
        yield Client(site.port)
    assert bystander.wrong == []
    assert bystander.right > 0
