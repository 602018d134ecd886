"""What is counted, in the text format of Prometheus."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from genelore.endpoint.operations.request_log import Served

MEDIA = "text/plain; version=0.0.4; charset=utf-8"
# Upper bounds in seconds: from what a cache answers to what a deadline ends.
_BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "DELETE"})


@dataclass(frozen=True, slots=True)
class Measure:
    """One value as it stands now: its name, what it means, and whether it only ever grows."""

    name: str
    about: str
    value: float
    is_counter: bool = False


class Metrics:
    """The counts of one server; `measures` returns what others count for it."""

    def __init__(self, measures: Callable[[], Iterable[Measure]]) -> None:
        """Count from zero."""
        # When each series began is of no use here, and doubles their number.
        disable_created_metrics()  # type: ignore[no-untyped-call]  # its library leaves it untyped
        self._registry = CollectorRegistry()
        self._registry.register(_Measures(measures))
        self._requests = Counter(
            "genelore_requests",
            "Requests answered, by kind of address, method and status.",
            ("route", "method", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "genelore_request_seconds",
            "Time from the request to the end of its answer, by kind of address.",
            ("route",),
            registry=self._registry,
            buckets=_BOUNDS,
        )
        self._bytes = Counter("genelore_answer_bytes", "Bytes of answers.", registry=self._registry)
        self._running = Gauge(
            "genelore_requests_running", "Requests that are being answered.", registry=self._registry
        )
        # Looking up a child by its labels takes longer than counting it.
        self._known: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}

    def begin(self) -> None:
        """Count a request that has come."""
        self._running.inc()

    def end(self, served: Served) -> None:
        """Count a request that was answered."""
        method = served.method if served.method in _METHODS else "other"
        key = (served.route, method, served.status)
        if key not in self._known:
            requests = self._requests.labels(served.route, method, str(served.status))
            self._known[key] = requests, self._seconds.labels(served.route)
        requests, seconds = self._known[key]
        self._running.dec()
        requests.inc()
        seconds.observe(served.seconds)
        self._bytes.inc(served.size)

    def text(self) -> bytes:
        """Return all of it."""
        return generate_latest(self._registry)


class _Measures(Collector):
    """Values that are looked up when they are asked for."""

    def __init__(self, measures: Callable[[], Iterable[Measure]]) -> None:
        """Look them up by this."""
        self._measures = measures

    def collect(self) -> Iterator[Metric]:
        """Return each."""
        for one in self._measures():
            family = CounterMetricFamily if one.is_counter else GaugeMetricFamily
            yield family(one.name, one.about, one.value)
