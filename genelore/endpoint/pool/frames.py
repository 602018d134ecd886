"""What the front and its workers say to each other: frames of a kind, a length and a content."""

from collections.abc import Iterator
from struct import Struct

# A job for a worker, as JSON.
JOB = b"J"
# What a reply begins with: status, media type and headers, as JSON.
HEAD = b"H"
# A piece of a reply's content.
DATA = b"D"
# The reply is complete.
END = b"E"
# The worker ends after this job.
LEAVING = b"L"
# There is no reply, or no more of it: status, title and detail, as JSON.
PROBLEM = b"P"

_PREFIX = Struct("!cI")


def frame(kind: bytes, content: bytes = b"") -> bytes:
    r"""Return one frame.

    >>> frame(END), frame(DATA, b"ab")
    (b'E\x00\x00\x00\x00', b'D\x00\x00\x00\x02ab')
    """
    return _PREFIX.pack(kind, len(content)) + content


class Frames:
    """Bytes as they arrive, given out as whole frames."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._bytes = bytearray()

    def feed(self, more: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Take in bytes and give out the kind and content of each frame that is whole by now.

        >>> frames = Frames()
        >>> list(frames.feed(frame(DATA, b"abc")[:6])), list(frames.feed(b"bc" + frame(END)))
        ([], [(b'D', b'abc'), (b'E', b'')])
        """
        self._bytes += more
        while len(self._bytes) >= _PREFIX.size:
            kind, size = _PREFIX.unpack_from(self._bytes)
            end = _PREFIX.size + size
            if len(self._bytes) < end:
                return
            content = bytes(self._bytes[_PREFIX.size : end])
            del self._bytes[:end]
            yield kind, content
