"""What the front tells a template process when it starts it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from genelore.endpoint.elsewhere import Elsewhere
from genelore.endpoint.site import Site


@dataclass(frozen=True, slots=True)
class Order:
    """The site to serve, and the limits of each worker: seconds, and bytes of memory and of a result.

    `is_in_memory` is whether the template loads the generation, or each worker opens it on disk;
    `is_networked` is whether workers may ask other servers.
    """

    site: Site
    deadline: float
    memory: int
    result: int
    is_in_memory: bool = True
    is_networked: bool = False

    def written(self) -> str:
        """Return the order as one line of text."""
        return json.dumps(asdict(self), default=str)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the order that a text holds."""
        members = json.loads(text)
        site = members.pop("site")
        folder, generation = (Path(site.pop(name)) for name in ("folder", "generation"))
        elsewhere = _elsewhere(site.pop("elsewhere"))
        return cls(Site(folder, generation, elsewhere=elsewhere, **site), **members)


def _elsewhere(members: dict[str, Any] | None) -> Elsewhere | None:
    if members is None:
        return None
    return Elsewhere(tuple(members["addresses"]), Path(members["cache"]), members["deadline"])
