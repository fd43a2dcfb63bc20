"""The silence as its page tells of it, and as it is asked, put off and broken there."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web import world
from tests.web.texts.agreeing import as_clean, under_silence, with_silence_kept
from tracktwo.text.standing import Stage
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import silence, stages
from tracktwo_web.texts.queries import document_of
from tracktwo_web.texts.rules import stage_of

REASON = "Who answers the line at night?"


@pytest.fixture
def chair(sit, dialogue):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


@pytest.fixture
def head(sit, dialogue):
    return sit(world.seat_of(dialogue, Role.HEAD, "nato"))


def at(name: str, text) -> str:
    return reverse(name, args=[text.dialogue_id, text.id])


def stage(text) -> Stage:
    text.refresh_from_db()
    return stage_of(text)


def tomorrow(hours: int = 24, zone: str = "UTC") -> dict[str, str]:
    until = timezone.now() + dt.timedelta(hours=hours)
    return {"until": until.strftime("%Y-%m-%dT%H:%M"), "zone": zone}


def breaks(client, text, **other):
    return client.post(
        at("text_silence_break", text), {"unit": "u3", "reason": REASON} | other, follow=True
    )


def test_chair_asks_for_silence(chair, head, text) -> None:
    as_clean(text)

    chair.post(at("text_silence_ask", text), tomorrow())

    assert stage(text) is Stage.UNDER_SILENCE
    page = head.get(at("text_silence", text)).content.decode()
    assert "If no side breaks the silence" in page
    assert all(f"{place}: <time" in page for place in ("Brussels", "Beijing", "UTC"))
    assert page.count("data-countdown=") == 1
    fingerprint = document_of(text).silence.fingerprint
    assert all(f"<span>{fingerprint[n : n + 4]}</span>" in page for n in range(0, 64, 4))


def test_until_that_does_not_fit_is_said_and_kept(chair, text) -> None:
    as_clean(text)
    told = tomorrow(hours=0)

    answer = chair.post(at("text_silence_ask", text), told)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose a moment that is an hour from now at least." in page
    assert f'value="{told["until"]}"' in page
    assert stage(text) is Stage.CLEAN


def test_silence_is_not_asked_on_an_open_text(chair, text) -> None:
    answer = chair.post(at("text_silence_ask", text), tomorrow(), follow=True)

    assert "No silence is asked on this text yet" in answer.content.decode()
    assert stage(text) is Stage.ELEMENTS


def test_head_breaks_the_silence(head, chair, text) -> None:
    under_silence(text)

    page = breaks(head, text).content.decode()

    assert stage(text) is Stage.SILENCE_BROKEN
    assert ("The silence was broken" in page, REASON in page) == (True, True)
    assert "Open the draft again" in chair.get(at("text_agreement", text)).content.decode()


@pytest.mark.parametrize(("attribution", "named"), [("side", True), ("none", False)])
def test_who_broke_is_told_by_the_rule_of_attribution(sit, text, attribution, named) -> None:
    text.dialogue.attribution = attribution
    text.dialogue.save()
    under_silence(text)
    silence.break_silence(
        text, text.dialogue.sides.get(code="china"), unit="u3", reason=REASON, now=timezone.now()
    )

    seen = {
        who: sit(seat).get(at("text_silence", text)).content.decode().partition('id="breaks"')[2]
        for who, seat in {
            "own": world.seat_of(text.dialogue, Role.HEAD, "china"),
            "other": world.seat_of(text.dialogue, Role.HEAD, "nato"),
            "observer": world.seat_of(text.dialogue, Role.OBSERVER),
        }.items()
    }

    assert all(REASON in page for page in seen.values())
    told = {who: "Chinese experts" in page.partition("</section>")[0] for who, page in seen.items()}
    assert told == {"own": True, "other": named, "observer": named}


@pytest.mark.parametrize("wrong", [{"reason": " "}, {"unit": ""}, {"unit": "u99"}])
def test_break_that_does_not_fit_loses_nothing(head, text, wrong) -> None:
    under_silence(text)

    answer = breaks(head, text, **wrong)

    assert answer.status_code == 422
    assert (REASON in answer.content.decode()) == ("reason" not in wrong)
    assert stage(text) is Stage.UNDER_SILENCE


@pytest.mark.parametrize(
    ("role", "side"),
    [
        (Role.MEMBER, "nato"),
        (Role.INTERPRETER, "nato"),
        (Role.SECRETARY, "china"),
        (Role.OBSERVER, ""),
        (Role.SECRETARIAT, ""),
    ],
)
def test_only_heads_break_a_silence(sit, text, role, side) -> None:
    under_silence(text)
    client = sit(world.seat_of(text.dialogue, role, side))

    page = client.get(at("text_silence", text)).content.decode()

    assert "Break the silence for your side" not in page
    assert breaks(client, text).status_code == 403
    assert stage(text) is Stage.UNDER_SILENCE


@pytest.mark.parametrize(("role", "side"), [(Role.HEAD, "nato"), (Role.OBSERVER, "")])
def test_only_the_chair_asks_and_puts_off(sit, text, role, side) -> None:
    as_clean(text)
    client = sit(world.seat_of(text.dialogue, role, side))

    assert client.post(at("text_silence_ask", text), tomorrow()).status_code == 403
    assert client.post(at("text_silence_put_off", text), tomorrow()).status_code == 403
    assert stage(text) is Stage.CLEAN


def test_chair_puts_the_end_off_and_never_forward(chair, text) -> None:
    under_silence(text)

    chair.post(at("text_silence_put_off", text), tomorrow(hours=72))
    text.refresh_from_db()
    later = document_of(text).silence.until
    sooner = chair.post(at("text_silence_put_off", text), tomorrow(hours=24), follow=True)

    text.refresh_from_db()
    assert later > timezone.now() + dt.timedelta(hours=71)
    assert document_of(text).silence.until == later
    assert "later time than it has" in sooner.content.decode()


def test_silence_is_kept_by_the_clock_alone(head, text) -> None:
    with_silence_kept(text)

    page = head.get(at("text_silence", text)).content.decode()

    assert "Silence was kept" in page
    assert "Break the silence for your side" not in page
    assert "Silence has ended; the text stands." in breaks(head, text).content.decode()
    assert stage(text) is Stage.UNDER_SILENCE


def test_last_break_is_still_told_when_the_draft_is_open_again(head, text) -> None:
    under_silence(text)
    breaks(head, text)
    stages.move_to(text, Stage.ROLLING_DRAFT, now=timezone.now())

    page = head.get(at("text_silence", text)).content.decode()

    assert "On what the last silence was broken" in page
    assert "Break the silence for your side" not in page


def test_nothing_is_broken_while_a_round_is_open(head, text) -> None:
    under_silence(text)
    world.an_open_round(text.dialogue)

    assert breaks(head, text).status_code == 403


def test_silence_of_another_dialogue_is_not_there(head, text) -> None:
    other = world.a_dialogue(convenor=world.a_user("other"), stage="text")

    found = head.get(reverse("text_silence", args=[other.id, text.id]))

    assert found.status_code == 404


def test_chair_takes_the_text_back_and_all_see_why(chair, head, text) -> None:
    with_silence_kept(text)
    assert "Take the text back" in chair.get(at("text_silence", text)).content.decode()
    assert "Take the text back" not in head.get(at("text_silence", text)).content.decode()

    chair.post(at("text_silence_take_back", text), {"reason": "One head does not sign."})

    assert stage(text) is Stage.ROLLING_DRAFT
    page = head.get(at("text_silence", text)).content.decode()
    assert "The chair took the text back" in page
    assert "One head does not sign." in page


def test_text_is_not_taken_back_without_a_reason(chair, text) -> None:
    with_silence_kept(text)

    answer = chair.post(at("text_silence_take_back", text), {"reason": ""})

    assert (answer.status_code, stage(text)) == (422, Stage.UNDER_SILENCE)


def test_head_does_not_take_the_text_back(head, text) -> None:
    with_silence_kept(text)

    head.post(at("text_silence_take_back", text), {"reason": "We do not sign."})

    assert stage(text) is Stage.UNDER_SILENCE
