"""A head of delegation: a browser at the record, and what a hand does there."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

PASSPHRASE = "seven quiet rivers"


@dataclass
class Head:
    """One seat in one browser. What its console says is kept in `heard`."""

    page: Page
    record: str
    heard: list[str] = field(default_factory=list)

    def opens_the_key_page(self, query: str = "") -> "Head":
        self.page.goto(f"{self.record}key/{query}")
        return self

    def makes_a_key(self, file: Path, *, passphrase: str = PASSPHRASE) -> None:
        """A key of this browser, its file saved; the page goes on to the draft."""
        self.opens_the_key_page()
        self.page.fill("#passphrase", passphrase)
        self.page.fill("#again", passphrase)
        self.page.get_by_role("button", name="Make a key").click()
        with self.page.expect_download() as saved:
            self.page.get_by_role("link", name="Save the key file").click()
        saved.value.save_as(file)
        self.page.get_by_role("link", name="Go on").click()

    def signs_here(self) -> None:
        self.page.get_by_role("button", name="Sign with the key in this browser").click()

    def saved_draft(self, file: Path) -> Path:
        with self.page.expect_download() as saved:
            self.page.get_by_role("link", name="draft.json").click()
        saved.value.save_as(file)
        return file

    def file(self) -> bytes:
        """The record as it is taken along."""
        return self.page.context.request.get(f"{self.record}record.jsonl").body()


def at_the_record(context: BrowserContext, address: str, table: dict) -> Head:
    """A browser in which the head's seat has been taken, on the page of the record."""
    link = f"{address}/seat/{table['head']}"
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', context.request.get(link).text())[1]
    answer = context.request.post(link, form={"csrfmiddlewaretoken": token})
    assert answer.ok, answer.text()
    page = context.new_page()
    page.set_default_timeout(30_000)
    head = Head(page, f"{address}{table['record']}")
    page.on("console", lambda said: head.heard.append(said.text))
    page.on("pageerror", lambda error: head.heard.append(str(error)))
    page.goto(head.record)
    return head
