"""Who shares places with whom."""

from collections.abc import Mapping
from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from typing import Any

_REMEMBERED = 1024


def client_of(scope: Mapping[str, Any]) -> str:
    """Return the client of a request by its scope: an address, of version 6 its network of 64 bits.

    >>> client_of({"client": ("192.0.2.7", 5000)}), client_of({"client": None})
    ('192.0.2.7', '')
    """
    return _network(scope["client"][0]) if scope["client"] else ""


@lru_cache(_REMEMBERED)
def _network(host: str) -> str:
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(int(address) >> 64) if isinstance(address, IPv6Address) else host
