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
# Seconds between two looks at which generation is current, and before the same one is loaded again.
_LOOK = 0.25
_FIRST_RETRY = 1.0
_LAST_RETRY = 60.0


def identity(generation: Path) -> str:
    """Return what names a generation for ever: the hash of its seal, which holds those of its files.

    Raises:
        OSError: it was taken away meanwhile.
    """
    return blake2b(generation.with_name(f"{generation.name}.seal").read_bytes(), digest_size=12).hexdigest()


class Attempts:
    """When a generation may be loaded again that could not be, or whose template did not live long."""

    def __init__(self) -> None:
        """Have tried nothing."""
        self._name = ""
        self._begun = 0.0
        self._pause = 0.0

    def may_begin(self, name: str, now: float) -> bool:
        """Say whether a generation may be loaded now, and if so, that it is.

        Each attempt at the same one waits twice as long as that before it, until one has lived.

        >>> attempts = Attempts()
        >>> [attempts.may_begin("a", now) for now in (0, 0.5, 1, 2.5, 3, 200, 200.5, 201)]
        [True, False, True, False, True, True, False, True]
        >>> attempts.may_begin("b", 201)
        True
        """
        is_same, since = name == self._name, now - self._begun
        if is_same and since < self._pause:
            return False
        is_soon = is_same and since < _LAST_RETRY
        self._pause = min(2 * self._pause, _LAST_RETRY) if is_soon else _FIRST_RETRY
        self._name, self._begun = name, now
        return True


class Succession:
    """The watch over a store's folder, and the crews that it gives to a pool."""

    def __init__(self, pool: Pool, order: Order) -> None:
        """Serve what an order says; its generation is replaced by whichever is current."""
        # The number of the generation that is served, 0 before there is one.
        self.served = 0
        self._pool = pool
        self._order = order
        self._watch: asyncio.Task[None] | None = None
        self._seen: object = None
        self._attempts = Attempts()

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
                await asyncio.sleep(_FIRST_RETRY)
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
            if not self._attempts.may_begin(name, asyncio.get_running_loop().time()):
                return
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
        self.served = int(generation.name)
