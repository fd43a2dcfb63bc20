"""Live results of an open consultation: in batches, in words, for everybody."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.cookie import NAME, opened
from tracktwo_web.events.models import Event
from tracktwo_web.perceptions.domain.cast import Said, cast
from tracktwo_web.perceptions.live_results import live_results
from tracktwo_web.perceptions.models import LiveTally
from tracktwo_web.perceptions.paper import forget_papers, paper_of
from tracktwo_web.perceptions.tally import (
    Published,
    batched,
    count,
    count_if_due,
    forget_published,
    published,
)
from tracktwo_web.perceptions.voter import voter_of
from tracktwo_web.rounds.states import RoundState

LATER = dt.timedelta(minutes=2)


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget_papers()
    forget_published()


@pytest.fixture
def one(db):
    return world.an_open_round(world.a_dialogue(is_open=True))


@pytest.fixture
def join(one, client_at):
    """Browsers of visitors who have joined a side, or none."""

    def joined(side: str = "nato"):
        browser = client_at()
        browser.post(f"/d/{one.dialogue_id}/join", {"side": side})
        return browser

    return joined


def _live(one, part: str = "") -> str:
    return f"/d/{one.dialogue_id}/rounds/{one.id}/live/{part}"


def _say(one, browser, value: str, place: int = 0):
    question = paper_of(one.id).asked[place]
    address = f"/d/{one.dialogue_id}/rounds/{one.id}/answer/{question.id}/"
    return browser.post(address, {"vote": value})


def _cast(one, browser, value: float, place: int = 0) -> None:
    """Without the count that follows an answer in the page."""
    sitting = opened(browser.cookies[NAME].value)
    voter = voter_of(sitting, one.dialogue_id, one.id, now=timezone.now())
    paper = paper_of(one.id)
    assert cast(voter, paper, paper.asked[place], Said(value), now=timezone.now())


def _count(one, later: dt.timedelta = dt.timedelta()) -> bool:
    is_new = count_if_due(paper_of(one.id), now=timezone.now() + later)
    forget_published()
    return is_new


def _shown(one, place: int = 0) -> dict:
    return published(one.id).cells.get(paper_of(one.id).asked[place].key, {})


def test_count_adds_up_answers_by_question_side_and_value(one, join) -> None:
    for side, value in (("nato", 1), ("nato", 1), ("nato", -1), ("china", 0), ("", 1)):
        _cast(one, join(side), value)
    _cast(one, join("china"), -1, place=2)
    first, _, third = (asked.key for asked in paper_of(one.id).asked)

    assert count(paper_of(one.id)) == {
        first: {"nato": {"1.0": 2, "-1.0": 1}, "china": {"0.0": 1}, "": {"1.0": 1}},
        third: {"china": {"-1.0": 1}},
    }


@pytest.mark.parametrize(
    ("shown", "counted", "then"),
    [
        ({}, {"1": 2}, {}),
        ({}, {"1": 2, "-1": 1}, {"1": 2, "-1": 1}),
        ({"1": 3}, {"1": 3, "-1": 2}, {"1": 3}),
        ({"1": 3}, {"1": 3, "-1": 3}, {"1": 3, "-1": 3}),
        ({"1": 3}, {"-1": 3}, {"1": 3}),  # three changed their minds: wait for the next batch
    ],
)
def test_side_moves_only_when_k_people_more_stand_behind_it(shown, counted, then) -> None:
    before = {"q": {"nato": shown}} if shown else {}

    after = batched(before, {"q": {"nato": counted}}, 3)

    assert after == ({"q": {"nato": then}} if then else {})


def test_page_never_shows_one_persons_answer_coming_in(one, join) -> None:
    states = []

    for n, value in enumerate((1, 1, -1, -1, 1, 0, 1)):
        _cast(one, join(), value)
        _count(one, LATER * n)
        states.append(_shown(one))

    third, sixth = {"nato": {"1.0": 2, "-1.0": 1}}, {"nato": {"1.0": 3, "-1.0": 2, "0.0": 1}}
    assert states == [{}, {}, third, third, third, sixth, sixth]


def test_count_is_told_to_live_pages_once_a_batch_and_says_nothing_of_anybody(one, join) -> None:
    told = Event.objects.filter(kind="tally")

    for value in (1, 1):
        _cast(one, join(), value)
    before = (_count(one), told.count())
    _cast(one, join(), -1)
    after = (_count(one, LATER), _count(one, LATER * 2))

    assert (before, after) == ((False, 0), (True, False))
    assert [(event.channel, event.data) for event in told] == [
        (one.dialogue_id.hex, {"round": one.id.hex})
    ]


def test_counts_keep_their_distance(one, join) -> None:
    now, paper = timezone.now(), paper_of(one.id)
    for _ in range(3):
        _cast(one, join(), 1)

    counted = [count_if_due(paper, now=now + dt.timedelta(seconds=s)) for s in (0, 1)]
    for _ in range(3):
        _cast(one, join(), 1)
    counted += [count_if_due(paper, now=now + dt.timedelta(seconds=s)) for s in (1, 60)]

    assert counted == [True, False, False, True]


def test_answer_of_a_visitor_is_counted_after_it_was_sent(one, join) -> None:
    browsers = [join() for _ in range(3)]
    for browser in browsers[:2]:
        _cast(one, browser, 1)

    response = _say(one, browsers[2], "-1")

    forget_published()
    assert response.status_code == 303
    assert _shown(one) == {"nato": {"1.0": 2, "-1.0": 1}}


def test_page_says_in_words_bars_and_a_table_what_is_published(one, join, client_at) -> None:
    for side, values in (("nato", (1, 1, 1, -1)), ("china", (1, -1, -1, 0)), ("", (1, 1))):
        for value in values:
            _cast(one, join(side), value)
    _count(one)

    html = client_at().get(_live(one)).content.decode()

    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
    assert "8 answers are counted here." in text
    assert "The sides are furthest apart here: “Statement c01 is so.”" in text
    assert "NATO experts 75% of 4 agree" in text
    assert "Chinese experts 25% of 4 agree" in text
    assert "Without a side" not in text
    assert html.count("<rect") == 2
    assert 'width="75.0%"' in html
    assert re.findall(r'<td class="num">(.*?)</td>', html) == (
        ["75%", "0%", "25%", "4", "25%", "25%", "50%", "4"]
    )


def test_page_asks_for_its_moving_part_alone(one, join, client_at) -> None:
    page = join().get(_live(one)).content.decode()
    strangers = client_at().get(_live(one)).content.decode()
    part = client_at().get(_live(one, "?totals")).content.decode()

    assert f'data-live-from="{_live(one)}?totals"' in page
    assert "data-live" not in strangers  # the stream is for those who have joined
    assert f'hx-get="{_live(one)}?totals" hx-trigger="every 20s"' in strangers
    assert part.startswith('<div id="tally">')
    assert part in page
    assert '<noscript><meta http-equiv="refresh" content="30"></noscript>' in page


def test_nearest_statement_is_what_most_of_every_side_agree_with(one) -> None:
    paper = paper_of(one.id)
    keys = [asked.key for asked in paper.asked]
    cells = {
        keys[0]: {"nato": {"1.0": 9, "-1.0": 1}, "china": {"1.0": 6, "-1.0": 4}},
        keys[1]: {"nato": {"1.0": 7, "-1.0": 3}, "china": {"1.0": 8, "-1.0": 2}},
        keys[2]: {"nato": {"1.0": 10}},
    }

    told = live_results(paper, Published(1, cells, is_running=True))

    assert (told.nearest.question, told.furthest.question) == (paper.asked[1], paper.asked[0])
    assert [side.code for side in told.results[2].hidden] == ["china"]


def test_nothing_is_live_where_rounds_are_blind(dialogue, convenor_client) -> None:
    one = world.an_open_round(dialogue)

    assert convenor_client.get(_live(one)).status_code == 404
    assert not LiveTally.objects.exists()


@pytest.mark.parametrize("state", [RoundState.PLANNED, RoundState.VOID])
def test_nothing_is_live_before_the_opening_and_of_a_void_round(one, client_at, state) -> None:
    one.state = state
    one.save()

    assert client_at().get(_live(one)).status_code == 404


def test_blind_round_is_never_counted_for_anybody(dialogue, sit) -> None:
    browser = sit(world.seat_of(dialogue, "member", "nato"))
    one = world.an_open_round(dialogue)

    response = _say(one, browser, "1")

    assert response.status_code == 303
    assert not LiveTally.objects.exists()


def test_round_is_found_under_its_own_dialogue_only(one, client_at) -> None:
    elsewhere = world.a_dialogue(convenor=world.a_user("other"), is_open=True)

    assert client_at().get(f"/d/{elsewhere.id}/rounds/{one.id}/live/").status_code == 404


def test_visitors_are_routed_and_skip_what_they_have_no_word_for(one, join) -> None:
    browser = join("china")
    address = f"/d/{one.dialogue_id}/rounds/{one.id}/answer/"
    seen = set()
    for _ in range(3):
        html = browser.get(address).content.decode()
        question = re.search(rf'action="{address}([0-9a-f-]+)/"', html)[1]
        seen.add(question)
        browser.post(f"{address}{question}/", {"vote": "0"})

    assert seen == {str(asked.id) for asked in paper_of(one.id).asked}
    assert "You have answered every statement." in browser.get(address).content.decode()
    assert 'name="go" value="back"' not in html
