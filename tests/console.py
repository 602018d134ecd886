"""The commands that README and docs/ show, with what they print; `python -m tests.console` remakes them."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.seeds import ROOT

# A fenced block of shell commands with what they print.
_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
# The last line of an output of which only the beginning is shown.
_ELLIPSIS = "..."
# Commands that wrap sentences at the width of the window, and so are shown in a narrower one.
_WRAPPING = frozenset({"audit"})
# Commands that read a store, which the tests build from the seeds.
_OF_STORE = frozenset({"query", "export", "audit", "explain", "remove"})


@dataclass(frozen=True, slots=True)
class Example:
    """One `$ genelore ...` line of a page, and the lines below it."""

    page: Path
    command: str
    printed: str


def pages() -> list[Path]:
    """Return the pages for users, the README first."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def examples() -> list[Example]:
    """Return every example of every page, in order."""
    found = []
    for page in pages():
        for block in _CONSOLE.findall(page.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, printed = part.partition("\n")
                if command.startswith("genelore "):
                    found.append(Example(page, command, printed))
    return found


def run(command: str, store: Path) -> str:
    """Run a command over a store of the seeds and return what it prints, without blanks at line ends.

    Raises:
        AssertionError: it failed; the message is what it said.
    """
    arguments = shlex.split(command)[1:]
    if arguments[0] in _OF_STORE and "--store" not in arguments:
        arguments += ["--store", str(store)]
    done = subprocess.run(
        [sys.executable, "-m", "genelore", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "150" if arguments[0] in _WRAPPING else "240"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return tidy(done.stdout)


def begun(printed: str, shown: str) -> str:
    """Return as much of what a command prints as a page shows: all of it, or the lines before an ellipsis."""
    lines = tidy(shown).splitlines()
    if lines[-1:] != [_ELLIPSIS]:
        return printed
    return "\n".join([*printed.splitlines()[: len(lines) - 1], _ELLIPSIS])


def tidy(text: str) -> str:
    """Return the lines without blanks at their ends, and without empty lines at the end."""
    return "\n".join(line.rstrip() for line in text.splitlines()).rstrip()


def main() -> None:
    """Write into the pages what their commands print now."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build = [sys.executable, "-m", "genelore", "build", "--quiet", "--store", str(store), "seeds"]
        subprocess.run(build, cwd=ROOT, check=True)
        run("genelore audit --quiet", store)
        for example in examples():
            text = example.page.read_text(encoding="utf-8")
            old = f"$ {example.command}\n{example.printed}"
            printed = begun(run(example.command, store), example.printed)
            text = text.replace(old, f"$ {example.command}\n{printed}\n")
            example.page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
