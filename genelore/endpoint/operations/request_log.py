"""The log: one line for each request, as text or as JSON, and never a word of what was asked."""

import json
import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from ipaddress import ip_address, ip_network
from typing import TextIO

from genelore.endpoint.settings import LogAddresses, LogFormat, LogLevel, Settings

_SERVER_FAULT = 500
# Networks that a client's address is cut to: IPv4, IPv6.
_KEPT = {4: 24, 6: 48}
# Addresses whose networks are known without working them out again.
_REMEMBERED = 1024


@dataclass(frozen=True, slots=True)
class Served:
    """One request that was answered: times in seconds, sizes in bytes."""

    identifier: str
    method: str
    route: str
    status: int
    seconds: float
    size: int
    client: str


@dataclass(frozen=True, slots=True)
class RequestLog:
    """Where the lines of requests go and how they are written."""

    write: Callable[[str], None]
    settings: Settings

    def note(self, served: Served) -> None:
        """Write the line of a request, if it weighs enough."""
        level = LogLevel.ERROR if served.status == _SERVER_FAULT else LogLevel.INFO
        if _weighs(level, self.settings.log_level):
            line = _json if self.settings.log_format is LogFormat.JSON else _text
            client = shown(served.client, self.settings.log_addresses)
            self.write(line(served, level, client))


@cache
def _weighs(level: LogLevel, least: LogLevel) -> bool:
    order = [*LogLevel]
    return order.index(level) >= order.index(least)


@lru_cache(_REMEMBERED)
def shown(address: str, kept: LogAddresses) -> str:
    """Return what the log keeps of a client's address.

    >>> shown("192.0.2.77", LogAddresses.NETWORK), shown("192.0.2.77", LogAddresses.NONE)
    ('192.0.2.0', '')
    >>> shown("2001:db8:1:2::7", LogAddresses.NETWORK)
    '2001:db8:1::'
    """
    match kept:
        case LogAddresses.FULL:
            return address
        case LogAddresses.NONE:
            return ""
    try:
        bits = _KEPT[ip_address(address).version]
        return str(ip_network(f"{address}/{bits}", strict=False).network_address)
    except ValueError:
        return ""


def _now() -> str:
    now = time.time()
    return f"{_second(int(now))}.{int(now % 1 * 1000):03d}Z"


@lru_cache(1)
def _second(number: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(number))


def _json(served: Served, level: LogLevel, client: str) -> str:
    members = {
        "time": _now(),
        "level": level.value,
        "event": "request",
        "id": served.identifier,
        "method": served.method,
        "route": served.route,
        "status": served.status,
        "seconds": round(served.seconds, 6),
        "bytes": served.size,
        "client": client,
    }
    return json.dumps(members) + "\n"


def _text(served: Served, level: LogLevel, client: str) -> str:
    took = f"{1000 * served.seconds:.1f} ms"
    said = f"{served.method} {served.route} {served.status} {took} {served.size} B"
    return f"{_now()} {level.value} {said} {client or '-'} {served.identifier}\n"


class _Lines(logging.Formatter):
    """Everything else that is logged, in the same form."""

    def __init__(self, form: LogFormat) -> None:
        """Write lines in this form."""
        super().__init__()
        self._form = form

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as one line; of an error its type and place: its message may quote a query."""
        level, message = record.levelname.lower(), record.getMessage().strip()
        trace = _places(record)
        if self._form is LogFormat.TEXT:
            return " ".join([_now(), level, message.replace("\n", " | "), *trace])
        members = {"time": _now(), "level": level, "event": record.name, "message": message}
        return json.dumps(members | ({"trace": trace} if trace else {}))


def _places(record: logging.LogRecord) -> list[str]:
    if not record.exc_info or record.exc_info[0] is None:
        return []
    places, trace = [record.exc_info[0].__name__], record.exc_info[2]
    while trace:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places


def set_up(settings: Settings, stream: TextIO = sys.stderr) -> None:
    """Send everything that is logged to a stream, in the form that the settings name."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Lines(settings.log_format))
    level = max(settings.log_level.value.upper(), "INFO", key=logging.getLevelName)
    logging.basicConfig(handlers=[handler], level=level, force=True)
    # It tells of each start and stop at INFO in several lines.
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
