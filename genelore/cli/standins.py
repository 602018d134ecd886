"""genelore stand-ins: small graphs in the shape of public ones, served on this machine."""

import os
import signal
import subprocess
import sys
import threading
from typing import Annotated

import typer

from genelore.cli.console import fail, narration, terminable
from genelore.standins.servers import NoServerError
from genelore.standins.serving import Engine, serving

_VARIABLE = "GENELORE_ENDPOINT_MAP"


def command(
    run: Annotated[
        list[str] | None, typer.Argument(metavar="[-- COMMAND...]", help="What to run meanwhile.")
    ] = None,
    *,
    engine: Annotated[Engine, typer.Option(help="The server that holds them.")] = Engine.OXIGRAPH,
) -> None:
    """Serve stand-ins of UniProt, Bgee, OMA, Rhea, OrthoDB, Wikidata and Ensembl until interrupted.

    They listen on loopback. Printed are the options that make `genelore query --federate` ask them. With a
    command they last as long as that, which finds them through the environment; its exit code is returned.

    Example: genelore stand-ins -- printenv GENELORE_ENDPOINT_MAP
    """
    try:
        with terminable(), serving(engine) as served:
            pairs = [f"{iri}={address}" for iri, address in served.items()]
            code = _run(run, pairs) if run else _wait(pairs)
    except NoServerError as error:
        fail(str(error))
    raise typer.Exit(code)


def _run(words: list[str], pairs: list[str]) -> int:
    try:
        return subprocess.run(words, env=os.environ | {_VARIABLE: " ".join(pairs)}, check=False).returncode  # noqa: S603
    except OSError as error:
        fail(f"{words[0]}: {error.strerror}")
        return 1


def _wait(pairs: list[str]) -> int:
    for pair in pairs:
        sys.stdout.write(f"--endpoint-map {pair}\n")
    sys.stdout.flush()
    # A shell that is no terminal's starts its background jobs deaf to Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    narration.print("genelore: stand-ins are served until Ctrl-C")
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        narration.print("genelore: stand-ins are gone")
    return 0
