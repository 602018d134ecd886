"""What pages do while they are open: requests to other hosts, and complaints of the browser."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request


# No slots: Playwright keeps what it wraps around a method on the method's object.
@dataclass
class Watch:
    """Everything that should not happen on the pages of a site; a refused inline style is a complaint too."""

    site: str
    tolerated: str = ""
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Watch a page from its first request on."""
        page.on("request", self._note_request)
        page.on("console", self._note_message)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.site}/", "data:", "blob:")):
            self.foreign.append(request.url)

    def _note_message(self, message: ConsoleMessage) -> None:
        is_expected = bool(self.tolerated) and self.tolerated in message.text
        if message.type in {"error", "warning"} and not is_expected:
            self.complaints.append(f"{message.location.get('url')}: {message.text}")
