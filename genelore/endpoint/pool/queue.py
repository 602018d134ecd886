"""Tickets that wait: each client's in the order they came, the clients by turns."""

from collections import OrderedDict, deque
from collections.abc import Container, Iterator

from genelore.endpoint.pool.ticket import Ticket


class FairQueue:
    """A queue in which a client with many tickets waits for itself, not others for it."""

    def __init__(self) -> None:
        """Begin empty."""
        self._clients: OrderedDict[str, deque[Ticket]] = OrderedDict()
        self._size = 0

    def __len__(self) -> int:
        """Return how many tickets wait."""
        return self._size

    def __iter__(self) -> Iterator[Ticket]:
        """Return the tickets that wait, the client whose turn it is first."""
        return iter([ticket for waiting in self._clients.values() for ticket in waiting])

    def push(self, ticket: Ticket) -> None:
        """Put a ticket behind those of its client."""
        self._clients.setdefault(ticket.client, deque()).append(ticket)
        self._size += 1

    def push_first(self, ticket: Ticket) -> None:
        """Put a ticket before those of its client, whose turn it is."""
        self._clients.setdefault(ticket.client, deque()).appendleft(ticket)
        self._clients.move_to_end(ticket.client, last=False)
        self._size += 1

    def pop(self, refused: Container[str] = ()) -> Ticket | None:
        """Take out the next ticket of the client whose turn it is, but for those that may have none."""
        client = next((client for client in self._clients if client not in refused), None)
        if client is None:
            return None
        ticket = self._clients[client].popleft()
        self._size -= 1
        self._clients.move_to_end(client)
        self._tidy(client)
        return ticket

    def remove(self, ticket: Ticket) -> None:
        """Take a ticket out of the middle; nothing happens if it does not wait here."""
        waiting = self._clients.get(ticket.client, ())
        if ticket in waiting:
            self._clients[ticket.client].remove(ticket)
            self._size -= 1
            self._tidy(ticket.client)

    def has(self, client: str) -> bool:
        """Say whether a client waits."""
        return client in self._clients

    def _tidy(self, client: str) -> None:
        if not self._clients[client]:
            del self._clients[client]
