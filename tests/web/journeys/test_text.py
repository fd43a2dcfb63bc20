"""From a report's draft to a text that both sides have signed: proposed, bracketed, closed, under silence;
and to the report of it that both have signed and everybody may read.
"""

import datetime as dt
import os
import re
import shutil
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.web.journeys.later import let_pass
from tests.web.journeys.people import (
    DESK,
    PHONE,
    Person,
    add_seats,
    arrive,
    convene,
    issue_links,
    move_to,
    sit_down,
)
from tests.web.journeys.reporting import publish_report
from tracktwo.record import verify

BRIEF = Path("../brief/nato-china-report.txt")
MADE_UP = """JOINT REPORT

I. Summary

The experts looked at [the current state of/the future of] the relation.

Lines between the two states/capitals? stay open.
"""
OPEN, DOUBTED = "the current state of", "states/capitals?"
SILENCE = dt.timedelta(hours=2)


@pytest.fixture
def draft(tmp_path) -> Path:
    """The report that the sides began with where it is at hand, else a short one of the same kind."""
    data = os.environ.get("TRACKTWO_REFERENCE_DATA")
    report = Path(data) / BRIEF if data else None
    if report and report.exists():
        return report
    made_up = tmp_path / "draft.txt"
    made_up.write_text(MADE_UP, "utf-8")
    return made_up


def test_draft_becomes_a_signed_text_and_an_issued_report(convenor, browser, site, draft) -> None:
    dialogue = convene(convenor, "Fishing grounds")
    for side in ("North", "South"):
        add_seats(convenor, dialogue, "head of delegation", side, 1)
    links = issue_links(convenor, dialogue)
    for stage in ("Perceive", "Risks", "Converge", "Text"):
        move_to(convenor, dialogue, stage)
    north, south = (arrive(browser, site, at=device) for device in (DESK, PHONE))
    for head, link in zip((north, south), links, strict=True):
        sit_down(head, link)

    text = _lay(convenor, dialogue, draft)
    for step in ("Go on to: compilation", "Go on to: chair’s text", "Begin rolling draft 1"):
        _take_on(convenor, text, step)
    _settle_the_doubt(convenor, north, south, text)
    _close_the_bracket(convenor, (north, south), text)
    _take_on(convenor, text, "Go on to: clean")

    _ask_silence(convenor, text)
    south.go(f"{text}silence/")
    south.sees("The text is under silence")
    let_pass(site, hours=3)
    south.go(f"{text}silence/")
    south.sees("Silence was kept")
    north.go(dialogue)
    north.sees("Silence was kept on a joint text: sign it for your side.")

    _sign(north, dialogue, text, within="en")
    _sign(south, dialogue, text, within="zh-hans")
    north.go(f"{text}agreement/")
    north.sees("adopted")
    _take_on(convenor, text, "Publish the text")

    south.go(f"{text}published/")
    south.sees("the future of")
    _opens_as_files(north, text)
    _is_proved(north, dialogue, text)

    publish_report(convenor, (north, south), dialogue)


def _lay(convenor: Person, dialogue: str, draft: Path) -> str:
    """The text's path, once it lies on the table in the one language in which it is written."""
    page = convenor.page
    convenor.go(f"{dialogue}texts/lay")
    page.set_input_files("[name=file]", draft)
    page.select_option("main select[name=language]", label="English")
    convenor.press("Read it")
    for language in ("zh", "fr"):
        page.uncheck(f"[name=languages][value={language}]")
    convenor.press("Lay it on the table")
    convenor.sees("The text is on the table.")
    return re.search(r"/d/[0-9a-f-]+/texts/[0-9a-f-]+/", page.url)[0]


def _take_on(convenor: Person, text: str, step: str) -> None:
    convenor.go(f"{text}agreement/")
    convenor.press(step)
    convenor.sees("The text is one step on.")


def _unit(person: Person, text: str, words: str) -> str:
    """The id of the passage that reads so."""
    person.go(text)
    passage = person.page.locator("[data-unit]", has_text=words).first
    return passage.get_attribute("data-unit")


def _settle_the_doubt(convenor: Person, north: Person, south: Person, text: str) -> None:
    """One side proposes words without the doubt, the other agrees, the chair takes them up."""
    unit = _unit(north, text, DOUBTED)
    north.go(f"{text}units/{unit}/en/edit")
    field = north.page.locator("textarea[name=words]")
    field.fill(field.input_value().replace(DOUBTED, "capitals"))
    north.sees("only your side sees this")
    north.page.get_by_role("link", name="Lay it on the table").click()
    north.press("Lay it on the table")

    south.go(f"{text}proposals/p1/")
    south.press("Agree for your side")
    convenor.go(f"{text}proposals/p1/")
    convenor.press("Take it up into the text")


def _close_the_bracket(convenor: Person, heads: tuple[Person, ...], text: str) -> None:
    """Both can live with the second wording; the chair has proposed it and closes with it."""
    unit = _unit(convenor, text, OPEN)
    convenor.go(f"{text}brackets/b1/close")
    convenor.page.get_by_role("button", name="Propose this wording").nth(1).click()
    for head in heads:
        head.go(f"{text}units/{unit}/")
        head.page.locator("[name='1-stance'][value=live_with]").check()
        head.press("Take this position")
        head.sees("can live with")
    convenor.go(f"{text}brackets/b1/close")
    convenor.press("Close the bracket with it")


def _ask_silence(convenor: Person, text: str) -> None:
    convenor.go(f"{text}silence/")
    convenor.page.select_option("[name=zone]", label="UTC")
    until = dt.datetime.now(dt.UTC) + SILENCE
    convenor.page.fill("[name=until]", until.strftime("%Y-%m-%dT%H:%M"))
    convenor.press("Ask for silence until then")
    convenor.sees("No word of the text moves until it is over.")


def _sign(head: Person, dialogue: str, text: str, *, within: str) -> None:
    """Make a key in this browser, show it, and sign the text with it, in one's own language."""
    page = head.page
    head.go(f"{dialogue}record/key/")
    page.locator(f".languages button[value={within}]").click()
    for field in ("#passphrase", "#again"):
        page.fill(field, "correct horse battery staple")
    page.locator("[data-make] form button").click()
    with page.expect_download():
        page.locator("[data-made] [data-file]").click()
    page.locator("[data-made] [data-on]").click()
    page.locator("#sign [data-here] button").click()
    page.wait_for_url("**/record/")

    head.go(f"{text}sign")
    assert page.locator("html").get_attribute("lang").lower() == within
    page.locator("#sign [data-here] button").click()
    page.wait_for_url("**/agreement/")
    assert page.locator("#messages .note").count() == 1


def _opens_as_files(head: Person, text: str) -> None:
    """The adopted text as Word and as PDF says what was agreed, and has no bracket left."""
    word = _fetch(head, f"{text}files/text.docx?paper=public")
    paragraphs = "\n".join(one.text for one in docx.Document(BytesIO(word)).paragraphs)
    assert ("the future of" in paragraphs, OPEN in paragraphs) == (True, False)

    pdf = _fetch(head, f"{text}files/text.pdf?paper=public")
    assert pdf.startswith(b"%PDF-")
    if shutil.which("pdftotext"):
        ran = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
        printed = " ".join(ran.stdout.decode().split())
        assert ("the future of" in printed, OPEN in printed) == (True, False)


def _is_proved(head: Person, dialogue: str, text: str) -> None:
    """Away from the site: the record verifies, names the text's hash, and fails at every changed byte."""
    record = _fetch(head, f"{dialogue}record/record.jsonl")
    words = sha256(_fetch(head, f"{text}exact")).hexdigest()

    found = verify(record)
    signed = [log.entries[-1] for log in found.logs.values()]
    assert found.problems == ()
    assert [(one.kind, one.body["hash"]) for one in signed] == [("text.adopted", words)] * 2
    keys = {name: log.entries[0].key for name, log in found.logs.items()}
    heads = [log.head for log in found.logs.values()]
    unseen = [at for at in range(len(record)) if _holds(_changed(record, at), keys, heads)]
    assert unseen == []


def _holds(record: bytes, keys: dict[str, str], heads: list) -> bool:
    return not verify(record, keys=keys, heads=heads).problems


def _changed(record: bytes, at: int) -> bytes:
    return record[:at] + bytes([record[at] ^ 1]) + record[at + 1 :]


def _fetch(head: Person, path: str) -> bytes:
    answer = head.page.request.get(f"{head.site.address}{path}")
    assert answer.ok, answer.text()
    return answer.body()
