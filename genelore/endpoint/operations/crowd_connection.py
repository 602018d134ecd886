"""HTTP over one connection of many: it counts for its client, and ends where another needs its place more."""

import asyncio
import socket
import struct

from genelore.endpoint.operations.crowd import Crowd
from genelore.endpoint.operations.desk_connection import DeskConnection
from genelore.endpoint.operations.network import is_within
from genelore.endpoint.pool.client import network_of

# Closing sends a reset at once, and what was not yet sent is dropped (socket(7), SO_LINGER).
_LINGER_NOT = struct.pack("ii", 1, 0)


class CrowdConnection(DeskConnection):
    """A connection that has a place among those of its server."""

    crowd: "Crowd[CrowdConnection]"

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as its parent
        """Take a place; where there is none, from one that waits for its client."""
        super().connection_made(transport)
        address = self.client[0] if self.client else ""
        # Behind a trusted proxy are many clients; it is none of them.
        self._network = "" if is_within(address, self.settings.proxies) else network_of(address)
        if len(self.connections) >= self.settings.connections:
            self._make_room()
        if self._network and self.crowd.enter(self._network) > self.settings.client_connections:
            self.reset()
        self.note_wait()

    def _make_room(self) -> None:
        one = self.crowd.longest()
        if one:
            self.crowd.end_wait(one._network, one)
            # It ends a moment later, but counts no more.
            self.connections.discard(one)
            one.reset()

    def is_clients_turn(self) -> bool:
        """Say whether it is the client's turn: to send a request, or to read the answer."""
        raise NotImplementedError

    def note_wait(self) -> None:
        """Note whose turn it is."""
        if self._network:
            note = self.crowd.wait if self.is_clients_turn() else self.crowd.end_wait
            note(self._network, self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        if self._network:
            self.crowd.leave(self._network, self)
            self._network = ""
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Begin the next request, or to wait for it anew."""
        if self._network:
            self.crowd.end_wait(self._network, self)
        super().on_response_complete()
        self.note_wait()

    def reset(self) -> None:
        """Drop the connection with all that the kernel holds for its client."""
        held = self.transport.get_extra_info("socket")
        held.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
        self.transport.abort()
