"""Real SPARQL servers on loopback that hold a stand-in: Oxigraph's and Virtuoso's."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_WAIT = 60.0
_PAUSE = 0.05
_SOURCES = {
    "oxigraph": "`pip install oxigraph`",
    "virtuoso-t": "Debian's package virtuoso-opensource-7-bin",
    "isql-vt": "Debian's package virtuoso-opensource-7-bin",
}
_VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
"""


class NoServerError(RuntimeError):
    """A server's program is not installed, or it did not start."""


@contextmanager
def oxigraph(nquads: bytes) -> Iterator[str]:
    """Serve N-Quads by Oxigraph in memory while the context lasts; give the address of its endpoint.

    The default graph of queries is the union of all graphs, as the public endpoints have it.

    Raises:
        NoServerError: the program `oxigraph` of the distribution of that name is not there.
    """
    port = _free_port()
    command = [_program("oxigraph"), "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with _running(command, f"http://127.0.0.1:{port}/"):
        _post(f"http://127.0.0.1:{port}/store", nquads)
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def virtuoso(nquads: bytes) -> Iterator[str]:
    """Serve N-Quads by Virtuoso while the context lasts; give the address of its endpoint.

    Raises:
        NoServerError: the programs `virtuoso-t` and `isql-vt` are not there.
    """
    with TemporaryDirectory() as name:
        folder, sql, http = Path(name), _free_port(), _free_port()
        configuration = folder / "virtuoso.ini"
        configuration.write_text(_VIRTUOSO.format(folder=folder, sql=sql, http=http))
        command = [_program("virtuoso-t"), "+foreground", "+configfile", str(configuration)]
        with _running(command, f"http://127.0.0.1:{http}/sparql"):
            _load(folder, sql, nquads)
            yield f"http://127.0.0.1:{http}/sparql"


def _load(folder: Path, port: int, nquads: bytes) -> None:
    """Load N-Quads through Virtuoso's own client; 512 is its flag for that format."""
    file = folder / "standin.nq"
    file.write_bytes(nquads)
    statement = (
        f"DB.DBA.TTLP(file_to_string_output('{file}'), '', 'http://www.w3.org/standin', 512); checkpoint;"
    )
    command = [_program("isql-vt"), f"127.0.0.1:{port}", "dba", "dba", f"exec={statement}"]
    subprocess.run(command, check=True, capture_output=True, timeout=_WAIT)  # noqa: S603


@contextmanager
def _running(command: list[str], address: str) -> Iterator[None]:
    """Run a server until the context ends; it answers at the address when the context begins."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait_for(process, address)
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(process: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        if process.poll() is not None:
            raise NoServerError(f"{process.args!r} ended with {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(_PAUSE)
    raise NoServerError(f"{address} did not answer within {_WAIT:.0f} s")


def _post(address: str, nquads: bytes) -> None:
    request = urllib.request.Request(address, nquads, {"Content-Type": "application/n-quads"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=_WAIT):  # noqa: S310
        pass


def _program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise NoServerError(f"{name} is not installed; {_SOURCES[name]} brings it")
    return found


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
