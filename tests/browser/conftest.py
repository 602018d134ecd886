"""The site as it is served, and a browser that notes whatever a page should not do."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from genelore.tombstones import append
from tests.browser.axe import SCRIPT
from tests.browser.kinds import GONE
from tests.browser.watch import Watch
from tests.genelore.endpoint.protocol.server import served

# Continuous integration sets it, so that nothing there is skipped without a word.
REQUIRED = os.environ.get("GENELORE_BROWSER") == "required"
VENDOR = Path(__file__).parents[2] / "genelore/endpoint/editor/static/vendor/LICENSES.txt"
PATIENCE = 15_000  # milliseconds
Visit = Callable[..., Page]


def missing(what: str) -> None:
    """Skip the test for want of something, or fail where all must be there."""
    (pytest.fail if REQUIRED else pytest.skip)(f"{what} is not installed")


@pytest.fixture(scope="session")
def store(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the store of the seeds that held one more document once."""
    folder = tmp_path_factory.mktemp("browser") / "store"
    shutil.copytree(seed_store, folder, symlinks=True)
    append(folder, [GONE])
    return folder


@pytest.fixture(scope="session")
def site(store: Path) -> Iterator[str]:
    """Serve the store on a free port, and give the address, without a slash at the end."""
    with served(store) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the chromium of the system, once."""
    program = shutil.which("chromium")
    if not program:
        missing("chromium")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        started = playwright.chromium.launch(executable_path=program, args=arguments)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """Give a function that opens an address in a window of its own, of which the watch sees everything.

    Its options are those of a browser context, such as `color_scheme` and `java_script_enabled`; `tolerated`
    is a part of the one complaint that the test provokes.
    """
    watch = Watch(site)
    contexts = []

    def opened(path: str, width: int = 1280, tolerated: str = "", **options: object) -> Page:
        watch.tolerated = tolerated
        size = {"width": width, "height": 900}
        context = browser.new_context(base_url=site, viewport=size, **options)  # type: ignore[arg-type] # as above
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.on("page", watch.follow)
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert watch.foreign == []
    assert watch.complaints == []


@pytest.fixture(scope="session")
def axe() -> None:
    """Skip what needs axe-core, which npm brings."""
    if not SCRIPT.is_file():
        missing("axe-core")


@pytest.fixture
def vendor() -> None:
    """Skip what needs the script of the editor, which npm brings."""
    if not VENDOR.is_file():
        missing("the script of the editor")
