"""How well the endpoint keeps to the Recommendations: the page docs/conformance.md, made anew.

usage: python -m benchmarks.conformance SHARED --date 2026-01-01 > docs/conformance.md

SHARED is the folder of the shared data. The server is `genelore serve` on a free port of this machine; the
W3C's tests and the probe reach it through HTTP only. The date is an option, so that the page is the same
whenever nothing else has changed; the versions are those of what is installed.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from genelore.build import Options, build
from genelore.recovery import open_store
from ingest.intake import take_in
from tests.genelore.endpoint.protocol.known_failures import KNOWN
from tests.genelore.endpoint.protocol.protocol_suite import protocol_cases, publish_protocol, wrong_with
from tests.genelore.endpoint.protocol.running import run
from tests.genelore.endpoint.protocol.server import served
from tests.genelore.endpoint.protocol.suite import FORMATS, QUERY, cases_of, publish, unpacked

ROOT = Path(__file__).resolve().parent.parent
_LEVELS = {
    "MUST": "demanded by the Recommendation",
    "SHOULD": "advised",
    "HOUSE": "wanted of a public endpoint",
}
_PACKAGES = ("pyoxigraph", "starlette", "uvicorn")


def probed(shared: Path, folder: Path) -> list[Mapping[str, str]]:
    """Build the seeds, serve them, and return what the probe says of each of its checks."""
    store, _ = open_store(folder / "seeds")
    with store:
        list(build(take_in([ROOT / "seeds"]), store, Options(validate=False, date="2026-01-01T00:00:00Z")))
    report = folder / "probe.json"
    with served(folder / "seeds") as port:
        probe = [sys.executable, str(shared / "tools" / "sparql_protocol_probe.py")]
        address = f"http://127.0.0.1:{port}/sparql"
        subprocess.run([*probe, address, "--json", str(report)], check=False, stdout=subprocess.DEVNULL)
    return list(json.loads(report.read_text("utf-8")))


def suite_failures(root: Path, folder: Path) -> Mapping[str, str]:
    """Return the W3C's tests of queries and formats that fail, with what is wrong."""
    publish(root, (*QUERY, *FORMATS), folder / "suite")
    with served(folder / "suite") as port:
        cases = cases_of(root, (*QUERY, *FORMATS))
        return {case.key: wrong for case in cases if (wrong := run(port, case))}


def protocol_failures(root: Path, folder: Path) -> Mapping[str, str]:
    """Return the W3C's tests of the protocol that fail, with what is wrong."""
    publish_protocol(root, folder / "protocol")
    with served(folder / "protocol") as port:
        return {case.name: wrong for case in protocol_cases(root) if (wrong := wrong_with(port, case))}


def probe_lines(checks: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Give the table of the probe's levels, and the checks that did not pass."""
    yield "| level | passed | of |"
    yield "|---|---|---|"
    for level, meaning in _LEVELS.items():
        results = Counter(check["result"] for check in checks if check["level"] == level)
        yield f"| {level}, {meaning} | {results['pass']} | {results.total()} |"
    for check in checks:
        if check["result"] != "pass":
            yield f"\n{check['level']} {check['result']}: {check['check']}. {check['why']}"


def suite_lines(root: Path, failed: Mapping[str, str]) -> Iterator[str]:
    """Give the table of the suite's folders, and the tests that fail with the reason of each."""
    cases = Counter(case.folder for case in cases_of(root, (*QUERY, *FORMATS)))
    passed = cases - Counter(key.partition("/")[0] for key in failed)
    yield "| tests | passed | of |"
    yield "|---|---|---|"
    for title, folders in (("**query**", QUERY), ("**result formats**", FORMATS)):
        yield f"| {title} | **{sum(passed[f] for f in folders)}** | **{sum(cases[f] for f in folders)}** |"
        for folder in folders:
            yield f"| {folder} | {passed[folder]} | {cases[folder]} |"
    yield "\n| fails | because |\n|---|---|"
    for key in sorted(failed):
        yield f"| {key} | {KNOWN.get(key, 'not yet looked into')} |"


def page(shared: Path, date: str, folder: Path) -> str:
    """Run everything and return the page."""
    root = unpacked(shared / "suites" / "w3c-sparql11.tar.gz", folder)
    wrong = protocol_failures(root, folder)
    cases = protocol_cases(root)
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    fill: Mapping[str, Callable[[], str]] = {
        "DATE": lambda: date,
        "VERSIONS": lambda: f"Python {platform.python_version()}, {versions}",
        "PROBE": lambda: "\n".join(probe_lines(probed(shared, folder))),
        "SUITE": lambda: "\n".join(suite_lines(root, suite_failures(root, folder))),
        "PROTOCOL": lambda: f"{len(cases) - len(wrong)} of {len(cases)}",
        "WRONG": lambda: "".join(f"\n- {name}: {why}" for name, why in wrong.items()),
    }
    text = Path(__file__).with_name("conformance.template.md").read_text("utf-8")
    for name, value in fill.items():
        text = text.replace(f"[{name}]", value())
    return text


def main() -> None:
    """Write the page to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--date", required=True, help="what the page says of when it was made")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(page(given.shared, given.date, Path(folder)))


if __name__ == "__main__":
    main()
