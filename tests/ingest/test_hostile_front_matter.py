"""Front matter that is written to make its reader fail, loop or fill the memory."""

import subprocess
import sys

import pytest

from ingest.document import decode
from ingest.front_matter import read
from ingest.strict_yaml import MAX_DEPTH, MAX_NODES

BOMBS = {
    "aliases": "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n",
    "brackets": "a: " + "[" * 100_000,
    "braces": "a: " + "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "nodes": "a: [" + "x, " * MAX_NODES + "]\n",
    "keys": "".join(f"key{number}: x\n" for number in range(100_000)),
    "base-60": "a: " + "1:" * 500_000 + "1\nb: *c\n",
    "merges": "a: &a {b: c}\n" + "<<: *a\n" * 10_000,
    "long": "a: " + "x\n   " * 1_000_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_hostile_front_matter_is_refused(name: str):
    # In a process of its own: what overflows the stack of a C library ends it without an exception.
    program = (
        "import sys\n"
        "from ingest.document import decode\n"
        "from ingest.front_matter import FrontMatterError, read\n"
        "page = decode('page.md', sys.stdin.buffer.read())\n"
        "try:\n    read(page)\n"
        "except FrontMatterError as refusal:\n    print('refused:', refusal.reason)\n"
    )
    content = f"---\n{BOMBS[name]}\n---\n".encode()
    done = subprocess.run([sys.executable, "-c", program], input=content, capture_output=True, check=True)
    assert done.stdout.startswith(b"refused:")


def test_as_many_levels_as_are_allowed_are_read():
    deep = "[" * (MAX_DEPTH - 2) + "]" * (MAX_DEPTH - 2)
    assert read(decode("page.md", f"---\na: {deep}\n---\n".encode()))[0].get("a") is not None
