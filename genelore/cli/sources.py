"""genelore sources: the kinds of document that are read."""

import typer

from ingest.sources import modules


def command() -> None:
    """List the source kinds: name, who writes such documents, the licence that holds for all, title.

    Example: genelore sources
    """
    typer.echo("kind\tagent\tlicence\ttitle")
    for module in modules():
        kind = module.KIND
        typer.echo(f"{kind.name}\t{kind.agent}\t{kind.licence or ''}\t{kind.title}")
