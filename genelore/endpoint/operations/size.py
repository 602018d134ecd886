"""How many quads the generation has that is served: counted once for each, by a worker."""

import asyncio
from importlib.resources import files

from starlette.applications import Starlette

from genelore.endpoint.front import Front
from genelore.endpoint.job import Job, ProblemError

_QUERY = files("genelore.endpoint.operations").joinpath("size.rq").read_text(encoding="utf-8")
_JOB = Job("sparql", (("query", _QUERY), ("accept", "text/csv"), ("format", "")))
# Seconds that whoever asks for the counts waits for this one.
_PATIENCE = 2.0


async def count(app: Starlette, front: Front) -> None:
    """Keep the number of quads in `app.state.size`, with the generation it is of, if it can be had soon."""
    if app.state.size[0] == front.identity:
        return
    ticket = front.pool.submit(_JOB, "")
    try:
        answer = await asyncio.wait_for(asyncio.shield(ticket.begun), _PATIENCE)
    except (TimeoutError, ProblemError):
        front.pool.abandon(ticket)
        return
    app.state.size = answer.identity, int(answer.content().split()[-1])
