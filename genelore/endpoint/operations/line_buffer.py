"""Lines that are written together, because a system call for each would cost more than the line."""

import asyncio
from typing import TextIO

_SECONDS = 0.2
_MOST_LINES = 1000


class LineBuffer:
    """Lines for a stream, written a moment later and in one piece."""

    def __init__(self, stream: TextIO) -> None:
        """Write to this stream; it has to be called in the event loop's thread."""
        self._stream = stream
        self._lines: list[str] = []

    def write(self, line: str) -> None:
        """Take a line."""
        self._lines.append(line)
        if len(self._lines) == 1:
            asyncio.get_running_loop().call_later(_SECONDS, self.flush)
        elif len(self._lines) >= _MOST_LINES:
            self.flush()

    def flush(self) -> None:
        """Write what has been taken."""
        text = "".join(self._lines)
        self._lines.clear()
        self._stream.write(text)
        self._stream.flush()
