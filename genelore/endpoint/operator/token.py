"""The token that opens the operator's port: a file that its owner alone can read."""

import os
import secrets
import stat
from pathlib import Path

# Bytes of chance in a token.
_BYTES = 32
_SHORTEST = 16


class TokenError(RuntimeError):
    """The file of the token cannot be used; the message says why."""


def read_token(path: Path) -> str:
    """Return the token of a file, which is made if it is absent.

    Raises:
        TokenError: others can read the file, or what is in it is too short.
    """
    try:
        _make(path)
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise TokenError(f"{path}: others may read it; chmod 600 {path}")
        token = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise TokenError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    if len(token) < _SHORTEST:
        raise TokenError(f"{path}: a token has at least {_SHORTEST} characters")
    return token


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w") as stream:
        stream.write(secrets.token_urlsafe(_BYTES) + "\n")
