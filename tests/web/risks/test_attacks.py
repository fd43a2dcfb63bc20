"""Somebody wants to know who estimated what: from the database, from its order, from pages, by subtraction."""

import hashlib
import hmac
import random
import re
from collections import deque

import pytest
from django.conf import settings as configured
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.web import world
from tests.web.attacks.copies import copy_table, copy_tables, values_in
from tests.web.risks.making import (
    ALIKE,
    a_risk,
    an_open_round,
    entered,
    estimate_all,
    opened,
)
from tracktwo_web.dialogues.cookie import NAME
from tracktwo_web.dialogues.cookie import opened as sitting_of
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.roles import VOICES, Role
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.risks.domain import rounds
from tracktwo_web.risks.domain.cast import reason_mark
from tracktwo_web.risks.models import Estimate, EstimateRound, Reason

BOX = frozenset({"risks_estimate", "risks_reason"})
HARMLESS = 0.45
"""|Kendall's tau| of 60 ballots in random order lies below this but once in a million."""
LINK = re.compile(r'(?:href|action)="(/[^"#?]*)')


@pytest.fixture
def table(transactional_db) -> Dialogue:
    return world.a_dialogue(stage="risks")


@pytest.fixture
def came(table) -> dict[str, tuple[Client, Root]]:
    """A first part in which every voice has estimated by its own link, in an order drawn by lot."""
    voices = list(table.seats.filter(role__in=sorted(VOICES)))
    random.Random(4).shuffle(voices)
    links = {seat: issue_key(seat, now=timezone.now()).secret for seat in voices}
    one = an_open_round(table, a_risk(table), a_risk(table, "collision"))
    found = {}
    for number, (seat, secret) in enumerate(links.items()):
        browser = Client(headers={"host": "localhost"})
        assert browser.post(f"/seat/{secret}").status_code == 302
        found[seat.label] = (browser, sitting_of(browser.cookies[NAME].value).root)
        _estimate(browser, one, reason=f"In the style of number {number}.")
    return found


def _estimate(browser: Client, one: EstimateRound, **fields: object) -> None:
    for asked in one.asked.all():
        path = f"/d/{one.dialogue_id}/estimates/{one.id}/estimate/{asked.id}/"
        assert browser.post(path, entered(61.3, 7.7, **fields)).status_code == 303


def _round(table: Dialogue) -> EstimateRound:
    return table.estimate_rounds.get()


# The stolen database ----------------------------------------------------------------------------


def test_estimating_writes_to_the_box_and_nowhere_else(table, came) -> None:
    before, one = copy_tables(but=BOX), _round(table)

    for browser, _ in came.values():
        browser.get(f"/d/{table.id}/")
        _estimate(browser, one)

    assert copy_tables(but=BOX) == before
    assert Estimate.objects.count() == 2 * len(came)


def test_nothing_in_the_database_or_settings_derives_a_ballot(table, came) -> None:
    one = _round(table)
    ballots = {root.ballot(one.id) for _, root in came.values()}
    key = configured.SECRET_KEY.encode()
    kept = values_in(copy_tables()) | {key}
    kept |= {hashlib.sha256(each).digest() for each in kept}
    kept |= {hmac.digest(key, each, "sha256") for each in kept}

    roots = [Root(each) for each in kept] + [Root.of(each.decode("latin-1")) for each in kept]

    assert ballots == {bytes(row.ballot) for row in Estimate.objects.all()}
    assert [root for root in roots if root.ballot(one.id) in ballots] == []


def test_reasons_do_not_stand_under_ballots(table, came) -> None:
    one = _round(table)
    ballots = {root.ballot(one.id).hex() for _, root in came.values()}
    marks = {reason_mark(root, asked) for _, root in came.values() for asked in one.asked.all()}

    assert set(Reason.objects.values_list("mark", flat=True)) == marks
    assert len(marks) == 2 * len(came)
    assert marks & ballots == set()


@pytest.mark.parametrize("part", [1, 2])
def test_closing_a_part_leaves_no_order_in_the_box(table, part: int) -> None:
    one = an_open_round(table)
    roots = estimate_all(one, {"nato": [(30, 5)] * 60, "china": [(30, 5)] * 3}, reason="Said by")
    if part == 2:
        one = opened(rounds.close_part(one))
        estimate_all(one, {"nato": [(31, 5)] * 60}, roots=roots)
    arrival = [root.ballot(one.id) for root in roots["nato"]]
    held = [place for place in _places(one, part) if place in arrival]
    assert held == arrival  # until it closes, they lie as they came: SECURITY.md says so

    rounds.close_part(one)

    places = [arrival.index(place) for place in _places(one, part) if place in arrival]
    assert abs(_tau(places)) < HARMLESS
    if part == 1:
        said = [
            next(c for c in row.cells if "Said by" in str(c)) for row in copy_table("risks_reason")
        ]
        numbers = [int(text.rsplit(" ", 1)[1]) for text in said if "nato" in text]
        assert abs(_tau(numbers)) < HARMLESS
    for name in BOX if connection.vendor == "postgresql" else ():
        assert len({row.place[0] for row in copy_table(name)}) == 1


def _places(one: EstimateRound, part: int) -> list[bytes]:
    order = "ctid" if connection.vendor == "postgresql" else "rowid"
    rows = Estimate.objects.raw(
        f"SELECT * FROM risks_estimate WHERE part = {part} ORDER BY {order}"
    )
    return [bytes(row.ballot) for row in rows]


def _tau(places: list[int]) -> float:
    from scipy.stats import kendalltau

    return float(kendalltau(range(len(places)), places).statistic)


# Pages, routes, files ---------------------------------------------------------------------------


@pytest.mark.parametrize("who", [Role.HEAD, Role.OBSERVER, Role.SECRETARIAT, "convenor"])
def test_no_page_route_or_file_shows_an_estimate_of_an_open_first_part(
    table, came, settings, who
) -> None:
    settings.DEMO = True
    one = _round(table)

    pages = _read_all(_reader(table, who), one)

    text = " ".join(pages.values())
    assert len(pages) > 12
    assert "In the style of" not in text
    assert [number for number in ("61.3", "61%", "0.613", "7.7") if number in text] == []
    assert {
        path: pages[path] for path in pages if path.endswith(("/feedback/", "/results/", "/you/"))
    } == {}


@pytest.mark.parametrize("state", ["second", "closed"])
def test_nobody_sees_the_last_estimates_before_the_release(
    table, came, settings, state: str
) -> None:
    settings.DEMO = True
    one = opened(rounds.close_part(_round(table)))
    for browser, _ in came.values():
        for asked in one.asked.all():
            path = f"/d/{table.id}/estimates/{one.id}/estimate/{asked.id}/"
            assert browser.post(path, entered(23.9, 3.3)).status_code == 303
    if state == "closed":
        one = rounds.close_part(one)

    for who in (Role.HEAD, Role.OBSERVER, Role.SECRETARIAT, "convenor"):
        pages = _read_all(_reader(table, who), one)
        text = " ".join(pages.values())
        assert "61%" in text  # what the first part showed
        assert [number for number in ("23.9", "24%", "0.239", "3.3") if number in text] == []


def test_feedback_names_nobody_and_puts_reasons_under_no_side(table, came) -> None:
    one = rounds.close_part(_round(table))

    page = _reader(table, Role.OBSERVER).get(f"/d/{table.id}/estimates/{one.id}/feedback/")

    text = page.content.decode()
    assert [label for label in came if re.search(rf"\b{label}\b", text)] == []
    assert text.count("In the style of number") == 2 * len(came)
    assert [root for _, root in came.values() if root.ballot(one.id).hex() in text] == []


def test_side_below_k_is_shown_by_no_sum_either(table) -> None:
    """Of three experts one left the second risk out: the other side's figures stand, no total does."""
    one = an_open_round(table, a_risk(table), a_risk(table, "collision"))
    roots = estimate_all(one, ALIKE)
    few = {"nato": [(11, 1), (22, 2), (33, 3)], "china": [(88, 4), (83, 9)]}
    estimate_all(one, few, roots=roots, place=1)
    one = rounds.close_part(one)

    page = _reader(table, Role.HEAD).get(f"/d/{table.id}/estimates/{one.id}/feedback/")

    lines = {each.side.code: each for each in page.context["rows"][1].quantities[0][1]}
    assert (lines["nato"].is_shown, lines["china"].is_shown) == (True, False)
    assert (lines["china"].bars, lines["china"].numbers) == ([], [])
    assert lines["china"].sentence == "Too few estimates to show any."
    assert [text for text in ("88%", "83%") if text in page.content.decode()] == []


def _reader(table: Dialogue, who: str) -> Client:
    browser = Client(headers={"host": "localhost"})
    if who == "convenor":
        browser.force_login(table.convenor)
        return browser
    return world.seated(world.seat_of(table, who, "china" if who == Role.HEAD else ""), browser)


def _read_all(reader: Client, one: EstimateRound) -> dict[str, str]:
    """Every page that links lead to, and every address of a round whether linked or not."""
    home = f"/d/{one.dialogue_id}/"
    at = f"{home}estimates/{one.id}/"
    guessed = [f"{at}{name}/" for name in ("feedback", "results", "you", "estimate")]
    files = [f"{home}risks/risks.csv", f"{home}risks/indicators.csv"]
    pages, waiting, seen = {}, deque([home, at, *guessed, *files]), set()
    while waiting:
        path = waiting.popleft()
        if path in seen or not path.startswith(home) or "leave" in path:
            continue
        seen.add(path)
        answer = reader.get(path)
        if answer.status_code == 200 and not answer.streaming:
            pages[path] = answer.content.decode(errors="replace")
            waiting.extend(LINK.findall(pages[path]))
    return pages


# Subtraction ------------------------------------------------------------------------------------


def _released(table: Dialogue, *, comes_back: bool) -> dict[str, object]:
    """What is found where one seat repeats its estimate in the second part, or stays away from it."""
    one = an_open_round(table, table.risks.get())
    roots = estimate_all(one, ALIKE)
    one = opened(rounds.close_part(one))
    moved = {"nato": [(35, 6), (37, 6), (39, 6)], "china": ALIKE["china"]}
    if comes_back:
        moved["nato"] = [*moved["nato"], ALIKE["nato"][3]]
    estimate_all(one, moved, roots=roots)
    return rounds.release(rounds.close_part(one), now=timezone.now()).found


def test_results_do_not_show_who_stayed_away_from_the_second_part(table) -> None:
    a_risk(table)

    came_back, stayed_away = (_released(table, comes_back=one) for one in (True, False))

    assert came_back == stayed_away


def test_figures_rest_on_the_same_people_before_and_after(table) -> None:
    a_risk(table)
    found = _released(table, comes_back=False)

    quantities = found["risks"][0]["quantities"].values()
    counted = [(side["n"], side["change"]["n"]) for one in quantities for side in one["sides"]]
    assert counted == [(4, 4)] * 4


def test_admitted_that_one_who_moves_alone_shows_how_far_and_not_who(table) -> None:
    """The mean moves by a share of the one move: SECURITY.md says so."""
    one = an_open_round(table)
    roots = estimate_all(one, ALIKE)
    one = opened(rounds.close_part(one))
    estimate_all(one, {"nato": [(70, 5)]}, roots={"nato": roots["nato"][:1]})

    found = rounds.release(rounds.close_part(one), now=timezone.now()).found

    nato = next(
        s for s in found["risks"][0]["quantities"]["likelihood"]["sides"] if s["side"] == "nato"
    )
    assert nato["change"]["mean"] * nato["n"] == pytest.approx(0.40, abs=0.02 * nato["n"])


def test_released_figures_have_few_decimals(table) -> None:
    a_risk(table)
    found = _released(table, comes_back=True)

    told = [
        value
        for one in found["risks"][0]["quantities"].values()
        for side in one["sides"]
        for value in (side["low"], side["best"], side["high"], side["spread"])
    ]
    assert [value for value in told if round(value, 2) != value] == []
