"""The page of the agreement: where the text is, what is in the way, whose turn it is."""

import pytest
from django.urls import reverse

from tests.web import world
from tests.web.records.conftest import enters
from tests.web.texts.agreeing import (
    as_a_draft,
    as_clean,
    confirm_all,
    show_keys,
    under_silence,
    with_silence_kept,
)
from tests.web.texts.laid import a_text
from tests.web.texts.views.reader import words_in
from tracktwo.text.standing import Stage
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain.adopt import KIND, body_of
from tracktwo_web.texts.domain.onward import mark_of
from tracktwo_web.texts.queries import document_of
from tracktwo_web.texts.rules import stage_of

EVERY_SEAT = (
    (Role.HEAD, "nato"),
    (Role.MEMBER, "china"),
    (Role.ADVISER, "nato"),
    (Role.INTERPRETER, "china"),
    (Role.SECRETARY, "nato"),
    (Role.SECRETARIAT, ""),
    (Role.OBSERVER, ""),
)
NO_CHAIR = tuple(one for one in EVERY_SEAT if one[0] != Role.SECRETARIAT)


@pytest.fixture
def chair(sit, dialogue):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


def at(name: str, text) -> str:
    return reverse(name, args=[text.dialogue_id, text.id])


def goes_on(client, text, target: str, seen: str | None = None):
    seen = mark_of(document_of(text)) if seen is None else seen
    return client.post(at("text_stage", text), {"stage": target, "seen": seen})


def stage(text) -> Stage:
    text.refresh_from_db()
    return stage_of(text)


@pytest.mark.parametrize(("role", "side"), EVERY_SEAT)
def test_agreement_shows_the_way_to_everybody_at_the_table(sit, text, role, side) -> None:
    client = sit(world.seat_of(text.dialogue, role, side))

    page = client.get(at("text_agreement", text)).content.decode()

    assert "Nothing is agreed until everything is agreed" in page
    way = page.partition('<ol class="way-of-text">')[2].partition("</ol>")[0]
    assert (way.count("<li "), way.count('aria-current="step"')) == (8, 1)
    assert '<li class="now" aria-current="step"><p><b>Elements</b>' in way
    assert "1 bracket is open." in page
    assert ("As the chair" in page) == (role == Role.SECRETARIAT)


def test_agreement_shows_the_chairs_buttons_to_the_convenor(convenor_client, text) -> None:
    page = convenor_client.get(at("text_agreement", text)).content.decode()

    assert "Go on to: compilation" in page


def test_agreement_is_not_there_for_strangers(client_at, text) -> None:
    assert client_at().get(at("text_agreement", text)).status_code == 404


def test_agreement_links_what_is_open_to_its_passage(chair, text) -> None:
    page = chair.get(at("text_agreement", text)).content.decode()

    link = reverse("text_unit", args=[text.dialogue_id, text.id, "u2"])
    assert f'<a href="{link}">2. The sides [shall/should] announce exercises.</a>' in page
    assert '<q lang="en">shall / should</q>' in page


def test_agreement_names_sides_and_languages_not_codes(chair, text) -> None:
    page = chair.get(at("text_agreement", text)).content.decode()

    assert "English – 中文" in page
    assert "NATO experts" in page
    assert "nato" not in page.replace("nato-", "").split("Before it is published")[1]


def test_chair_takes_the_text_on_and_is_told_what_is_in_the_way(chair, text) -> None:
    for target in (Stage.COMPILATION, Stage.CHAIRS_TEXT, Stage.ROLLING_DRAFT):
        assert goes_on(chair, text, target).url == at("text_agreement", text)
        assert stage(text) is target

    page = words_in(chair.get(at("text_agreement", text)))
    assert "Go on to: clean Something is still open in 2; close it first." in page
    goes_on(chair, text, Stage.CLEAN)
    assert stage(text) is Stage.ROLLING_DRAFT


@pytest.mark.parametrize("target", ["adopted", "under_silence", "published", "no such stage", ""])
def test_chair_cannot_leave_the_way(chair, text, target) -> None:
    as_clean(text)

    answer = goes_on(chair, text, target)

    assert answer.status_code == 302
    assert stage(text) is Stage.CLEAN


def test_stage_from_an_old_page_changes_nothing(chair, text) -> None:
    as_a_draft(text)

    answer = chair.post(
        at("text_stage", text), {"stage": "rolling_draft", "seen": "chairs_text-0"}, follow=True
    )

    assert "somebody was quicker" in answer.content.decode()
    text.refresh_from_db()
    assert document_of(text).draft == 1


@pytest.mark.parametrize(("role", "side"), NO_CHAIR)
def test_nobody_else_takes_the_text_on(sit, text, role, side) -> None:
    client = sit(world.seat_of(text.dialogue, role, side))

    assert goes_on(client, text, "compilation").status_code == 403
    assert client.post(at("text_session", text), {"seen": "1"}).status_code == 403
    assert (stage(text), text.session) == (Stage.ELEMENTS, 1)


def test_chair_opens_the_next_session_once(chair, text) -> None:
    for _ in range(2):
        chair.post(at("text_session", text), {"seen": "1"})

    text.refresh_from_db()
    assert text.session == 2


def test_no_session_is_opened_under_silence(chair, text) -> None:
    under_silence(text)

    assert chair.post(at("text_session", text), {"seen": "1"}).status_code == 403


def test_changes_are_posted(chair, text) -> None:
    assert chair.get(at("text_stage", text)).status_code == 405
    assert chair.get(at("text_session", text)).status_code == 405


def test_nothing_moves_while_a_round_is_open(chair, sit, text) -> None:
    head = sit(world.seat_of(text.dialogue, Role.HEAD, "nato"))
    world.an_open_round(text.dialogue)

    assert goes_on(chair, text, "compilation").status_code == 403
    assert "While a round is open" in head.get(at("text_agreement", text)).content.decode()


def test_head_is_asked_to_sign_once_silence_was_kept(sit, text) -> None:
    with_silence_kept(text)
    show_keys(text.dialogue)
    head = sit(world.seat_of(text.dialogue, Role.HEAD, "nato"))
    member = sit(world.seat_of(text.dialogue, Role.MEMBER, "nato"))

    asked = head.get(at("text_agreement", text)).content.decode()
    enters(text.dialogue.sides.get(code="nato"), KIND, body_of(text))
    done = head.get(at("text_agreement", text)).content.decode()

    assert at("text_sign", text) in asked
    assert at("text_sign", text) not in done
    assert at("text_sign", text) not in member.get(at("text_agreement", text)).content.decode()
    assert (done.count("<dd>signed</dd>"), done.count("<dd>not signed yet</dd>")) == (1, 1)
    assert "silence was kept" in done


def test_first_page_asks_the_head_to_answer_and_then_to_sign(sit, text) -> None:
    under_silence(text)
    head = sit(world.seat_of(text.dialogue, Role.HEAD, "nato"))
    home = reverse("dialogue", args=[text.dialogue_id])

    assert "read it before the time is over" in head.get(home).content.decode()


def test_first_page_asks_nothing_of_a_side_that_has_signed(sit, text) -> None:
    with_silence_kept(text)
    show_keys(text.dialogue)
    head = sit(world.seat_of(text.dialogue, Role.HEAD, "nato"))
    home = reverse("dialogue", args=[text.dialogue_id])

    asked = head.get(home).content.decode()
    enters(text.dialogue.sides.get(code="nato"), KIND, body_of(text))

    assert "sign it for your side" in asked
    assert "sign it for your side" not in head.get(home).content.decode()


def test_gate_is_met_but_for_the_signatures(chair, text) -> None:
    as_clean(text)
    confirm_all(text)

    page = chair.get(at("text_agreement", text)).content.decode()

    assert (page.count('<li class="met">'), page.count('<li class="open">')) == (6, 1)
    assert "Still to sign this text:" in page


@pytest.mark.parametrize("count", [1, 3])
def test_agreement_asks_no_more_of_the_tables_for_more_texts(
    chair, dialogue, django_assert_max_num_queries, count
) -> None:
    laid = [a_text(dialogue) for _ in range(count)]
    with_silence_kept(laid[0])
    show_keys(dialogue)

    with django_assert_max_num_queries(30):
        assert chair.get(at("text_agreement", laid[0])).status_code == 200
