"""What docs/serve.md says is what the server does."""

import re
from pathlib import Path

import pytest
import yaml

from genelore.endpoint.configuration import configure
from genelore.endpoint.options import OPTIONS
from tests.genelore.endpoint.operations.serving import served
from tests.seeds import ROOT

PAGE = (ROOT / "docs" / "serve.md").read_text("utf-8")


def test_the_configuration_file_of_the_page_is_accepted(tmp_path):
    found = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert found
    (tmp_path / "genelore.toml").write_text(found[1], "utf-8")
    settings = configure({"config": str(tmp_path / "genelore.toml")}, {}, Path("store")).settings
    assert (settings.memory, settings.proxies, settings.operator) == (2 << 30, ("127.0.0.1",), True)


def test_every_setting_that_the_page_names_exists():
    rows = [
        line.split("|")[2] for line in PAGE.splitlines() if line.startswith("| ") and line.count("|") == 4
    ]
    named = {name for row in rows for name in re.findall(r"`([a-z_]+)`", row)}
    assert named
    assert named <= {option.key for option in OPTIONS}


def test_every_metric_that_the_page_names_exists_and_none_is_missing(seed_store):
    with served(seed_store, "--service") as server:
        server.ask("GET", "/ready")
        said = server.ask("GET", "/metrics")[2].decode()
    given = {name.removesuffix("_total") for name in re.findall(r"# TYPE (\w+) ", said)}
    named = {name.removesuffix("_total") for name in re.findall(r"`(genelore_\w+)", PAGE)}
    assert given == named


@pytest.mark.parametrize("service", ["serve", "write"])
def test_the_containers_run_without_rights(service):
    made = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"][service]
    assert (made["read_only"], made["cap_drop"], made["user"]) == (True, ["ALL"], "10001:10001")
    assert "no-new-privileges:true" in made["security_opt"]


def test_the_image_sets_only_settings_that_exist():
    text = (ROOT / "Dockerfile").read_text("utf-8") + (ROOT / "compose.yaml").read_text("utf-8")
    named = set(re.findall(r"(GENELORE_[A-Z_]+)\s*[=:] ?", text))
    known = {option.variable for option in OPTIONS}
    assert named - known == {"GENELORE_MEM_LIMIT"}
