"""One's own answers, for oneself alone."""

import re

import pytest

from tests.web import world
from tracktwo_web.dialogues.cookie import NAME, opened
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.domain.rounds import close_round
from tracktwo_web.perceptions.own import OwnAnswer, Prediction, own_answers
from tracktwo_web.perceptions.paper import forget_papers, paper_of


@pytest.fixture(autouse=True)
def _fresh_papers() -> None:
    forget_papers()


@pytest.fixture
def member(dialogue, client_at):
    return world.seated(world.seat_of(dialogue, Role.MEMBER, "nato"), client_at())


@pytest.fixture
def other(dialogue, client_at):
    return world.seated(world.seat_of(dialogue, Role.HEAD, "nato"), client_at())


@pytest.fixture
def one(dialogue, member, other):
    return world.an_open_round(dialogue, asks_mirror=True)


def _url(one, *parts) -> str:
    return "/".join(["/d", str(one.dialogue_id), "rounds", str(one.id), *map(str, parts), ""])


def _answer(browser, one, place: int, **said) -> None:
    browser.post(_url(one, "answer", paper_of(one.id).asked[place].id), said)


def _given(html: str) -> list[str]:
    """The terms and values of the list, as they are read."""
    pairs = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html)
    return [f"{re.sub('<.*?>', '', term)} = {value}" for term, value in pairs]


def test_own_answers_come_from_the_ballot_in_its_order(one, member, other) -> None:
    _answer(member, one, 1, **{"vote": "1", "guess-china": "40", "mirror-china": "70"})
    _answer(other, one, 1, vote="-1")
    root, paper = opened(member.cookies[NAME].value).root, paper_of(one.id)
    china = paper.sides[1]

    answers = {own.question.place: own for own in own_answers(root, paper)}

    assert answers == {
        0: OwnAnswer(paper.asked[0]),
        1: OwnAnswer(paper.asked[1], 1.0, (Prediction(china, 0.4),), (Prediction(china, 0.7),)),
        2: OwnAnswer(paper.asked[2]),
    }


def test_review_shows_ones_own_answers_and_nobody_elses(one, member, other) -> None:
    _answer(member, one, 0, **{"vote": "1", "guess-china": "40"})
    _answer(other, one, 1, vote="-1")

    html = member.get(_url(one, "review")).content.decode()

    assert _given(html) == ["Your answer = Agree", "You expect to agree: Chinese experts = 40%"]
    assert html.count("No answer yet") == 2
    assert html.count("Change it") == 1
    assert html.count("Answer it") == 2


def test_review_is_of_those_who_sit_here(one, client_at, convenor_client) -> None:
    assert client_at().get(_url(one, "review")).status_code == 404
    assert convenor_client.get(_url(one, "review")).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_review_stays_readable_after_the_closing(transactional_db, client_at) -> None:
    dialogue = world.a_dialogue()
    member = world.seated(world.seat_of(dialogue, Role.MEMBER, "nato"), client_at())
    one = world.an_open_round(dialogue, quorum=0)
    _answer(member, one, 0, vote="-1")
    close_round(one)

    html = member.get(_url(one, "review")).content.decode()

    assert _given(html) == ["Your answer = Disagree"]
    assert "Change it" not in html
