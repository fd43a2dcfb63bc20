"""The joint reading: words shown at once, a class that is joint, and who may say what when."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.events.models import Event
from tracktwo_web.perceptions.domain.mirror import clarify, classify, readings_of
from tracktwo_web.perceptions.models import Clarification, Class, Classification, Question, Round
from tracktwo_web.rounds.states import NotNow, RoundState

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(dialogue: Dialogue) -> Round:
    """A released round; its answers do not matter here."""
    released = world.an_open_round(dialogue)
    released.state, released.released_at = RoundState.RELEASED, timezone.now()
    released.save()
    return released


@pytest.fixture
def question(one: Round) -> Question:
    return one.questions.order_by("position").first()


@pytest.fixture
def heads(dialogue: Dialogue, sit) -> dict[str, Client]:
    return {code: sit(world.seat_of(dialogue, Role.HEAD, code)) for code in ("nato", "china")}


def _url(question: Question, name: str = "mirror_question") -> str:
    one = question.round
    return reverse(
        name, args=[one.dialogue_id, one.id, *([] if name == "mirror" else [question.id])]
    )


def _text(response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def _side(dialogue: Dialogue, code: str):
    return dialogue.sides.get(code=code)


def test_a_word_stays_with_its_side_until_every_side_has_spoken(question, heads, sit) -> None:
    secretariat = sit(world.seat_of(question.round.dialogue, Role.SECRETARIAT))

    heads["nato"].post(_url(question), {"word": "misperception"})

    pages = {
        "own": _text(heads["nato"].get(_url(question))),
        "other": _text(heads["china"].get(_url(question))),
        "secretariat": _text(secretariat.get(_url(question))),
        "list": _text(secretariat.get(_url(question, "mirror"))),
    }
    spoken = "NATO experts has spoken; its word is shown when every side has"
    assert "NATO experts : misperception" in pages.pop("own")
    assert {name: spoken in page for name, page in pages.items()} == dict.fromkeys(pages, True)
    assert {name: ": misperception" in page for name, page in pages.items()} == dict.fromkeys(
        pages, False
    )


def test_words_that_agree_are_the_joint_reading(question, heads) -> None:
    for head in heads.values():
        head.post(_url(question), {"word": "accurate"})

    page = _text(heads["china"].get(_url(question)))

    assert "The sides read it alike accurate" in page
    assert _readings(question)[0].joint == Class.ACCURATE


def test_words_that_differ_are_shown_and_leave_the_statement_open(question, heads) -> None:
    heads["nato"].post(_url(question), {"word": "accurate"})
    heads["china"].post(_url(question), {"word": "unknown"})

    page = _text(heads["china"].get(_url(question)))

    assert "NATO experts : accurate" in page
    assert "Chinese experts : unknown" in page
    assert [reading.is_open for reading in _readings(question)] == [True, True, True]


def test_a_side_may_change_its_word_until_both_say_the_same(question, heads) -> None:
    heads["nato"].post(_url(question), {"word": "accurate"})
    heads["china"].post(_url(question), {"word": "unknown"})

    heads["china"].post(_url(question), {"word": "accurate"})

    assert _readings(question)[0].joint == Class.ACCURATE
    assert Classification.objects.count() == 2


def _readings(question: Question):
    dialogue = question.round.dialogue
    return readings_of(question.round, list(dialogue.sides.all()))


def test_after_a_word_comes_the_next_statement_and_then_the_list(question, heads) -> None:
    questions = list(question.round.questions.order_by("position"))

    led = [heads["nato"].post(_url(each), {"word": "unknown"}).url for each in questions]

    assert led == [_url(questions[1]), _url(questions[2]), _url(question, "mirror")]


def test_a_secretary_speaks_on_the_heads_behalf(question, sit) -> None:
    secretary = sit(world.seat_of(question.round.dialogue, Role.SECRETARY, "china"))

    secretary.post(_url(question), {"word": "unknown"})

    said = Classification.objects.get()
    assert (said.side.code, said.verdict) == ("china", Class.UNKNOWN)


@pytest.mark.parametrize("role", ["member", "adviser", "interpreter", "secretariat", "observer"])
def test_nobody_else_speaks_for_a_side(question, sit, role) -> None:
    side = "" if role in {"secretariat", "observer"} else "nato"
    client = sit(world.seat_of(question.round.dialogue, Role(role), side))

    answers = [
        client.post(_url(question), {"word": "unknown"}),
        client.post(_url(question, "mirror_clarify"), {"language": "en", "text": "No."}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert (Classification.objects.count(), Clarification.objects.count()) == (0, 0)


def test_the_convenor_speaks_for_no_side(question, convenor_client) -> None:
    answer = convenor_client.post(_url(question), {"word": "unknown"})

    assert (answer.status_code, Classification.objects.count()) == (403, 0)


def test_a_word_that_is_none_is_refused_with_a_sentence(question, heads) -> None:
    answer = heads["nato"].post(_url(question), {"word": "perhaps"})

    assert (answer.status_code, Classification.objects.count()) == (200, 0)
    assert "One thing needs your attention" in _text(answer)


def test_nothing_is_written_about_a_side_while_a_round_is_open(question, heads) -> None:
    world.an_open_round(question.round.dialogue, [question.version])

    answer = heads["nato"].post(_url(question), {"word": "unknown"})

    assert (answer.status_code, Classification.objects.count()) == (403, 0)
    with pytest.raises(NotNow):
        classify(question, _side(question.round.dialogue, "nato"), Class.UNKNOWN)


def test_a_stage_that_does_not_open_it_takes_no_word(question, heads) -> None:
    question.round.dialogue.stage = "report"
    question.round.dialogue.save()

    answer = heads["nato"].post(_url(question), {"word": "unknown"})

    assert (answer.status_code, heads["nato"].get(_url(question)).status_code) == (403, 200)


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED, RoundState.VOID])
def test_a_round_that_is_not_released_has_no_joint_reading(question, heads, state) -> None:
    Round.objects.update(state=state)

    answers = [
        heads["nato"].get(_url(question, "mirror")),
        heads["nato"].post(_url(question), {"word": "unknown"}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_the_side_concerned_explains_itself_in_its_own_language(question, heads) -> None:
    heads["china"].post(_url(question, "mirror_clarify"), {"language": "zh", "text": "并非如此。"})

    page = heads["nato"].get(_url(question)).content.decode()

    assert '<p lang="zh-Hans">并非如此。</p>' in page
    assert "written in Chinese" in _text(heads["nato"].get(_url(question)))


def test_the_other_side_does_not_explain_for_it(question, heads) -> None:
    answer = heads["nato"].post(_url(question, "mirror_clarify"), {"language": "en", "text": "So."})

    assert (answer.status_code, Clarification.objects.count()) == (403, 0)
    with pytest.raises(NotNow):
        clarify(question, _side(question.round.dialogue, "nato"), "en", "So.")


def test_an_empty_explanation_takes_back_what_was_said(question, heads) -> None:
    url = _url(question, "mirror_clarify")
    heads["china"].post(url, {"language": "en", "text": "Not so."})

    heads["china"].post(url, {"language": "en", "text": ""})

    assert Clarification.objects.count() == 0


def test_hostile_words_stay_text(question, heads) -> None:
    hostile = "<script>alert(1)</script>"
    heads["china"].post(_url(question, "mirror_clarify"), {"language": "en", "text": hostile})

    page = heads["nato"].get(_url(question)).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_live_pages_are_told_only_when_words_are_shown(question, heads) -> None:
    heads["nato"].post(_url(question), {"word": "accurate"})
    first = Event.objects.filter(kind="mirror").count()

    heads["china"].post(_url(question), {"word": "accurate"})

    assert (first, Event.objects.filter(kind="mirror").count()) == (0, 1)
    assert Event.objects.get(kind="mirror").data == {}


def test_the_list_costs_as_many_queries_for_three_statements_as_for_one(
    question, heads, django_assert_num_queries
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    url = _url(question, "mirror")
    with CaptureQueriesContext(connection) as three:
        heads["nato"].get(url)
    question.round.questions.exclude(pk=question.pk).delete()

    with django_assert_num_queries(len(three)):
        heads["nato"].get(url)


def test_strangers_find_nothing(question, client_at) -> None:
    assert client_at().get(_url(question, "mirror")).status_code == 404
    assert client_at().post(_url(question), {"word": "unknown"}).status_code == 404


def test_the_other_sides_round_is_not_found_under_another_dialogue(question, heads, sit) -> None:
    other = world.a_dialogue(convenor=question.round.dialogue.convenor)
    stranger = sit(world.seat_of(other, Role.HEAD, "nato"))

    url = reverse("mirror", args=[other.id, question.round_id])

    assert stranger.get(url).status_code == 404


def test_figures_of_the_round_stand_beside_the_statement(dialogue, sit) -> None:
    """Whoever has figures adds them; here an app above."""
    from tracktwo_web.perceptions.domain import mirror as module

    one = world.an_open_round(dialogue)
    Round.objects.update(state=RoundState.RELEASED)
    question = one.questions.order_by("position").first()
    side = _side(dialogue, "nato")
    told = module.Figures((module.Bar(side, "4 of 5 agree", 0.8),), ("A sentence.",))
    module.FIGURES.append(lambda _one, _sides: {question.id: told})
    try:
        page = sit(world.seat_of(dialogue, Role.HEAD, "nato")).get(_url(question))
    finally:
        module.FIGURES.pop()

    assert '<rect width="80%"' in page.content.decode()
    assert "4 of 5 agree" in _text(page)
    assert "A sentence." in _text(page)
