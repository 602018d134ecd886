"""Every setting as an operator meets it: its name, what it means, and what it may hold."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields

from genelore.audit.policy import Policy
from genelore.endpoint import values
from genelore.endpoint.settings import LogAddresses, LogFormat, LogLevel, Settings, Texts
from genelore.endpoint.values import (
    choice,
    flag,
    networks,
    path,
    port,
    seconds,
    site,
    size,
    some_seconds,
    text,
)

_DEFAULTS = {one.name: one.default for one in fields(Settings) if one.default is not MISSING}
_UNITS = (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10))


@dataclass(frozen=True, slots=True)
class Option:
    """A setting: its field, its group, how a value is read, and a sentence on what it means.

    The key in the file is the field's name, but that of the folder is `store`.
    """

    name: str
    group: str
    read: Callable[[object], object]
    about: str

    @property
    def key(self) -> str:
        """Return its name in the configuration file."""
        return "store" if self.name == "folder" else self.name

    @property
    def flag(self) -> str:
        """Return its name on the command line."""
        return "--" + self.key.replace("_", "-")

    @property
    def variable(self) -> str:
        """Return its name in the environment."""
        return "GENELORE_" + self.key.upper()

    @property
    def default(self) -> object:
        """Return its default; None where it has none of its own."""
        return _DEFAULTS.get(self.name)

    def shown(self, value: object) -> str:
        """Return a value as the configuration file has it.

        >>> by_key()["memory"].shown(1 << 30), by_key()["metrics"].shown(True)
        ('"1 GiB"', 'true')
        """
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, tuple):
            return f"[{', '.join(map(self.shown, value))}]"
        if isinstance(value, int | float):
            return f'"{_sized(int(value))}"' if self.read is size else f"{value:g}"
        return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _sized(number: int) -> str:
    return next((f"{number // unit} {name}" for name, unit in _UNITS if not number % unit), f"{number} B")


_SITE = "The site"
_EVALUATION = "Evaluation"
_SERVICE = "Other endpoints"
_CLIENTS = "Clients"
_STOPPING = "Stopping"
_LOG = "The log"
_OPERATOR = "The operator's port"

OPTIONS = (
    Option("folder", _SITE, path, "Folder of the store."),
    Option("host", _SITE, text, "Address to listen on."),
    Option("port", _SITE, port, "Port to listen on; 0 takes a free one."),
    Option("public", _SITE, site, "Address under which people reach the site; host and port if not set."),
    Option("base", _SITE, site, "Base of the IRIs that the store has minted."),
    Option("texts", _SITE, choice(Texts), "Whose full texts are shown: licensed, all, none."),
    Option("metrics", _SITE, flag, "Answer /metrics on the public port too, not on the operator's alone."),
    Option("workers", _EVALUATION, values.whole(1, 1024), "Processes that evaluate."),
    Option("deadline", _EVALUATION, some_seconds, "Seconds after which an evaluation is ended."),
    Option("memory", _EVALUATION, size, "Memory at which an evaluation is ended."),
    Option("result", _EVALUATION, size, "Size at which a result is cut, with an error."),
    Option("queue", _EVALUATION, values.whole(1), "Requests that may wait for a worker; more get 503."),
    Option("cache", _EVALUATION, size, "Memory for answers that are given again."),
    Option("service", _SERVICE, flag, "Answer SERVICE clauses, by asking listed endpoints and no other."),
    Option("service_workers", _SERVICE, values.whole(1, 64), "Queries with SERVICE at a time."),
    Option(
        "service_addresses",
        _SERVICE,
        values.mappings,
        "LOGICAL=ADDRESS pairs: where endpoints really are; one that is not listed is allowed by it.",
    ),
    Option("service_cache", _SERVICE, path, "Folder of kept answers; in the user's cache if not set."),
    Option("proxies", _CLIENTS, networks, "Reverse proxies whose X-Forwarded-For and -Proto are believed."),
    Option(
        "connections",
        _CLIENTS,
        values.whole(1),
        "Connections at a time; for more, those that wait are closed.",
    ),
    Option(
        "client_connections",
        _CLIENTS,
        values.whole(1),
        "Connections of one address that is no proxy; more are closed.",
    ),
    Option("header_size", _CLIENTS, size, "Size of a request's first line and headers."),
    Option("body_size", _CLIENTS, size, "Size of what is posted."),
    Option("header_seconds", _CLIENTS, some_seconds, "Seconds that a client may take to send its headers."),
    Option("body_seconds", _CLIENTS, some_seconds, "Seconds that a client may take to send its body."),
    Option("stall_seconds", _CLIENTS, some_seconds, "Seconds that a client may leave an answer unread."),
    Option("idle_seconds", _CLIENTS, some_seconds, "Seconds that an idle connection is kept open."),
    Option("drain_seconds", _STOPPING, seconds, "Seconds to go on serving, not ready, before stopping."),
    Option("stop_seconds", _STOPPING, seconds, "Seconds that running requests may take to end."),
    Option("log_format", _LOG, choice(LogFormat), "How a line is written: text or json."),
    Option("log_level", _LOG, choice(LogLevel), "From which weight on: info (requests), warning, error."),
    Option(
        "log_addresses", _LOG, choice(LogAddresses), "What is kept of client addresses: full, network, none."
    ),
    Option("operator", _OPERATOR, flag, "Open the operator's port, on which documents can be written."),
    Option("operator_host", _OPERATOR, values.loopback, "Loopback address of that port."),
    Option("operator_port", _OPERATOR, port, "Its number; 0 takes a free one."),
    Option("operator_token", _OPERATOR, path, "File of its token, made if absent; in the store if not set."),
    Option("operator_size", _OPERATOR, size, "Size of an upload."),
    Option(
        "policy",
        _OPERATOR,
        choice(Policy),
        "Which claims the consensus believes after a change; as last time if not set.",
    ),
)


def by_key() -> Mapping[str, Option]:
    """Return every setting by its name in the configuration file."""
    return {option.key: option for option in OPTIONS}
