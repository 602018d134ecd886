"""The process that serves a store: the public port, and the operator's beside it."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from socket import socket

from pyoxigraph import NamedNode, Store
from starlette.applications import Starlette

from genelore.endpoint.application import application
from genelore.endpoint.configuration import DERIVED, Configuration, ConfigurationError, located
from genelore.endpoint.operations import state
from genelore.endpoint.operations.line_buffer import LineBuffer
from genelore.endpoint.operations.metrics import Metrics
from genelore.endpoint.operations.observation import Observation, Watch
from genelore.endpoint.operations.plain_queries import PlainQueries
from genelore.endpoint.operations.request_log import RequestLog, set_up
from genelore.endpoint.operations.serving import Ends, Face, StartError, listen, run
from genelore.endpoint.operator.application import operator_application
from genelore.endpoint.operator.token import read_token
from genelore.endpoint.pool.crew import TemplateError
from genelore.endpoint.settings import Settings
from genelore.generation import NoStoreError, open_current

_PROVENANCE = "provenance"


@dataclass(frozen=True, slots=True)
class _Site:
    """What both ports share."""

    app: Starlette
    metrics: Metrics
    log: RequestLog
    tell: Callable[[str], None]


def serve(configuration: Configuration, tell: Callable[[str], None]) -> None:
    """Serve a store until a signal says to stop; `tell` is given lines for whoever started it.

    Raises:
        NoStoreError: nothing has been built there.
        DamagedStoreError: the store is not what was sealed.
        ConfigurationError: the store was built with another base.
        TokenError: the token of the operator's port cannot be used.
        StartError: an address is taken, or a server could not start.
    """
    settings = configuration.settings
    check_base(open_current(settings.folder), configuration)
    public = listen(settings.host, settings.port)
    if configuration.origins["public"] == DERIVED:
        settings = located(settings, public.getsockname()[1])
    set_up(settings)
    lines = LineBuffer(sys.stderr)
    site = _site(settings, lines, tell)
    faces = [_public(settings, site, public), *_operator(settings, site)]
    run(settings, faces, _ends(settings, site, lines))


def check_base(store: Store, configuration: Configuration) -> None:
    """See that the store's IRIs begin with the base that is set.

    Raises:
        ConfigurationError: they begin with another.
    """
    names = [graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode)]
    base = configuration.settings.base
    if base + _PROVENANCE not in names:
        found = ", ".join(
            name.removesuffix(_PROVENANCE) for name in names if name.endswith(f"/{_PROVENANCE}")
        )
        origin = configuration.origins["base"]
        raise ConfigurationError(f"base ({origin}): {base} is not the store's, which is {found or 'empty'}")


def _site(settings: Settings, lines: LineBuffer, tell: Callable[[str], None]) -> _Site:
    app = application(settings)
    metrics = Metrics(lambda: state.measures(app))
    app.state.size = "", 0
    app.state.site = app
    if settings.metrics:
        app.state.metrics = metrics
    return _Site(app, metrics, RequestLog(lines.write, settings), tell)


def _public(settings: Settings, site: _Site, bound: socket) -> Face:
    watch = Watch(site.metrics, site.log, settings.body_size)
    return Face(Observation(site.app, site.app.routes, watch), bound, PlainQueries(site.app, watch))


def _operator(settings: Settings, site: _Site) -> Iterator[Face]:
    if not settings.operator:
        return
    path = settings.operator_token or settings.folder / "operator.token"
    app = operator_application(settings, read_token(path))
    app.state.metrics, app.state.site = site.metrics, site.app
    bound = listen(settings.operator_host, settings.operator_port)
    host = f"[{settings.operator_host}]" if ":" in settings.operator_host else settings.operator_host
    site.tell(f"Documents at http://{host}:{bound.getsockname()[1]}/documents, with the token of {path}")
    watch = Watch(site.metrics, site.log, settings.operator_size)
    yield Face(Observation(app, app.routes, watch), bound)


def _ends(settings: Settings, site: _Site, lines: LineBuffer) -> Ends:
    def is_ready() -> bool:
        try:
            state.check_start(site.app)
        except (NoStoreError, TemplateError, OSError) as error:
            raise StartError(f"the graph cannot be served: {error}") from error
        return state.is_ready(site.app)

    def on_stop() -> None:
        site.app.state.is_stopping = True

    return Ends(
        ready=is_ready,
        on_ready=lambda: site.tell(f"Open: {settings.public} with SPARQL at {settings.public}sparql"),
        on_stop=on_stop,
        at_end=lines.flush,
    )
