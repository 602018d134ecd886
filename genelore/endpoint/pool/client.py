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
    return network_of(scope["client"][0]) if scope["client"] else ""


@lru_cache(_REMEMBERED)
def network_of(host: str) -> str:
    """Return what all addresses have in common that one client may have.

    >>> network_of("2001:db8::1") == network_of("2001:db8::2"), network_of("::ffff:192.0.2.7")
    (True, '192.0.2.7')
    """
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    return str(address.ipv4_mapped or int(address) >> 64)
