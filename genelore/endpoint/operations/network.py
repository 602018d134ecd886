"""Which network an address is in."""

from collections.abc import Iterable
from ipaddress import ip_address, ip_network


def is_within(address: str, networks: Iterable[str]) -> bool:
    """Say whether an address is in one of the networks.

    >>> is_within("10.1.2.3", ("10.0.0.0/8", "::1")), is_within("192.0.2.1", ("10.0.0.0/8",))
    (True, False)
    """
    try:
        return any(ip_address(address) in ip_network(network) for network in networks)
    except ValueError:
        return False
