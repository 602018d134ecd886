"""The content security policy of the editor's page: that of every page, and three styles that YASGUI sets.

Each is let in by the hash of its text, so that no other inline style is.
"""

from base64 import b64encode
from hashlib import sha256

from genelore.endpoint.protocol.headers import EVERYWHERE

# A style element that draws the grips between the columns of a result.
_GRIPS = "sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk="
# A style element for as long as a grip is dragged.
_DRAGGED = "*{cursor:col-resize!important}"
# A style attribute in the message for a syntax error.
_EXPECTED = "text-decoration:underline"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


POLICY = (
    f"{EVERYWHERE['Content-Security-Policy']}; "
    f"style-src 'self' 'unsafe-hashes' '{_GRIPS}' '{_hash(_DRAGGED)}' '{_hash(_EXPECTED)}'"
)
