"""How the server is run."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from genelore.audit.policy import Policy
from ontology.terms import BASE


class Texts(StrEnum):
    """Whose full texts are shown: documents under a free licence (the others by their quotes), all, none."""

    LICENSED = "licensed"
    ALL = "all"
    NONE = "none"


class LogFormat(StrEnum):
    """How a line of the log is written."""

    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    """From which weight on a line is written; a request is `info`, one that failed through us `error`."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class LogAddresses(StrEnum):
    """What the log keeps of a client's address: all, its network (/24, /48), or nothing."""

    FULL = "full"
    NETWORK = "network"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a configuration file, the environment or a flag can set.

    Times are in seconds, sizes in bytes. `public` is the address under which people reach the site; it and
    `base` end with a slash. `options.py` says what each means and what it may hold.
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = 8000
    public: str = "http://127.0.0.1:8000/"
    base: str = BASE
    texts: Texts = Texts.LICENSED
    metrics: bool = True

    workers: int = 2
    deadline: float = 30.0
    memory: int = 512 << 20
    result: int = 64 << 20
    queue: int = 64
    cache: int = 64 << 20

    service: bool = False
    service_workers: int = 2
    service_addresses: tuple[str, ...] = ()
    service_cache: Path | None = None

    proxies: tuple[str, ...] = ()
    connections: int = 1000
    client_connections: int = 250
    header_size: int = 32 << 10
    body_size: int = 1 << 20
    header_seconds: float = 10.0
    body_seconds: float = 20.0
    stall_seconds: float = 30.0
    idle_seconds: float = 15.0

    drain_seconds: float = 0.0
    stop_seconds: float = 20.0

    log_format: LogFormat = LogFormat.TEXT
    log_level: LogLevel = LogLevel.INFO
    log_addresses: LogAddresses = LogAddresses.NETWORK

    operator: bool = False
    operator_host: str = "127.0.0.1"
    operator_port: int = 8001
    operator_token: Path | None = None
    operator_size: int = 64 << 20
    policy: Policy | None = None
