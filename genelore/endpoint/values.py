"""What a setting may hold: each function reads a value as a file, the environment or a flag gives it."""

import ipaddress
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

Choice = TypeVar("Choice", bound=StrEnum)

# "64 MiB", "1GiB", "4096": a number and how many bytes it counts in.
_SIZE = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(B|KiB|MiB|GiB)?\s*", re.IGNORECASE)
# "https://sparql.uniprot.org/sparql=http://127.0.0.1:7878/query": two addresses.
_MAPPING = re.compile(r"[^\s<>]+?=https?://\S+")
_UNITS = {"b": 1, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30}
_FLAGS = {
    "true": True,
    "yes": True,
    "1": True,
    "on": True,
    "false": False,
    "no": False,
    "0": False,
    "off": False,
}
_PORTS = 65535


def text(value: object) -> str:
    """Read words as they stand."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("text is needed")
    return value.strip()


def path(value: object) -> Path:
    """Read the path of a file or folder; `~` is the user's home."""
    return Path(text(str(value) if isinstance(value, Path) else value)).expanduser()


def flag(value: object) -> bool:
    """Read yes or no."""
    found = _FLAGS.get(value.lower()) if isinstance(value, str) else value
    if not isinstance(found, bool):
        raise ValueError("true or false is needed")
    return found


def seconds(value: object) -> float:
    """Read a duration in seconds, fractions allowed, not below 0."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError("a number of seconds is needed")
    try:
        number = float(value)
    except ValueError:
        raise ValueError(f"{value!r} is no number of seconds") from None
    if not 0 <= number < float("inf"):
        raise ValueError("it may not be below 0 or endless")
    return number


def some_seconds(value: object) -> float:
    """Read a duration in seconds above 0."""
    number = seconds(value)
    if not number:
        raise ValueError("it has to be above 0")
    return number


def size(value: object) -> int:
    """Read a number of bytes above 0, as a number or as in `64 MiB` (KiB, MiB, GiB)."""
    match = None if isinstance(value, bool) else _SIZE.fullmatch(str(value))
    number = int(float(match[1]) * _UNITS[(match[2] or "b").lower()]) if match else 0
    if number < 1:
        raise ValueError(f"{value!r} is no size; write bytes, or as in '64 MiB'")
    return number


def whole(least: int, most: int | None = None) -> Callable[[object], int]:
    """Return what reads a whole number of `least` to `most`, both allowed."""

    def read(value: object) -> int:
        digits = isinstance(value, str) and value.strip().isdecimal()
        if isinstance(value, bool) or not (isinstance(value, int) or digits):
            raise ValueError(f"{value!r} is no whole number")
        number = int(str(value))
        if number < least or (most is not None and number > most):
            raise ValueError(f"it has to be {least} to {most}" if most else f"it has to be at least {least}")
        return number

    return read


port = whole(0, _PORTS)


def choice(choices: type[Choice]) -> Callable[[object], Choice]:
    """Return what reads one of several words."""

    def read(value: object) -> Choice:
        try:
            return choices(str(value))
        except ValueError:
            raise ValueError(f"{value!r} is none of {', '.join(choices)}") from None

    return read


def site(value: object) -> str:
    """Read the http or https address of a site, or the base of IRIs; it ends with a slash."""
    found = text(value)
    parts = urlsplit(found)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise ValueError(f"{found!r} is no http or https address without query and fragment")
    if not found.endswith("/"):
        raise ValueError(f"{found!r} has to end with a slash")
    return found


def loopback(value: object) -> str:
    """Read an address of this machine that no other machine reaches."""
    found = text(value)
    if found != "localhost" and not _is_loopback(found):
        raise ValueError(f"{found!r} is no loopback address; only 127.0.0.0/8, ::1 and localhost are allowed")
    return found


def _is_loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def mappings(value: object) -> tuple[str, ...]:
    """Read LOGICAL=ADDRESS pairs of http or https, as a list or as words between blanks."""
    parts = value.split() if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        raise ValueError("a list of LOGICAL=ADDRESS is needed")
    for part in parts:
        if not isinstance(part, str) or not _MAPPING.fullmatch(part):
            raise ValueError(f"{part!r} is not LOGICAL=ADDRESS")
    return tuple(parts)


def networks(value: object) -> tuple[str, ...]:
    """Read addresses and networks, as a list or as words between commas."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        raise ValueError("a list of addresses or networks is needed")
    found = tuple(str(part).strip() for part in parts if str(part).strip())
    for name in found:
        try:
            ipaddress.ip_network(name)
        except ValueError:
            raise ValueError(f"{name!r} is no address and no network such as 10.0.0.0/8") from None
    return found
