"""genelore serve: the SPARQL endpoint."""

from typing import Annotated

import typer
import uvicorn

from genelore.cli.console import StoreOption, failures, narration
from genelore.endpoint.app import Endpoint
from genelore.generation import open_current


def command(
    store: StoreOption,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8000,
) -> None:
    """Answer SPARQL 1.1 queries over HTTP at /sparql; what a later build publishes is served at once.

    Example: genelore serve --port 8000
    """
    with failures():
        open_current(store)
    narration.print(f"SPARQL at http://{host}:{port}/sparql", markup=False)
    uvicorn.run(Endpoint(store).app(), host=host, port=port, log_level="warning")
