"""Long answers to clients that leave."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

from genelore.endpoint.pool.responses import Streamed
from genelore.endpoint.pool.ticket import Answer, Head
from tests.running import finished

PIECES = 1000


def _long() -> Answer:
    """Return an answer of 64 MB that is whole."""
    answer = Answer(Head(200, "application/n-quads", (), is_dump=True), "one")
    for _ in range(PIECES):
        answer.add(b"x" * (1 << 16))
    answer.finish(is_cut=False)
    return answer


class _Leaver:
    """A client that goes when it has read something; what is sent to it after that is dropped at once."""

    def __init__(self) -> None:
        self.sent = 0
        self._gone = asyncio.Event()

    async def receive(self) -> MutableMapping[str, Any]:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: MutableMapping[str, Any]) -> None:
        self.sent += bool(message.get("body"))
        if self.sent == 2:
            self._gone.set()


def test_a_long_answer_is_read_no_further_when_its_client_has_gone():
    async def ask() -> tuple[int, int]:
        answer, client = _long(), _Leaver()
        await Streamed(answer, {}, lambda: None)({"method": "GET"}, client.receive, client.send)
        return client.sent, answer.size

    sent, unread = finished(ask())
    assert sent < 10
    assert unread > (PIECES - 10) << 16


def test_between_two_pieces_of_a_long_answer_others_have_their_turn():
    async def ask() -> list[str]:
        answer, turns = _long(), []

        async def send(message: MutableMapping[str, Any]) -> None:
            turns.append("answer")

        async def other() -> None:
            for _ in range(5):
                turns.append("other")
                await asyncio.sleep(0)

        stay = asyncio.Event()

        async def receive() -> MutableMapping[str, Any]:
            await stay.wait()
            return {"type": "http.disconnect"}

        working = asyncio.create_task(other())
        await Streamed(answer, {}, lambda: None)({"method": "GET"}, receive, send)
        await working
        return turns

    turns = finished(ask())
    assert turns.index("other", turns.index("other") + 1) < 10
