"""The way from what was agreed to a report that both sides have signed, in everybody's own browser."""

import re
from hashlib import sha256

from tests.web.journeys.people import Person, move_to
from tracktwo.record import read_record


def publish_report(convenor: Person, heads: tuple[Person, ...], dialogue: str) -> None:
    """Compose it, say how each author is named, read it in every language, sign, release."""
    for stage in ("Roadmap", "Channel", "Report"):
        move_to(convenor, dialogue, stage)
    for head in heads:
        _choose_to_be_unnamed(head, dialogue)
    convenor.go(f"{dialogue}report/")
    convenor.page.locator(f'form[action="{dialogue}report/compose"] button').click()
    convenor.sees("Before it is released", within=180)
    for language in ("en", "zh", "fr"):
        convenor.go(f"{dialogue}report/read/{language}/")
        convenor.page.locator("main form button.button").last.click()

    for head in heads:
        head.go(f"{dialogue}report/sign")
        head.page.locator("#sign [data-here] button").click()
        head.page.wait_for_url("**/report/")
    convenor.go(f"{dialogue}report/")
    convenor.press("Release the report")
    convenor.go(f"{dialogue}report/issues/")
    convenor.page.locator("main a[href*='/report/issues/1']").first.click()
    convenor.page.wait_for_selector("a[href$='report.en.pdf']", timeout=180_000)
    _is_what_was_signed(convenor, heads, dialogue)


def _choose_to_be_unnamed(head: Person, dialogue: str) -> None:
    head.go(f"{dialogue}report/you")
    head.page.check("main [name=wish][value=office]")
    head.page.locator("main form button.button").first.click()


def _is_what_was_signed(convenor: Person, heads: tuple[Person, ...], dialogue: str) -> None:
    """The bytes of the issue have the hash that both sides signed, and its files open."""
    issue = re.sub(r"[?#].*", "", convenor.page.url).removeprefix(convenor.site.address)
    exact = sha256(_fetch(convenor, f"{issue}exact")).hexdigest()
    record = read_record(_fetch(heads[0], f"{dialogue}record/record.jsonl"))
    signed = [log.entries[-1] for log in record.values()]
    assert [(one.kind, one.body["hash"]) for one in signed] == [("report.signed", exact)] * 2
    for language in ("en", "zh", "fr", "en+zh"):
        assert _fetch(convenor, f"{issue}report.{language}.pdf").startswith(b"%PDF-")
    assert _fetch(convenor, f"{issue}report.fr.docx").startswith(b"PK")


def _fetch(person: Person, path: str) -> bytes:
    answer = person.page.request.get(f"{person.site.address}{path}")
    assert answer.ok, answer.text()
    body: bytes = answer.body()
    return body
