"""Where a request may go: a name is resolved once, its addresses are checked, and one of them is used."""

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from genelore.federation.failure import RefusedError, ServiceError

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """A checked place on the network: `ip` is what is connected to, `host` what is asked for there."""

    host: str
    port: int
    ip: str
    path: str
    is_encrypted: bool


def checked(url: str, *, is_mapped: bool) -> Target:
    """Resolve a URL; unless the configuration maps to it, every address of its host must be public.

    Raises:
        RefusedError: not http or https, with a password in it, or not at a public address.
        ServiceError: the name has no address.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise RefusedError(f"{url} is not an address that may be asked")
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise RefusedError(f"{url} is not an address that may be asked") from error
    found = _resolved(parts.hostname, port)
    private = [each for each in found if not _is_public(each)]
    if private and not is_mapped:
        raise RefusedError(f"{url} is at the private address {private[0]}")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.hostname, port, found[0], path, parts.scheme == "https")


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ServiceError(f"{host} has no address: {error}") from error
    return [str(each[4][0]) for each in found]


def _is_public(ip: str) -> bool:
    address = ipaddress.ip_address(ip.partition("%")[0])
    inner = [address]
    if isinstance(address, ipaddress.IPv6Address):
        inner += [each for each in (address.ipv4_mapped, address.sixtofour) if each]
        # The last 32 bits are the IPv4 address that a translator connects to (RFC 6052, 2.1).
        inner += [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)] if address in _TRANSLATED else []
    return all(each.is_global and not each.is_multicast for each in inner)


def connection(target: Target, timeout: float) -> http.client.HTTPConnection:
    """Return a connection to the checked address itself, so that no second look-up can lead elsewhere.

    Raises:
        OSError: nothing listens there, or the certificate is not the host's.
    """
    opened = http.client.HTTPConnection(target.host, target.port, timeout=timeout)
    plain = socket.create_connection((target.ip, target.port), timeout=timeout)
    if target.is_encrypted:
        opened.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)
        opened.default_port = http.client.HTTPS_PORT
    else:
        opened.sock = plain
    return opened
