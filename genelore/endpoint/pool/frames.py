"""What the front and its workers say to each other: frames of a kind, a length and a content."""

from struct import Struct

# A job for a worker, as JSON.
JOB = b"J"
# A whole reply: the length of its head, its head, its content.
REPLY = b"R"
# What a reply begins with: status, media type, headers and whether it is a dump, as JSON.
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
_HEAD_SIZE = Struct("!I")


def frame(kind: bytes, content: bytes = b"") -> bytes:
    r"""Return one frame.

    >>> frame(END), frame(DATA, b"ab")
    (b'E\x00\x00\x00\x00', b'D\x00\x00\x00\x02ab')
    """
    return _PREFIX.pack(kind, len(content)) + content


def joined(head: bytes, content: bytes | bytearray) -> bytes:
    """Return the content of a frame that has a whole reply."""
    return b"".join((_HEAD_SIZE.pack(len(head)), head, content))


def parted(content: bytes) -> tuple[bytes, bytes]:
    """Return the head and the content of a whole reply.

    >>> parted(joined(b"{}", b"ASK"))
    (b'{}', b'ASK')
    """
    (size,) = _HEAD_SIZE.unpack_from(content)
    end = _HEAD_SIZE.size + size
    return content[_HEAD_SIZE.size : end], content[end:]


class Frames:
    """Bytes as they arrive, given out as whole frames."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._bytes = bytearray()

    def feed(self, more: bytes) -> list[tuple[bytes, bytes]]:
        """Take in bytes and return the kind and content of each frame that is whole by now.

        >>> frames = Frames()
        >>> frames.feed(frame(DATA, b"abc")[:6]), frames.feed(b"bc" + frame(END))
        ([], [(b'D', b'abc'), (b'E', b'')])
        """
        # What arrives whole, as nearly all does, is not copied.
        data = self._bytes + more if self._bytes else more
        found, start = [], 0
        while len(data) - start >= _PREFIX.size:
            kind, size = _PREFIX.unpack_from(data, start)
            end = start + _PREFIX.size + size
            if len(data) < end:
                break
            found.append((kind, bytes(data[start + _PREFIX.size : end])))
            start = end
        self._bytes = bytearray(data[start:])
        return found
