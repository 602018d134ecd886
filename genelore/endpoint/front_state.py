"""What the front keeps between requests: its pools of workers, and what was answered before."""

from genelore.endpoint import tagging
from genelore.endpoint.job import Job
from genelore.endpoint.lane import Lane, elsewhere
from genelore.endpoint.pool.cache import Cache
from genelore.endpoint.pool.order import Order
from genelore.endpoint.pool.pool import Pool
from genelore.endpoint.pool.shortcut import Sent
from genelore.endpoint.pool.spool import Spools
from genelore.endpoint.pool.succession import Succession
from genelore.endpoint.pool.ticket import Answer, Head
from genelore.endpoint.settings import Settings
from genelore.endpoint.site import Site

_OVERHEAD = 1024


class Front:
    """The pool, the watch over the generations, and what was answered before.

    `lane` does the queries that ask other endpoints, if the settings allow any.
    """

    def __init__(self, settings: Settings) -> None:
        """Serve with these settings, after `start`."""
        outside = elsewhere(settings)
        site = Site(settings.folder, settings.folder, settings.base, settings.public, outside)
        order = Order(site, settings.deadline, settings.memory, settings.result)
        self.pool = Pool(settings)
        self.succession = Succession(self.pool, order)
        self.lane = Lane(settings, order) if outside else None
        self.answers: Cache[tuple[Head, bytes]] = Cache(settings.cache // 4)
        self.sent: Cache[Sent] = Cache(settings.cache // 2)
        # By the bytes of whole requests: the kind of their address, and what was sent.
        self.requests: Cache[tuple[str, Sent]] = Cache(settings.cache // 4)
        self.spools = Spools()
        self._place = f"{settings.base} {settings.public}"
        self.pool.on_adoption = self._forget

    @property
    def identity(self) -> str:
        """What names the generation that is served, for ever."""
        return self.pool.crew.identity if self.pool.crew else ""

    async def start(self) -> None:
        """Start the processes.

        Raises:
            NoStoreError: nothing has been built in the folder.
            TemplateError: the generation cannot be loaded.
        """
        await self.succession.start()
        if self.lane:
            await self.lane.succession.start()

    async def stop(self) -> None:
        """End the processes."""
        if self.lane:
            await self.lane.succession.stop()
        await self.succession.stop()

    def _forget(self) -> None:
        self.answers.clear()
        self.sent.clear()
        self.requests.clear()
        self.spools.clear()

    def tag(self, job: Job, identity: str) -> str:
        """Return the entity tag of a job's answer from a generation, empty if it has none."""
        return tagging.tag(job, identity, self._place)

    def keep(self, job: Job, answer: Answer) -> None:
        """Keep a complete answer of the generation that is served."""
        if answer.identity == self.identity:
            content = answer.content()
            self.answers.put(job, (answer.head, content), len(content) + _OVERHEAD)
