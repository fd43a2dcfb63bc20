"""The list of texts."""

import pytest

from tests.web import world
from tests.web.records.conftest import enters
from tests.web.texts.agreeing import show_keys, under_silence, with_silence_kept
from tests.web.texts.laid import a_proposal, a_text, all_accept
from tests.web.texts.views.reader import main_of, words_in
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain.adopt import KIND, body_of
from tracktwo_web.texts.domain.stages import begin_session


@pytest.fixture
def page(dialogue) -> str:
    return f"/d/{dialogue.id}/texts/"


def test_list_says_how_far_each_text_has_come(page, text, sit, dialogue) -> None:
    begin_session(text)

    shown = words_in(sit(world.seat_of(dialogue, Role.OBSERVER)).get(page))

    assert "A joint text 1 open point session 2 elements" in shown
    assert "Lay a text on the table" not in shown


def test_list_asks_the_head_what_the_side_has_not_said(page, text, sit, dialogue, china) -> None:
    a_proposal(text, china, "The sides meet twice a year.")

    shown = words_in(sit(world.seat_of(dialogue, Role.HEAD, "nato")).get(page))

    assert "Your side has not said yet where it stands on 1 open point." in shown
    assert "1 proposal waits for your side to agree, or not." in shown
    assert "3 passages without brackets are not accepted by your side yet." in shown


def test_list_asks_the_head_to_read_under_silence_and_nothing_else(
    page, text, sit, dialogue
) -> None:
    under_silence(text)

    shown = words_in(sit(world.seat_of(dialogue, Role.HEAD, "nato")).get(page))

    assert "The text is under silence: it is adopted unless a side speaks up in time." in shown
    assert "not accepted by your side" not in shown


def test_list_asks_the_head_to_sign_once_when_silence_was_kept(page, text, sit, dialogue) -> None:
    head = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    show_keys(dialogue)
    with_silence_kept(text)
    asked = "Silence was kept. Sign the text for your side. Read what is signed"

    before = words_in(head.get(page))
    enters(dialogue.sides.get(code="nato"), KIND, body_of(text))
    after = words_in(head.get(page))

    assert ["under silence: it is" in one for one in (before, after)] == [False, False]
    assert [asked in one for one in (before, after)] == [True, False]


def test_list_asks_the_chair_to_close_what_all_accept(page, text, sit, dialogue, nato) -> None:
    all_accept(text, "b1", 1)
    a_proposal(text, nato, "The sides meet twice a year.")

    shown = words_in(sit(world.seat_of(dialogue, Role.SECRETARIAT)).get(page))

    assert "Every side accepts a wording of 1 open point: it can be closed." in shown
    assert "1 proposal on the table is not agreed by all." in shown
    assert "Lay a text on the table" in shown


def test_list_without_texts_says_so(page, sit, dialogue) -> None:
    shown = words_in(sit(world.seat_of(dialogue, Role.MEMBER, "china")).get(page))

    assert "No text is on the table yet." in shown


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_as_many_queries_for_three_texts_as_for_one(
    page, sit, dialogue, nato, count, django_assert_max_num_queries
) -> None:
    for _ in range(count):
        a_proposal(a_text(dialogue), nato, "The sides meet twice a year.")
    client = sit(world.seat_of(dialogue, Role.HEAD, "china"))

    with django_assert_max_num_queries(13):
        shown = main_of(client.get(page))

    assert shown.count("A joint text") == count


def test_list_does_not_exist_for_strangers(page, text, client_at) -> None:
    assert client_at().get(page).status_code == 404
