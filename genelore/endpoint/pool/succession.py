"""The generation that is served: which one it is, and how the next one takes over."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from genelore.endpoint.pool.crew import Crew, TemplateError
from genelore.endpoint.pool.order import Order
from genelore.endpoint.pool.pool import Pool
from genelore.generation import NoStoreError, current

_LOG = logging.getLogger("genelore.pool")
# Seconds between two looks at which generation is current, and before a failed one is tried again.
_LOOK = 0.25
_RETRY = 5.0


def identity(generation: Path) -> str:
    """Return what names a generation for ever: the hash of its seal, which holds those of its files.

    Raises:
        OSError: it was taken away meanwhile.
    """
    return blake2b(generation.with_name(f"{generation.name}.seal").read_bytes(), digest_size=12).hexdigest()


class Succession:
    """The watch over a store's folder, and the crews that it gives to a pool."""

    def __init__(self, pool: Pool, order: Order) -> None:
        """Serve what an order says; its generation is replaced by whichever is current."""
        self._pool = pool
        self._order = order
        self._watch: asyncio.Task[None] | None = None
        self._seen: object = None

    async def start(self) -> None:
        """Have the current generation loaded, and watch for the next.

        Raises:
            NoStoreError: nothing has been built in the folder.
            TemplateError: the generation cannot be loaded.
        """
        current(self._order.site.folder)
        await self._succeed()
        self._watch = asyncio.get_running_loop().create_task(self._keep_watch())

    async def stop(self) -> None:
        """End every process."""
        if self._watch:
            self._watch.cancel()
            with suppress(asyncio.CancelledError):
                await self._watch
        self._pool.close()

    async def _keep_watch(self) -> None:
        while True:
            await asyncio.sleep(_LOOK)
            try:
                await self._succeed()
            except (TemplateError, OSError) as error:
                _LOG.error("the new generation is not served: %s", error)
                await asyncio.sleep(_RETRY)
            except NoStoreError:
                pass

    async def _succeed(self) -> None:
        """Load the current generation if it is not the one that is served."""
        folder = self._order.site.folder
        generation = current(folder)
        crew = self._pool.crew
        sight = (generation, generation.stat().st_ino, generation.stat().st_mtime_ns)
        if crew and not crew.is_lost and sight == self._seen:
            return
        name = identity(generation)
        if not crew or crew.is_lost or name != crew.identity:
            await self._load(name, generation)
        self._seen = sight

    async def _load(self, name: str, generation: Path) -> None:
        crew = Crew(name)
        try:
            await crew.start(replace(self._order, site=replace(self._order.site, generation=generation)))
        except (TemplateError, asyncio.CancelledError):
            crew.close()
            raise
        _LOG.info("generation %s is served as %s", generation.name, name)
        self._pool.adopt(crew)
