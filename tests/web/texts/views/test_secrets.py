"""What a side writes for itself is on no page of anybody else."""

import re

import pytest
from django.urls import URLPattern, reverse

from tests.web import world
from tests.web.texts.laid import a_draft, a_proposal
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain.remarks import keep_note
from tracktwo_web.texts.urls import urlpatterns

DRAFT, NOTE, CHAIRS = "a draft nobody else may read", "a note nobody else may read", "of the chair"
PARTS = {"unit": "u1", "language": "en", "code": "p1", "bracket": "b1", "operation": "p1"}
FORMS = ("md", "txt", "html", "docx", "json", "zip", "pdf", "xml", "csv")
"""What a file may be asked for as; one that is not made is not found."""


@pytest.fixture
def secrets(text, nato) -> None:
    """A side's draft and note, and a draft of the chair, on one unit; and a proposal beside them."""
    a_proposal(text, nato, "The sides meet twice a year.")
    a_draft(text, nato, f"The sides meet every year: {DRAFT}.")
    a_draft(text, None, f"The sides meet every year: {CHAIRS}.")
    keep_note(text, "u1", nato, NOTE, seen=0)


def every_page(text) -> list[str]:
    """Every address of the app about this text, for every unit that it could be about."""
    return [address for one in urlpatterns for address in _addresses(one, text)]


def _addresses(one, text) -> list[str]:
    assert isinstance(one, URLPattern)
    names = one.pattern.regex.groupindex
    known = {"dialogue_id": text.dialogue_id, "text_id": text.id} | PARTS
    for form in FORMS if "form" in names else ("",):
        asked = {name: known.get(name, form) for name in ("dialogue_id", *names)}
        yield reverse(one.name, kwargs=asked)


def found_on_all_pages(client, text) -> set[str]:
    """The secrets that somebody reads on any page, or on any page that one leads to."""
    told: set[str] = set()
    waiting, seen = every_page(text), set()
    while waiting:
        address = waiting.pop()
        if address in seen or "/texts/" not in address:
            continue
        seen.add(address)
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        shown = re.sub("<[^>]+>", "", body.decode("utf-8", "replace"))
        told |= {
            one
            for one in (DRAFT, NOTE, CHAIRS)
            if one in shown or one in body.decode("utf-8", "replace")
        }
        links = re.findall(r'(?:href|src)="(/d/[^"#]+)', body.decode("utf-8", "replace"))
        waiting += [one.replace("&amp;", "&") for one in links]
    assert len(seen) > 12
    return told


@pytest.mark.parametrize(
    ("role", "side", "told"),
    [
        (Role.MEMBER, "nato", {DRAFT, NOTE}),
        (Role.HEAD, "china", set()),
        (Role.MEMBER, "china", set()),
        (Role.INTERPRETER, "china", set()),
        (Role.SECRETARIAT, "", {CHAIRS}),
        (Role.OBSERVER, "", set()),
    ],
)
def test_what_is_written_for_oneself_stays_there(
    text, secrets, sit, dialogue, role, side, told
) -> None:
    assert found_on_all_pages(sit(world.seat_of(dialogue, role, side)), text) == told


def test_convenor_reads_what_the_chair_writes_and_no_more(text, secrets, convenor_client) -> None:
    assert found_on_all_pages(convenor_client, text) == {CHAIRS}
