"""The one who has documents written, one order after the other, by processes of their own."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from typing import Any

from genelore.endpoint.job import ProblemError
from genelore.endpoint.operator.order import Order

RETRY_AFTER = (("Retry-After", "5"),)


class Writer:
    """Orders to a store; while one is obeyed, no other is taken."""

    def __init__(self) -> None:
        """Have nothing to do."""
        self._is_busy = False

    async def obey(self, order: Order) -> dict[str, Any]:
        """Have an order obeyed and return the answer.

        Raises:
            ProblemError: somebody is writing already, or writing failed.
        """
        if self._is_busy:
            raise _busy("Another request is being written.")
        self._is_busy = True
        try:
            answer = await _written(order)
        finally:
            self._is_busy = False
        if "busy" in answer:
            raise _busy("Another process is writing to the store.")
        return answer


def _busy(detail: str) -> ProblemError:
    return ProblemError(503, "The store is being written", detail, RETRY_AFTER)


async def _written(order: Order) -> dict[str, Any]:
    command = (sys.executable, "-P", "-m", "genelore.endpoint.operator.writing")
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
    try:
        said, _ = await process.communicate(order.written().encode())
    except asyncio.CancelledError:
        process.kill()
        raise
    if process.returncode:
        detail = "What had been stored when it ended is kept; the log says why it ended."
        raise ProblemError(500, "Writing failed", detail)
    answer: dict[str, Any] = json.loads(said)
    return answer
