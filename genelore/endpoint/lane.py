"""The lane for queries that ask other endpoints: the only processes that may use a network."""

from dataclasses import replace
from pathlib import Path

import platformdirs

from genelore.endpoint.elsewhere import Elsewhere
from genelore.endpoint.pool.order import Order
from genelore.endpoint.pool.pool import Pool
from genelore.endpoint.pool.succession import Succession
from genelore.endpoint.settings import Settings


def elsewhere(settings: Settings) -> Elsewhere | None:
    """Return what settings say of other endpoints; None where SERVICE is refused."""
    if not settings.service:
        return None
    folder = settings.service_cache or Path(platformdirs.user_cache_dir("genelore")) / "federation"
    return Elsewhere(settings.service_addresses, folder, settings.deadline)


class Lane:
    """A pool of its own, whose workers read the generation on disk: there are few, and they mostly wait."""

    def __init__(self, settings: Settings, order: Order) -> None:
        """Serve the generations of an order, after `succession.start`."""
        self.pool = Pool(replace(settings, workers=settings.service_workers), is_patient=True)
        self.succession = Succession(self.pool, replace(order, is_in_memory=False, is_networked=True))
