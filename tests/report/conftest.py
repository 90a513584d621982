from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser_page import CHROMIUM


# Playwright keeps an event loop running for as long as it is open, and a second one beside it is refused: a module
# opens the browser and closes it again, whichever module comes next.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()
