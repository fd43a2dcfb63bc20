"""A report proposes, a person takes."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.web import world
from tracktwo_web.dialogues.roles import Role

pytestmark = pytest.mark.django_db
REPORT = """THE TALKS

III. NATO PERCEPTIONS OF CHINA

1. China arms at sea.
2. China hides what it spends.

IV. CHINESE PERCEPTIONS OF NATO

1. NATO looks for an enemy.
"""


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


def _read(client, dialogue, text: str, name: str = "report.txt"):
    file = SimpleUploadedFile(name, text.encode())
    return client.post(reverse("report_in", args=[dialogue.id]), {"file": file})


def _fields(page) -> dict[str, str]:
    """What a browser would send back unchanged."""
    html = page.content.decode()
    fields = {
        name: unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html)
    }
    texts = re.findall(r'<textarea name="(form-[^"]+)"[^>]*>\s*(.*?)</textarea>', html, re.DOTALL)
    chosen = re.findall(
        r'<select name="(form-[^"]+)".*?<option value="([^"]*)" selected', html, re.DOTALL
    )
    return fields | {name: unescape(text) for name, text in texts} | dict(chosen)


def test_a_report_proposes_and_nothing_is_on_the_list_yet(dialogue, secretariat) -> None:
    fields = _fields(_read(secretariat, dialogue, REPORT))

    proposed = [(fields[f"form-{i}-text"], fields[f"form-{i}-about"]) for i in range(3)]
    assert proposed == [
        ("China arms at sea.", "china"),
        ("China hides what it spends.", "china"),
        ("NATO looks for an enemy.", "nato"),
    ]
    assert dialogue.statements.count() == 0


def test_what_a_person_takes_goes_onto_the_list_as_they_changed_it(dialogue, secretariat) -> None:
    fields = _fields(_read(secretariat, dialogue, REPORT))
    fields |= {"form-0-take": "on", "form-2-take": "on", "form-2-text": "NATO needs an enemy."}

    answer = secretariat.post(reverse("report_take", args=[dialogue.id]), fields)

    assert answer.url == reverse("statements", args=[dialogue.id])
    taken = [
        (one.versions.get().texts, one.about.code, one.side, one.state, one.source)
        for one in dialogue.statements.order_by("code")
    ]
    assert taken == [
        ({"en": "China arms at sea."}, "china", None, "accepted", "THE TALKS, III.1"),
        ({"en": "NATO needs an enemy."}, "nato", None, "accepted", "THE TALKS, IV.1"),
    ]


def test_a_text_that_is_too_long_comes_back_with_everything_entered(dialogue, secretariat) -> None:
    fields = _fields(_read(secretariat, dialogue, REPORT))
    fields |= {"form-0-take": "on", "form-0-text": "x" * 601}

    page = secretariat.post(reverse("report_take", args=[dialogue.id]), fields)

    assert (page.status_code, dialogue.statements.count()) == (200, 0)
    assert _fields(page)["form-0-text"] == "x" * 601


def test_what_is_not_taken_may_be_as_long_as_the_report_has_it(dialogue, secretariat) -> None:
    fields = _fields(_read(secretariat, dialogue, REPORT))
    fields |= {"form-0-text": "x" * 601, "form-2-take": "on"}

    answer = secretariat.post(reverse("report_take", args=[dialogue.id]), fields)

    assert (answer.status_code, dialogue.statements.count()) == (302, 1)


def test_a_report_without_perceptions_says_so(dialogue, secretariat) -> None:
    page = _read(secretariat, dialogue, "Nothing to see here.\n")

    assert "found no heading" in page.content.decode()


@pytest.mark.parametrize("name", ["report.docx", "../../etc/passwd", "report.txt"])
def test_a_file_that_is_no_text_gets_a_sentence(dialogue, secretariat, name) -> None:
    file = SimpleUploadedFile(name, b"\xff\xfe\x00\x01PK\x03\x04" * 3)

    page = secretariat.post(reverse("report_in", args=[dialogue.id]), {"file": file})

    assert page.status_code == 200
    assert 'class="errors"' in page.content.decode()


@pytest.mark.parametrize("name", ["report_in", "report_take"])
def test_delegates_bring_nothing_in(dialogue, sit, name) -> None:
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))

    assert client.post(reverse(name, args=[dialogue.id])).status_code == 403


BRIEF = Path(__file__).parents[4] / "shared" / "brief" / "nato-china-report.txt"


@pytest.mark.skipif(not BRIEF.exists(), reason="the report itself is not part of this repository")
def test_the_report_on_nato_and_china_proposes_its_fourteen_perceptions(
    dialogue, secretariat
) -> None:
    fields = _fields(_read(secretariat, dialogue, BRIEF.read_text("utf-8")))

    about = [fields.get(f"form-{i}-about") for i in range(14)]

    assert (about.count("china"), about.count("nato")) in {(8, 6), (6, 8)}
    assert "form-14-text" not in fields
