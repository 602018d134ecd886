"""What may be shown of a document: all of it if its licence lets everybody copy it, else its claims."""

import re
from collections.abc import Iterable

# https://creativecommons.org/licenses/by-sa/4.0/, https://creativecommons.org/publicdomain/mark/1.0/: every
# licence of Creative Commons allows verbatim copies with attribution.
_FREE = re.compile(
    r"https?://creativecommons\.org/(?:licenses|publicdomain)/(?P<code>[a-z+-]+)/(?P<version>[\d.]+)"
)
_PUBLIC_DOMAIN = {"mark": "public domain", "zero": "CC0"}


def allows_copies(licences: Iterable[str]) -> bool:
    """Say whether one of the licences of a document lets a public server show all of its text.

    >>> allows_copies(["https://creativecommons.org/licenses/by-sa/4.0/"]), allows_copies([])
    (True, False)
    """
    return any(_FREE.match(licence) for licence in licences)


def short_name(licence: str) -> str:
    """Return the name of a licence of Creative Commons as people write it, and any other as it is.

    >>> short_name("https://creativecommons.org/licenses/by-sa/4.0/")
    'CC BY-SA 4.0'
    """
    found = _FREE.match(licence)
    if not found:
        return licence
    return _PUBLIC_DOMAIN.get(found["code"]) or f"CC {found['code'].upper()} {found['version']}"
