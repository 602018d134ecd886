"""The cases of the YAML test suite, read as the strict YAML of front matter."""

import json
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from ingest.strict_yaml import FrontMatterError, read_yaml
from ingest.yaml_node import Mapping, Node, Scalar

Case = dict[str, object]

ARCHIVE = Path(os.environ.get("GENELORE_SHARED", "")) / "suites" / "yaml-test-suite.tar.gz"
pytestmark = pytest.mark.skipif(
    "GENELORE_SHARED" not in os.environ or not ARCHIVE.is_file(),
    reason="the YAML test suite is not at hand (GENELORE_SHARED)",
)

# How the suite writes what cannot be seen: blanks, tabs, returns, byte-order marks, a missing last newline.
SIGNS = {"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": "", "∎\n": ""}
# What libyaml, a reader of YAML 1.1, does otherwise than YAML 1.2 says.
READ_OTHERWISE = {
    "L24T:1",  # one line end too few after a block scalar that ends in a line of blanks
    "96NN:0",  # refused: a tab after the indentation of a block scalar
    "96NN:1",
    "Y79Y:1",
    "A2M4",  # refused: a tab between an indicator and its value
    "DK95:0",  # refused: a tab after the indentation of a value
    "DK95:3",  # refused: a line of blanks and tabs
    "DK95:4",
    "VJP3:1",  # refused: a colon on a line of its own within braces
    "G4RS",  # refused here: an escape of a control character
}
READ_THOUGH_WRONG = {
    "DK95:1",  # a tab that indents the second line of a quoted scalar
    "S98Z",  # a block scalar that begins with lines of more and more blanks
    "SU5Z",  # a comment right after a quotation mark
    "X4QW",  # a comment right after the indicator of a block scalar
    "Y79Y:3",  # a tab that indents within brackets
    "YJV2",  # a dash alone within brackets
}


def cases() -> Iterator[tuple[str, Case]]:
    with tarfile.open(ARCHIVE) as archive:
        for member in sorted(archive.getmembers(), key=lambda item: item.name):
            stream = archive.extractfile(member) if member.name.endswith(".yaml") else None
            if stream:
                yield from numbered(Path(member.name).stem, yaml.safe_load(stream.read()))


def numbered(stem: str, group: list[Case]) -> Iterator[tuple[str, Case]]:
    """A later case of a file has what the earlier ones have, where it does not say otherwise."""
    inherited: Case = {}
    for number, case in enumerate(group):
        inherited = {"fail": False} | {key: inherited[key] for key in inherited if key != "fail"} | case
        yield (f"{stem}:{number}" if len(group) > 1 else stem), inherited


def plain(text: object) -> str:
    for sign, meaning in SIGNS.items():
        text = str(text).replace(sign, meaning)
    return str(text)


def outcome(text: str) -> Node | None:
    try:
        return read_yaml(text)
    except FrontMatterError as refusal:
        assert 0 <= refusal.position <= len(text)
        assert refusal.reason
        return None


def is_within_front_matter(case: Case) -> bool:
    """No anchors, aliases, tags, marks of documents or keys that are no text; and a mapping."""
    events = [line.strip() for line in str(case["tree"]).splitlines()]
    marks = ("=ALI", "=VAL &", "=VAL <", "+MAP &", "+MAP {} &", "+SEQ &", "+SEQ [] &")
    is_one = events.count("+DOC") == 1 and events.count("-DOC") == 1
    return (
        is_one
        and events[2:3] == ["+MAP"]
        and not any(line.startswith(marks) or "<" in line for line in events)
    )


def as_json(node: Node) -> object:
    match node:
        case Scalar(text=text):
            return text
        case Mapping(entries=entries):
            return {key.text: as_json(value) for key, value in entries}
    return [as_json(item) for item in node]


def same(ours: object, theirs: object) -> bool:
    """Compare; what the suite has as null is empty text here, numbers and truth values are not compared."""
    match theirs:
        case dict():
            alike = isinstance(ours, dict) and ours.keys() == theirs.keys()
            return alike and all(same(ours[key], theirs[key]) for key in theirs)
        case list():
            return isinstance(ours, list) and len(ours) == len(theirs) and all(map(same, ours, theirs))
        case str() | None:
            return ours == (theirs or "")
    return isinstance(ours, str)


def test_a_case_is_read_or_refused_with_a_reason() -> None:
    read = sum(outcome(plain(case["yaml"])) is not None for _, case in cases())
    assert read > 100


def test_cases_within_front_matter_are_read_as_the_suite_says() -> None:
    differing = set()
    for name, case in cases():
        if case["fail"] or not case.get("json") or not is_within_front_matter(case):
            continue
        node = outcome(plain(case["yaml"]))
        if node is None or not same(as_json(node), json.loads(str(case["json"]))):
            differing.add(name)
    assert differing == READ_OTHERWISE


def test_cases_that_are_errors_are_refused() -> None:
    erroneous = {name: plain(case["yaml"]) for name, case in cases() if case["fail"]}
    assert {name for name, text in erroneous.items() if outcome(text) is not None} == READ_THOUGH_WRONG
