"""The black-box probe of the protocol finds nothing wrong."""

import json
import subprocess
import sys
from pathlib import Path

from tests.genelore.endpoint.protocol.server import served
from tests.seeds import shared


def test_every_check_of_the_probe_passes(seed_store: Path, tmp_path: Path):
    probe, report = shared("tools/sparql_protocol_probe.py"), tmp_path / "probe.json"
    with served(seed_store) as port:
        command = [sys.executable, str(probe), f"http://127.0.0.1:{port}/sparql", "--json", str(report)]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)

    checks = json.loads(report.read_text("utf-8"))
    assert len(checks) == 82
    assert [check for check in checks if check["result"] != "pass"] == []
