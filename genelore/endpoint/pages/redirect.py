"""The way from one address to another."""

from genelore.endpoint.job import Reply

_SEE_OTHER = 303


def see_other(where: str) -> Reply:
    """Lead to another address, which what the client accepts may have decided."""
    headers = (("Location", where), ("Vary", "Accept"))
    return Reply(_SEE_OTHER, "text/plain", f"{where}\n".encode(), headers)
