"""How authors are named, who reviews, and what of it is in the way."""

import pytest

from tests.web import world
from tests.web.reports.making import a_draft, name_everybody
from tracktwo_web.dialogues.domain.keys import revoke_keys
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.reports.domain.authors import authors_of, name_author, unheard
from tracktwo_web.reports.domain.gates import gate_of
from tracktwo_web.reports.models import Consent, Review, Wish


@pytest.fixture
def seat(dialogue):
    return world.seat_of(dialogue, Role.HEAD, "nato")


def in_english(dialogue) -> list[str]:
    return [one.shown("en") for one in authors_of(dialogue)]


def is_open(draft, kind: str) -> bool:
    return any(one.kind == kind and not one.is_met for one in gate_of(draft).conditions)


def test_name_is_printed_only_by_its_bearers_wish(head, dialogue, seat, at) -> None:
    head.post(at("report_consent"), {"wish": "name", "name": "A. Name", "office_en": "Chair"})
    named = in_english(dialogue)
    head.post(at("report_consent"), {"wish": "office", "name": "A. Name", "office_en": "Chair"})

    assert named[0] == "A. Name (Chair)"
    assert in_english(dialogue)[0] == "Chair"
    assert Consent.objects.get(seat=seat).name == ""


def test_author_who_is_not_to_be_named_is_left_out_and_has_answered(head, dialogue, at) -> None:
    before = len(unheard(dialogue))

    head.post(at("report_consent"), {"wish": "not", "name": "A. Name", "office_en": "Chair"})

    assert "Head of delegation" in in_english(dialogue)  # that of the other side
    assert in_english(dialogue).count("Head of delegation") == 1
    assert len(unheard(dialogue)) == before - 1
    assert not Consent.objects.exclude(name="").exists()


def test_silent_authors_are_left_out_by_the_secretariat_and_may_still_speak(
    head, secretariat, dialogue, draft, at
) -> None:
    assert is_open(draft, "consent")
    assert "Leave out those who have not answered" in secretariat.get(at("report")).content.decode()
    assert "Leave out those" not in head.get(at("report")).content.decode()

    secretariat.post(at("report_unnamed"))

    assert (unheard(dialogue), authors_of(dialogue)) == ([], [])
    head.post(at("report_consent"), {"wish": "office", "office_en": "Chair"})
    assert in_english(dialogue) == ["Chair"]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"wish": "name"}, "Write your name, or choose to be named by your office."),
        ({}, "Choose one of the three."),
        ({"wish": "other"}, "Select a valid choice"),
        ({"wish": "name", "name": "N" * 200}, "at most 120 characters"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(head, at, told, said) -> None:
    page = head.post(at("report_consent"), told).content.decode()

    assert said in page
    assert not Consent.objects.exists()


def test_name_with_markup_is_printed_as_it_is_written(dialogue, seat, head, at) -> None:
    name_author(seat, Wish.NAME, name="<b>A</b> [x](y)\u202e", office={})
    draft = a_draft(dialogue)

    page = head.get(at("report_read", "en")).content.decode()

    assert "<b>A</b>" not in page
    assert "\u202e" not in page
    assert draft.is_done


def test_closed_seat_keeps_nobody_waiting(dialogue, seat) -> None:
    from django.utils import timezone

    before = len(unheard(dialogue))

    revoke_keys(seat, now=timezone.now())

    assert len(unheard(dialogue)) == before - 1


def test_wish_that_comes_after_composing_asks_to_compose_anew(dialogue, seat) -> None:
    name_everybody(dialogue)
    draft = a_draft(dialogue)
    before = is_open(draft, "consent")

    name_author(seat, Wish.NAME, name="A. Name", office={})

    assert (before, is_open(draft, "consent")) == (False, True)
    assert not is_open(a_draft(dialogue), "consent")


def test_review_counts_for_the_words_that_were_read(head, dialogue, seat, at) -> None:
    draft = a_draft(dialogue)
    seen = draft.facts["hashes"]["en"]

    head.post(at("report_review", "en"), {"seen": seen})
    read = gate_of(draft)
    name_author(seat, Wish.NAME, name="A. Name", office={})
    other = gate_of(a_draft(dialogue))

    languages = [
        next(one for one in gate.conditions if one.kind == "languages") for gate in (read, other)
    ]
    assert [one.missing for one in languages] == [("zh",), ("en", "zh")]


def test_review_of_words_that_are_no_longer_there_is_refused(head, dialogue, draft, at) -> None:
    page = head.post(at("report_review", "en"), {"seen": 64 * "a"}, follow=True).content.decode()

    assert "Nothing was confirmed: the report has been composed anew." in page
    assert not Review.objects.exists()


def test_language_that_the_dialogue_has_not_is_not_there(head, draft, at) -> None:
    assert head.get(at("report_read", "fr")).status_code == 404
    assert head.post(at("report_review", "fr"), {"seen": ""}).status_code == 404


def test_page_says_in_whose_name_a_language_was_confirmed(head, other_head, draft, at) -> None:
    head.post(at("report_review", "en"), {"seen": draft.facts["hashes"]["en"]})

    page = other_head.get(at("report_read", "en")).content.decode()

    assert "Confirmed in the name of NATO experts" in page
    assert "I have read it: the report is right in English" in page
