"""When what was written is served: the next generation is loaded beside the old one, which takes a while."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from genelore.endpoint.operations import state
from genelore.generation import current

# Seconds that an answer waits for it, and between two looks.
_PATIENCE = 60.0
_LOOK = 0.05


async def publication(site: Starlette, folder: Path) -> Mapping[str, Any]:
    """Return the number of the current generation and whether it is served, which is waited for."""
    number = int(current(folder).name)
    loop = asyncio.get_running_loop()
    latest = loop.time() + _PATIENCE
    while not _is_served(site, number) and loop.time() < latest:
        await asyncio.sleep(_LOOK)
    return {"generation": number, "served": _is_served(site, number)}


def _is_served(site: Starlette, number: int) -> bool:
    front = state.front_of(site)
    return front is not None and front.succession.served >= number
