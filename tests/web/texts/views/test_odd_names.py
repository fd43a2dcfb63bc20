"""Names that a file gave to passages, brackets and proposals, whatever stands in them: every page opens."""

import pytest
from django.urls import reverse

from tests.web import world
from tests.web.texts.laid import a_proposal
from tests.web.texts.views.desk import Desk
from tests.web.texts.views.reader import main_of, words_in
from tracktwo.text import NegotiatedText, Unit
from tracktwo.text.standing import unit_fingerprint
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import chair, proposals
from tracktwo_web.texts.domain.lay import lay_on_table
from tracktwo_web.texts.models import Note
from tracktwo_web.texts.names_in_addresses import NameInAddress
from tracktwo_web.texts.queries import log_of, text_now

NAMES = (
    "a/b",
    "..",
    ".",
    "a?b=1",
    "a#b",
    "100%",
    "%2F",
    "two words",
    "~",
    "a~2Fb",
    "段落/一",
    "u1",
)


@pytest.fixture(params=NAMES)
def name(request) -> str:
    return request.param


@pytest.fixture
def odd(dialogue, sit, name) -> Desk:
    """A text whose passages and bracket are called so."""
    units = (
        Unit(name, texts={"en": "The sides meet every year."}),
        Unit(f"{name}2", texts={"en": f'The sides [shall/should]{{id:"{name}"}} announce exercises.'}),
    )  # fmt: skip
    return Desk(lay_on_table(dialogue, NegotiatedText({"en": "A text"}, ("en",), units)), sit)


def test_name_comes_out_of_its_address_as_it_went_in(name) -> None:
    written = NameInAddress().to_url(name)

    assert NameInAddress().to_python(written) == name
    assert not set(written) & set("/?#% ")
    assert written not in (".", "..")


def test_address_with_half_a_character_holds_no_name() -> None:
    with pytest.raises(ValueError):
        NameInAddress().to_python("~FF")


@pytest.mark.parametrize("role", [Role.HEAD, Role.SECRETARIAT])
def test_pages_of_a_text_open(odd, name, role) -> None:
    browser = odd.at(role, "nato" if role == Role.HEAD else "")

    for page in ("text", "text_ledger", "text_languages", "text_compare", "text_agreement"):
        assert "A text" in main_of(browser.get(odd.to(page)))
    assert "every year" in words_in(browser.get(odd.to("text_unit", name)))
    assert "shall / should" in words_in(browser.get(odd.to("text_unit", f"{name}2")))
    assert "every year" in words_in(browser.get(odd.to("text_edit", name, "en")))


def test_side_speaks_of_a_bracket_and_a_passage(odd, name, nato) -> None:
    browser = odd.at(Role.HEAD, "nato")
    now = text_now(odd.text)
    seen, words = (unit_fingerprint(now.unit(one)) for one in (f"{name}2", name))

    spoken = browser.post(odd.to("text_position", name), {"0-stance": "support", "seen": seen})
    accepted = browser.post(
        odd.to("text_unit_position", name), {"stance": "support", "words": words}
    )

    assert spoken["Location"] == odd.to("text_unit", f"{name}2")
    assert accepted["Location"] == odd.to("text_unit", name)
    assert {(one.unit, one.bracket) for one in log_of(odd.text)} == {(f"{name}2", name), (name, "")}


def test_side_writes_and_proposes(odd, name, nato, china) -> None:
    browser = odd.at(Role.HEAD, "nato")

    noted = browser.post(odd.to("text_note", name), {"words": "Ask the capital.", "seen": 0})
    one = a_proposal(odd.text, nato, "The sides meet twice a year.", unit=name)
    proposals.agree(one, china)
    chair.take_up(one)

    assert noted["Location"] == odd.to("text_unit", name)
    assert Note.objects.get().unit == name
    assert "twice a year" in words_in(browser.get(odd.to("text_unit", name)))


def test_chair_is_led_to_a_bracket(odd, name) -> None:
    browser = odd.at(Role.SECRETARIAT)

    answer = browser.get(odd.to("text_close_bracket", name))

    assert f"Open point {name}" in words_in(answer)


def test_discarding_leads_back_to_the_passage(odd, name) -> None:
    browser = odd.at(Role.HEAD, "nato")

    answer = browser.post(odd.to("text_draft_discard", name, "en"))

    assert browser.get(answer["Location"]).status_code == 200


def test_address_without_such_a_name_is_no_page(text, sit, dialogue) -> None:
    browser = sit(world.seat_of(dialogue, Role.OBSERVER))
    page = reverse("text_unit", args=[dialogue.id, text.id, "u1"])

    assert browser.get(page.replace("u1", "~FF")).status_code == 404
