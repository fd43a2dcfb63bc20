"""What the head says in the name of the side, by forms."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.web import world
from tests.web.texts.laid import a_proposal, english
from tests.web.texts.views.reader import main_of, words_in
from tracktwo.text.standing import Move, MoveKind, Position, Stance, unit_fingerprint
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import chair, proposals, voices
from tracktwo_web.texts.queries import log_of, text_now

REFUSED = [
    (Role.MEMBER, "nato"),
    (Role.ADVISER, "nato"),
    (Role.INTERPRETER, "china"),
    (Role.SECRETARY, "china"),
    (Role.SECRETARIAT, ""),
    (Role.OBSERVER, ""),
]


@pytest.fixture
def at(sit, dialogue):
    return lambda role, side="": sit(world.seat_of(dialogue, role, side))


@pytest.fixture
def head(at):
    return at(Role.HEAD, "nato")


@pytest.fixture
def to(text):
    return lambda name, *parts: reverse(name, args=[text.dialogue_id, text.id, *parts])


@pytest.fixture
def seen(text):
    """The fingerprint of a unit as its page holds it."""
    return lambda unit: unit_fingerprint(text_now(text).unit(unit))


def said(text) -> list[tuple[object, ...]]:
    return [
        (one.side, one.bracket, one.alternative, one.stance, one.ad_ref)
        for one in log_of(text)
        if isinstance(one, Position)
    ]


def moves(text) -> list[tuple[object, ...]]:
    return [(one.kind, one.unit) for one in log_of(text) if isinstance(one, Move)]


def test_head_speaks_of_every_wording_at_once(text, head, to, seen) -> None:
    told = {"seen": seen("u2"), "0-stance": "support", "1-stance": "live_with", "1-ad_ref": "on"}

    answer = head.post(to("text_position", "b1"), told, follow=True)

    assert said(text) == [
        ("nato", "b1", 0, Stance.SUPPORT, False),
        ("nato", "b1", 1, Stance.LIVE_WITH, True),
    ]
    shown = words_in(answer)
    assert "The position of your side stands as you have marked it." in shown
    assert "NATO experts can live with (ad referendum)" in shown


def test_words_can_be_left_out(text, head, to, seen) -> None:
    head.post(to("text_position", "b1"), {"seen": seen("u2"), "none-stance": "oppose"})

    assert said(text) == [("nato", "b1", None, Stance.OPPOSE, False)]


def test_what_was_said_already_is_not_noted_again(text, head, to, seen) -> None:
    for stance in ("support", "support", "oppose"):
        head.post(to("text_position", "b1"), {"seen": seen("u2"), "0-stance": stance})

    assert [one[3] for one in said(text)] == [Stance.SUPPORT, Stance.OPPOSE]


def test_position_on_words_that_changed_meanwhile_is_not_taken(
    text, head, to, seen, nato, china
) -> None:
    before = seen("u2")
    words = english(text, "u2").replace("should", "must")
    one = a_proposal(text, china, words, unit="u2")
    proposals.agree(one, nato)
    chair.take_up(one)

    told = {"seen": before, "1-stance": "support", "1-ad_ref": "on"}
    answer = head.post(to("text_position", "b1"), told)

    assert said(text) == []
    markup = main_of(answer)
    assert "The words have changed meanwhile: read them again." in markup
    assert 'value="support" required id' not in markup
    assert markup.count("checked") == 2  # what was chosen is still marked


def test_unreadable_position_says_so_and_loses_nothing(text, head, to, seen) -> None:
    told = {"seen": seen("u2"), "0-stance": "perhaps", "1-stance": "support"}

    answer = head.post(to("text_position", "b1"), told)

    assert said(text) == []
    markup = main_of(answer)
    assert "perhaps is not one of the available choices" in markup
    assert markup.count("checked") == 1


def test_position_on_a_closed_bracket_says_so(text, head, to) -> None:
    answer = head.post(to("text_position", "b9"), {"seen": "", "0-stance": "support"}, follow=True)

    assert "This bracket is closed already." in words_in(answer)


def test_head_accepts_a_clean_unit_in_the_words_that_were_read(text, head, to, seen) -> None:
    told = {"words": seen("u1"), "stance": "support"}

    head.post(to("text_unit_position", "u1"), told)
    refused = head.post(to("text_unit_position", "u1"), told | {"words": seen("u3")})

    assert said(text) == [("nato", "", None, Stance.SUPPORT, False)]
    assert "has other words now than those" in words_in(refused)


def test_position_on_a_unit_without_a_choice_says_so(text, head, to, seen) -> None:
    answer = head.post(to("text_unit_position", "u1"), {"words": seen("u1")})

    assert "This field is required." in words_in(answer)
    assert said(text) == []


@pytest.mark.parametrize(
    ("told", "move"),
    [
        ({"kind": "reopen", "reason": "New facts."}, (MoveKind.REOPEN, "u1")),
        (
            {"kind": "park", "group": "friends of the chair", "until": "2999-01-01"},
            (MoveKind.PARK, "u1"),
        ),
        ({"kind": "package", "conditions": ["u3", "u2"]}, (MoveKind.PACKAGE, "u1")),
    ],
)
def test_head_makes_a_move(text, head, to, told, move) -> None:
    answer = head.post(to("text_move", "u1"), told)

    assert (answer.status_code, moves(text)) == (302, [move])


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"kind": "reopen", "reason": " "}, "This field is required."),
        ({"kind": "park", "group": "G", "until": "2001-01-01"}, "This day is over."),
        ({"kind": "park", "group": "A fine group"}, "This field is required."),
        ({"kind": "package"}, "This field is required."),
        ({"kind": "package", "conditions": ["u9"]}, "u9 is not one of the available choices."),
        ({"kind": "settle"}, "This cannot be done while the state is “clean”."),
    ],
)
def test_move_that_cannot_be_made_says_why(text, head, to, told, sentence) -> None:
    answer = head.post(to("text_move", "u1"), told, follow=True)

    assert sentence in words_in(answer)
    assert moves(text) == []
    if "group" in told and len(told["group"]) > 1:
        assert told["group"] in main_of(answer)


def test_move_that_nobody_makes_does_not_exist(head, to) -> None:
    assert head.post(to("text_move", "u1"), {"kind": "lapse"}).status_code == 404


def test_moves_back_are_offered_after_the_moves(text, head, to, nato) -> None:
    voices.make_move(
        text, nato, MoveKind.PARK, "u1", group="a small group", until=dt.date(2999, 1, 1)
    )
    voices.make_move(text, nato, MoveKind.PACKAGE, "u1", conditions=("u3",))

    shown = words_in(head.get(to("text_unit", "u1")))

    assert "Parked with a small group until 1 January 2999." in shown
    assert "NATO experts agrees only if these are agreed too: 3. A line stays open." in shown
    assert "Return it to the table" in shown
    assert "Release it from the package" in shown
    assert "Park it with a small group" not in shown


def test_everything_clean_is_accepted_at_once(text, head, to) -> None:
    markup = main_of(head.get(to("text")))
    assert markup.count('name="unit"') == 3

    told = {"version": text.version, "unit": ["h1", "u1", "u2", "u3"]}
    answer = head.post(to("text_accept_clean"), told, follow=True)

    assert answer.redirect_chain == [(to("text") + "?unit=h1", 302)]
    assert [one[0] for one in said(text)] == ["nato"] * 3
    assert "Your side accepts 3 passages as they stand." in words_in(answer)


@pytest.mark.parametrize("version", ["7", "", "x", "-0"])
def test_nothing_is_accepted_in_words_that_were_not_read(text, head, to, version) -> None:
    answer = head.post(to("text_accept_clean"), {"version": version, "unit": ["u1"]}, follow=True)

    assert said(text) == []
    assert "The words have changed meanwhile: read them again." in words_in(answer)


@pytest.mark.parametrize(("role", "side"), REFUSED)
def test_only_heads_speak_for_their_side(text, at, to, seen, role, side) -> None:
    client = at(role, side)

    answers = [
        client.post(to("text_position", "b1"), {"seen": seen("u2"), "0-stance": "support"}),
        client.post(to("text_unit_position", "u1"), {"words": seen("u1"), "stance": "support"}),
        client.post(to("text_move", "u1"), {"kind": "reopen", "reason": "Because."}),
        client.post(to("text_accept_clean"), {"version": 0, "unit": ["u1"]}),
    ]

    assert ([one.status_code for one in answers], log_of(text)) == ([403] * 4, ())


def test_nobody_speaks_while_a_round_is_open(text, head, to, seen, dialogue) -> None:
    world.an_open_round(dialogue)

    answer = head.post(to("text_position", "b1"), {"seen": seen("u2"), "0-stance": "support"})

    assert (answer.status_code, log_of(text)) == (403, ())
