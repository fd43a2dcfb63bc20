"""A unit's own page."""

import pytest

from tests.web import world
from tests.web.texts.laid import a_draft, a_proposal
from tests.web.texts.views.reader import main_of, words_in
from tracktwo.text import NegotiatedText, Unit, UnitKind
from tracktwo.text.standing import MoveKind, Stance, unit_fingerprint
from tracktwo_web.dialogues.models import Attribution
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import chair, proposals, voices
from tracktwo_web.texts.domain.lay import lay_on_table
from tracktwo_web.texts.domain.remarks import keep_note, remark_on
from tracktwo_web.texts.queries import text_now


@pytest.fixture
def page(text) -> str:
    return f"/d/{text.dialogue_id}/texts/{text.id}/units/"


@pytest.fixture
def at(sit, dialogue):
    return lambda role, side="": sit(world.seat_of(dialogue, role, side))


EVERYBODY = [
    (Role.HEAD, "nato"),
    (Role.MEMBER, "nato"),
    (Role.ADVISER, "nato"),
    (Role.INTERPRETER, "china"),
    (Role.SECRETARY, "china"),
    (Role.SECRETARIAT, ""),
    (Role.OBSERVER, ""),
]


def offered(markup: str) -> set[str]:
    """What a page lets its reader do, by the words of its buttons and links."""
    asked = {
        "position": "Take this position",
        "move": "What else your side may do",
        "words": "Propose other words in English",
        "unit": "Propose to take it out",
        "remark": "Say it to the table",
        "note": "Keep the note",
        "chair": "as the chair",
    }
    return {name for name, words in asked.items() if words in markup}


@pytest.mark.parametrize(
    ("role", "side", "may"),
    [
        (Role.HEAD, "nato", {"position", "move", "words", "unit", "remark", "note"}),
        (Role.MEMBER, "nato", {"words", "unit", "remark", "note"}),
        (Role.ADVISER, "nato", {"words", "unit", "remark", "note"}),
        (Role.INTERPRETER, "china", {"words", "unit", "remark", "note"}),
        (Role.SECRETARY, "china", {"words", "unit", "remark", "note"}),
        (Role.SECRETARIAT, "", {"words", "unit", "remark", "chair"}),
        (Role.OBSERVER, "", set()),
    ],
)
def test_page_offers_what_its_reader_may_do(page, at, role, side, may) -> None:
    assert offered(main_of(at(role, side).get(f"{page}u2/"))) == may


def test_convenor_is_offered_what_the_chair_may_do(page, convenor_client) -> None:
    found = offered(main_of(convenor_client.get(f"{page}u2/")))

    assert found == {"words", "unit", "remark", "chair"}


@pytest.mark.parametrize(("role", "side"), EVERYBODY)
def test_while_a_round_is_open_nothing_is_offered(page, text, at, dialogue, role, side) -> None:
    client = at(role, side)
    world.an_open_round(dialogue)

    markup = main_of(client.get(f"{page}u2/"))

    assert "While a round is open" in markup
    assert "<form" not in markup


def test_open_point_says_where_the_sides_stand(page, text, at, nato, china) -> None:
    voices.speak_of_wording(text, nato, "b1", 0, Stance.SUPPORT, ad_ref=True)
    voices.speak_of_wording(text, china, "b1", 0, Stance.OPPOSE)
    chair.propose_wording(text, "b1", 1)

    shown = words_in(at(Role.OBSERVER).get(f"{page}u2/"))

    assert "Open point b1 open since session 1" in shown
    assert "Wording 1 shall 应当" in shown
    assert "NATO experts supports (ad referendum)" in shown
    assert "Chinese experts opposes" in shown
    assert "Wording 2 should 宜 proposed by the chair" in shown
    assert "Nobody blocks wording 2 of bracket b1; still to be heard:" in shown


@pytest.mark.parametrize(
    ("attribution", "is_named"), [(Attribution.SIDE, True), (Attribution.NONE, False)]
)
def test_holder_is_named_where_the_rules_allow_it(
    page, text, at, nato, dialogue, attribution, is_named
) -> None:
    dialogue.attribution = attribution
    dialogue.save()
    chair.enter_in_brackets(a_proposal(text, nato, "The sides meet twice a year."))

    shown = words_in(at(Role.OBSERVER).get(f"{page}u1/"))

    assert ("held by NATO experts" in shown) is is_named


def test_position_on_a_wording_that_is_gone_does_not_count(dialogue, at, nato, china) -> None:
    unit = Unit("u1", texts={"en": "We [shall/should] meet."})
    text = lay_on_table(dialogue, NegotiatedText({"en": "T"}, ("en",), (unit,)))
    voices.speak_of_wording(text, nato, "b1", 1, Stance.SUPPORT)
    one = a_proposal(text, nato, "We [shall]{id:b1 since:1} meet.")
    proposals.agree(one, china)
    chair.take_up(one)

    shown = words_in(at(Role.HEAD, "nato").get(f"/d/{dialogue.id}/texts/{text.id}/units/u1/"))

    assert "Open point b1" in shown
    assert "supports" not in shown


def test_clean_unit_says_who_accepts_it(page, text, at, nato, china) -> None:
    words = unit_fingerprint(text_now(text).unit("u1"))
    voices.speak_of_unit(text, nato, "u1", Stance.LIVE_WITH, words=words)

    shown = words_in(at(Role.OBSERVER).get(f"{page}u1/"))

    assert "NATO experts can live with" in shown
    assert "Chinese experts has not spoken" in shown


def test_reopened_unit_says_who_reopened_it(page, text, at, nato) -> None:
    voices.make_move(text, nato, MoveKind.REOPEN, "u1", reason="New facts.")

    shown = words_in(at(Role.OBSERVER).get(f"{page}u1/"))

    assert "Passage 1. open" in shown
    assert "NATO experts has reopened it" in shown


def test_proposals_are_shown_before_and_after(page, text, at, nato, china) -> None:
    a_proposal(text, nato, "The sides meet twice a year.")
    a_draft(text, china, "The sides meet every month.")

    own = main_of(at(Role.MEMBER, "china").get(f"{page}u1/"))
    other = main_of(at(Role.OBSERVER).get(f"{page}u1/"))

    for markup in (own, other):
        assert "Proposal p1: other words" in markup
        assert markup.count("<del>") == markup.count("<ins>") > 0
    assert ("every month" in own, "Go on writing" in own) == (False, True)
    assert "month" in own
    assert "month" not in other


def test_earlier_proposals_stay_to_be_read(page, text, at, nato) -> None:
    proposals.withdraw(a_proposal(text, nato, "The sides meet twice a year."))

    assert "Earlier: p1 (withdrawn)" in words_in(at(Role.OBSERVER).get(f"{page}u1/"))


def test_remarks_have_a_side_and_the_chairs_have_none(page, text, at, nato) -> None:
    remark_on(text, "u1", nato, "<b>Too often.</b>")
    remark_on(text, "u1", None, "Let us see.")

    shown = words_in(at(Role.OBSERVER).get(f"{page}u1/"))

    assert "NATO experts <b>Too often.</b> The chair Let us see." in shown


def test_note_stays_in_its_sides_room(page, text, at, nato) -> None:
    keep_note(text, "u1", nato, "Capital wants more.", seen=0)

    shown = {
        (role, side): "Capital wants more." in main_of(at(role, side).get(f"{page}u1/"))
        for role, side in [*EVERYBODY, (Role.HEAD, "china")]
    }

    assert {who for who, is_shown in shown.items() if is_shown} == {
        (role, side) for role, side in EVERYBODY if side == "nato"
    }


def test_heading_is_called_by_its_words_where_it_has_no_number(dialogue, at) -> None:
    heading = Unit("a b?#%", UnitKind.HEADING, {"en": "Principles"})
    text = lay_on_table(dialogue, NegotiatedText({"en": "T"}, ("en",), (heading,)))
    client = at(Role.OBSERVER)

    markup = main_of(client.get(f"/d/{dialogue.id}/texts/{text.id}/units/a~20b~3F~23~25/"))

    assert '<h1 class="unit-title">Principles <span class="state clean">clean</span></h1>' in markup


@pytest.mark.parametrize("count", [1, 3])
def test_page_takes_as_many_queries_for_three_things_as_for_one(
    page, text, at, nato, count, django_assert_max_num_queries
) -> None:
    for number in range(count):
        a_proposal(text, nato, f"The sides meet {number + 2} times a year.")
        remark_on(text, "u1", nato, "Often.")
    client = at(Role.HEAD, "china")

    with django_assert_max_num_queries(30):
        client.get(f"{page}u1/")


@pytest.mark.parametrize("unit", ["none", "u99", "b1"])
def test_unit_that_is_not_in_the_text_does_not_exist(page, at, unit) -> None:
    assert at(Role.HEAD, "nato").get(page + unit).status_code == 404
