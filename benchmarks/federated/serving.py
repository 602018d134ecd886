"""This program's own server, as it is started by its users."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# "Open: http://127.0.0.1:41235/ with SPARQL at http://127.0.0.1:41235/sparql": what it says when it is there.
_OPEN = re.compile(r"SPARQL at (\S+)")


@contextmanager
def genelore(store: Path) -> Iterator[str]:
    """Serve a store while the block runs; give the address of its endpoint."""
    command = [sys.executable, "-m", "genelore", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            found = next(filter(None, map(_OPEN.search, process.stderr)))
            yield found[1]
        finally:
            process.terminate()
