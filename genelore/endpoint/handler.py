"""What does one kind of job in a worker."""

from collections.abc import Callable
from typing import TypeAlias

import pyoxigraph

from genelore.endpoint.job import Job, Reply
from genelore.endpoint.site import Site

Handler: TypeAlias = Callable[[pyoxigraph.Store, Site, Job], Reply]
