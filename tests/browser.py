"""Chromium as tests use it: Debian's own where there is one, else Playwright's."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")
# A browser that asks nobody on the network for anything of its own.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PASSKEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


PATIENCE = 30_000
"""Milliseconds for what a page is to show: machines that run many tests at once are slow."""


@contextmanager
def chromium() -> Iterator["Browser"]:
    """A running browser. While it runs, Django refuses to ask its database in the same thread."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    options = {"executable_path": found} if found else {}
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(args=list(QUIET), **options)
        yield running
        running.close()


def put_in_a_passkey_device(page: "Page", **features: bool) -> None:
    """Let the browser imitate a device with passkeys that asks its owner nothing."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": PASSKEY | features})
