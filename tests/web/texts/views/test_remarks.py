"""Remarks to the table, and notes of a side."""

import pytest
from django.urls import reverse

from tests.web import world
from tests.web.texts.views.reader import main_of, words_in
from tracktwo_web.dialogues.roles import Role


@pytest.fixture
def at(sit, dialogue):
    return lambda role, side="": sit(world.seat_of(dialogue, role, side))


@pytest.fixture
def to(text):
    return lambda name, *parts: reverse(name, args=[text.dialogue_id, text.id, *parts])


@pytest.mark.parametrize(
    ("role", "side", "speaker"),
    [
        (Role.HEAD, "nato", "nato"),
        (Role.INTERPRETER, "china", "china"),
        (Role.SECRETARY, "china", "china"),
        (Role.SECRETARIAT, "", None),
    ],
)
def test_remark_is_made_in_the_name_of_a_side_or_the_chair(
    text, at, to, role, side, speaker
) -> None:
    answer = at(role, side).post(to("text_remark", "u1"), {"words": "Too often."}, follow=True)

    one = text.remarks.get()
    assert (one.side and one.side.code, one.words, one.unit) == (speaker, "Too often.", "u1")
    assert "Your remark is on the table." in words_in(answer)


@pytest.mark.parametrize("words", ["", "  ", "x" * 4001])
def test_remark_that_cannot_be_loses_no_word(text, at, to, words) -> None:
    answer = at(Role.MEMBER, "nato").post(to("text_remark", "u1"), {"words": words})

    assert not text.remarks.exists()
    assert "One thing needs your attention" in words_in(answer)
    assert words.strip() in main_of(answer)


def test_observer_makes_no_remark_and_keeps_no_note(text, at, to) -> None:
    client = at(Role.OBSERVER)

    answers = [
        client.post(to(f"text_{one}", "u1"), {"words": "x", "seen": 0})
        for one in ("remark", "note")
    ]

    assert [one.status_code for one in answers] == [403, 403]
    assert (text.remarks.count(), text.notes.count()) == (0, 0)


@pytest.mark.parametrize("role", [Role.SECRETARIAT, Role.OBSERVER])
def test_who_sits_on_no_side_keeps_no_note(text, at, to, role) -> None:
    answer = at(role).post(to("text_note", "u1"), {"words": "x", "seen": 0})

    assert (answer.status_code, text.notes.count()) == (403, 0)


def test_note_is_kept_changed_and_taken_away(text, at, to) -> None:
    client = at(Role.SECRETARY, "nato")

    for seen, words in enumerate(["One.", "Two."]):
        client.post(to("text_note", "u1"), {"words": words, "seen": seen})
    assert [(one.side.code, one.words, one.edition) for one in text.notes.all()] == [
        ("nato", "Two.", 2)
    ]

    client.post(to("text_note", "u1"), {"words": "", "seen": 2})
    assert not text.notes.exists()


def test_second_pen_sees_the_other_words_and_chooses(text, at, to) -> None:
    first, second = at(Role.MEMBER, "nato"), at(Role.HEAD, "nato")
    first.post(to("text_note", "u1"), {"words": "What the member wrote.", "seen": 0})

    answer = second.post(to("text_note", "u1"), {"words": "What the head wrote.", "seen": 0})

    markup = main_of(answer)
    assert "Somebody of your side has changed the note meanwhile." in markup
    assert ("What the member wrote." in markup, "What the head wrote." in markup) == (True, True)
    assert 'name="seen" value="1"' in markup
    assert text.notes.get().words == "What the member wrote."

    second.post(to("text_note", "u1"), {"words": "Both.", "seen": 1})
    assert text.notes.get().words == "Both."


def test_two_sides_notes_do_not_meet(text, at, to) -> None:
    for side in ("nato", "china"):
        answer = at(Role.MEMBER, side).post(
            to("text_note", "u1"), {"words": f"Of {side}.", "seen": 0}
        )
        assert answer.status_code == 302

    assert text.notes.count() == 2


@pytest.mark.parametrize("seen", ["", "x", "-1"])
def test_note_that_does_not_say_what_it_goes_on_from_loses_no_word(text, at, to, seen) -> None:
    answer = at(Role.MEMBER, "nato").post(to("text_note", "u1"), {"words": "Mine.", "seen": seen})

    assert "Mine." in main_of(answer)
    assert not text.notes.exists()


def test_nothing_is_said_while_a_round_is_open(text, at, to, dialogue) -> None:
    client = at(Role.MEMBER, "nato")
    world.an_open_round(dialogue)

    answers = [
        client.post(to(f"text_{one}", "u1"), {"words": "x", "seen": 0})
        for one in ("remark", "note")
    ]

    assert [one.status_code for one in answers] == [403, 403]


def test_note_can_be_read_while_a_round_is_open(text, at, to, dialogue) -> None:
    client = at(Role.MEMBER, "nato")
    client.post(to("text_note", "u1"), {"words": "Capital wants more.", "seen": 0})
    world.an_open_round(dialogue)

    assert "Capital wants more." in words_in(client.get(to("text_unit", "u1")))
