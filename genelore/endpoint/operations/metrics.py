"""What is counted, in the text format of Prometheus."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from genelore.endpoint.operations.request_log import Served

MEDIA = "text/plain; version=0.0.4; charset=utf-8"
# Upper bounds in seconds: from what a cache answers to what a deadline ends.
_BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_NAMES = (*map(str, _BOUNDS), "+Inf")
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "DELETE"})


@dataclass(frozen=True, slots=True)
class Measure:
    """One value as it stands now: its name, what it means, and whether it only ever grows."""

    name: str
    about: str
    value: float
    is_counter: bool = False


class Times:
    """How many requests took how long."""

    __slots__ = ("counts", "total")

    def __init__(self) -> None:
        """Begin with none."""
        self.counts = [0] * len(_NAMES)
        self.total = 0.0

    def add(self, seconds: float) -> None:
        """Count one."""
        self.counts[bisect_left(_BOUNDS, seconds)] += 1
        self.total += seconds

    def buckets(self) -> list[tuple[str, float]]:
        """Return how many took at most each of the bounds."""
        return [*zip(_NAMES, map(float, accumulate(self.counts)), strict=True)]


class Metrics(Collector):
    """The counts of one server; `measures` returns what others count for it.

    They are plain numbers of one thread: the library's own, behind locks, take longer than a look-up.
    """

    def __init__(self, measures: Callable[[], Iterable[Measure]]) -> None:
        """Count from zero."""
        self._measures = measures
        self._registry = CollectorRegistry()
        self._registry.register(self)
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._times: dict[str, Times] = {}
        self._size = 0
        self._running = 0

    def begin(self) -> None:
        """Count a request that has come."""
        self._running += 1

    def end(self, served: Served) -> None:
        """Count a request that was answered."""
        method = served.method if served.method in _METHODS else "other"
        self._running -= 1
        self._requests[served.route, method, served.status] += 1
        self._size += served.size
        times = self._times.get(served.route)
        if times is None:
            times = self._times[served.route] = Times()
        times.add(served.seconds)

    def text(self) -> bytes:
        """Return all of it."""
        return generate_latest(self._registry)

    def collect(self) -> Iterator[Metric]:
        """Return each count as it stands now."""
        yield from self._of_requests()
        about = "Bytes of answers."
        yield CounterMetricFamily("genelore_answer_bytes", about, self._size)
        about = "Requests that are being answered."
        yield GaugeMetricFamily("genelore_requests_running", about, self._running)
        for one in self._measures():
            family = CounterMetricFamily if one.is_counter else GaugeMetricFamily
            yield family(one.name, one.about, one.value)

    def _of_requests(self) -> Iterator[Metric]:
        about = "Requests answered, by kind of address, method and status."
        requests = CounterMetricFamily("genelore_requests", about, labels=("route", "method", "status"))
        for (route, method, status), number in sorted(self._requests.items()):
            requests.add_metric((route, method, str(status)), number)
        yield requests
        about = "Time from the request to the end of its answer, by kind of address."
        seconds = HistogramMetricFamily("genelore_request_seconds", about, labels=("route",))
        for route, times in sorted(self._times.items()):
            seconds.add_metric((route,), times.buckets(), times.total)
        yield seconds
