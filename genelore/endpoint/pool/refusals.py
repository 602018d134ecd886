"""What the pool tells a client when it does not get its answer."""

from genelore.endpoint.job import ProblemError

_SOON = (("Retry-After", "2"),)
_LATER = (("Retry-After", "10"),)
_MEBIBYTE = 1 << 20


def full(places: int) -> ProblemError:
    """Return what is said when no more may wait."""
    return ProblemError(503, "Too busy", f"All {places} places of the queue are taken.", _SOON)


def full_of_dumps(places: int) -> ProblemError:
    """Return what is said when no more dumps may be read."""
    return ProblemError(503, "Too busy", f"{places} dumps are being read; try again later.", _LATER)


def stale(seconds: float) -> ProblemError:
    """Return what is said to who has waited too long for a worker."""
    return ProblemError(503, "Too busy", f"No worker was free within {seconds:g} s.", _LATER)


def late(seconds: float) -> ProblemError:
    """Return what is said at the deadline."""
    detail = f"An answer here may take {seconds:g} s. Ask for less: fewer joins, a LIMIT, named terms."
    return ProblemError(504, "Out of time", detail)


def died(memory: int) -> ProblemError:
    """Return what is said when a worker died of its job."""
    detail = (
        f"The process that worked on this ended: it needs more than {memory // _MEBIBYTE} MiB of memory, "
        "or is nested too deeply."
    )
    return ProblemError(503, "Out of memory", detail, _LATER)


def crowded() -> ProblemError:
    """Return what is said to a long answer that others had to make room for."""
    return ProblemError(503, "Too busy", "Others needed the place of this answer.", _LATER)


def gone() -> ProblemError:
    """Return what is said to a client that is not there any more."""
    return ProblemError(499, "Client closed the request")


def cut() -> ProblemError:
    """Return what is said when an answer stopped in the middle."""
    return ProblemError(503, "Cut", "The answer is longer, or took longer, than is allowed here.", _LATER)


def lost() -> ProblemError:
    """Return what is said while there is no generation to work on."""
    return ProblemError(503, "Not ready", "The graph is being loaded.", _SOON)
