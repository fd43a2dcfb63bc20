"""What a round shows: between the parts, after the release, and to each seat alone."""

import re

import pytest
from django.utils import timezone

from tests.web import world
from tests.web.risks.making import (
    ALIKE,
    APART,
    a_released_round,
    a_risk,
    an_indicator,
    an_open_round,
    entered,
    estimate_all,
    opened,
)
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.risks.document import assessment_in
from tracktwo_web.risks.domain import rounds
from tracktwo_web.risks.domain.draw import draw
from tracktwo_web.risks.models import EstimateRound
from tracktwo_web.risks.queries import asked_in
from tracktwo_web.risks.telling import Teller

pytestmark = pytest.mark.django_db


@pytest.fixture
def observer(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.OBSERVER))


def at(one: EstimateRound, page: str = "results/") -> str:
    return f"/d/{one.dialogue_id}/estimates/{one.id}/{page}"


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def told(one: EstimateRound, *, turned: bool = False) -> list[tuple[str, list[int], str]]:
    """Headings, the numbers of the risks below each, and the first sentence."""
    sides = list(one.dialogue.sides.order_by("position"))
    sides = sides[::-1] if turned else sides
    topics = Teller(assessment_in(one), sides, asked_in(one)).topics()
    return [
        (topic.title, [each.number for each in topic.risks], topic.risks[0].sentences[0])
        for topic in topics
    ]


def test_finding_comes_first_and_in_words(dialogue) -> None:
    one = a_released_round(dialogue)

    assert told(one) == [
        (
            "Feared alike by NATO experts and Chinese experts",
            [1],
            (
                "Likelihood: NATO experts 33% (23–43%), Chinese experts 33% (23–43%); difference 0 "
                "points (−14 to +14)."
            ),
        ),
        (
            "Feared by Chinese experts alone",
            [2],
            (
                "Likelihood: NATO experts 13% (3–23%), Chinese experts 73% (63–83%); difference −60 "
                "points (−74 to −46)."
            ),
        ),
    ]


def test_difference_turns_round_with_the_sides(dialogue) -> None:
    one = a_released_round(dialogue)

    assert told(one, turned=True)[1] == (
        "Feared by Chinese experts alone",
        [2],
        (
            "Likelihood: Chinese experts 73% (63–83%), NATO experts 13% (3–23%); difference +60 points "
            "(+46 to +74)."
        ),
    )


def test_page_has_finding_table_moves_and_what_is_watched(dialogue, observer) -> None:
    an_indicator(a_risk(dialogue), state="seen", by="A joint office")
    one = a_released_round(dialogue)

    shown = words(observer.get(at(one)))

    assert "Of 2 risks, the sides surely fear 1 differently and 1 alike." in shown
    assert "The picture is being drawn" in shown
    assert "73% (63–83%)" in shown
    assert "0; spread 3, then 3" in shown
    assert "Tariffs rise. · seen · A joint office" in shown


def test_sides_stand_in_turn_on_the_page(dialogue, observer) -> None:
    one = a_released_round(dialogue)

    answer = observer.get(at(one))

    assert answer.context["sides"] == sides_in_turn(dialogue, at(one))
    header = re.findall(
        r'<th scope="col"><span class="side-name side-(\d)', answer.content.decode()
    )
    order = [str(side.position + 1) for side in answer.context["sides"]]
    assert header == [order[0]] * 2 + [order[1]] * 2 + order


def test_picture_appears_once_it_is_drawn_and_twice_drawn_is_once(dialogue, observer) -> None:
    one = a_released_round(dialogue)

    draw(str(one.id))
    draw(str(one.id))

    page = observer.get(at(one)).content.decode()
    assert sorted(one.pictures.values_list("language", flat=True)) == ["en", "fr", "zh"]
    assert (page.count('class="wide"'), page.count('class="narrow"')) == (1, 1)
    assert 'aria-labelledby="matrix-title matrix-alt"' in page
    assert "style=" not in page


def test_round_that_is_not_released_is_not_drawn(dialogue) -> None:
    one = an_open_round(dialogue)

    draw(str(one.id))

    assert one.pictures.count() == 0


def test_moves_are_told_by_side(dialogue) -> None:
    one = an_open_round(dialogue)
    roots = estimate_all(one, APART)
    one = opened(rounds.close_part(one))
    estimate_all(one, {"nato": [(30, 5)] * 4}, roots=roots)
    one = rounds.release(rounds.close_part(one), now=timezone.now())

    sides = list(dialogue.sides.order_by("position"))
    moves = Teller(assessment_in(one), sides, asked_in(one)).moves()

    assert [move.cells for move in moves] == [
        ("+17; spread 3, then 0", "0; spread 3, then 3"),
        ("−0.3; spread 0.3, then 0.0", "0.0; spread 0.3, then 0.3"),
    ]


def test_own_estimates_are_shown_to_the_seat_and_to_nobody_else(dialogue, sit, observer) -> None:
    member, other = (
        sit(world.seat_of(dialogue, role, "nato")) for role in (Role.MEMBER, Role.ADVISER)
    )
    one = an_open_round(dialogue)
    asked = one.asked.get()
    member.post(at(one, f"estimate/{asked.id}/"), entered(79, 9))
    estimate_all(one, ALIKE)
    one = opened(rounds.close_part(one))
    one = rounds.release(rounds.close_part(one), now=timezone.now())

    own, others = (words(client.get(at(one, "you/"))) for client in (member, other))

    assert "You: 79% (69–89%)" in own
    assert "Your best estimate lies above what your side holds possible." in own
    assert "There is no estimate of yours in this round." in others
    assert observer.get(at(one, "you/")).status_code == 404


def test_own_estimate_of_the_second_part_counts(dialogue, sit) -> None:
    member = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))
    one = an_open_round(dialogue)
    path = at(one, f"estimate/{one.asked.get().id}/")
    member.post(path, entered(79, 9))
    estimate_all(one, ALIKE)
    one = opened(rounds.close_part(one))
    member.post(path, entered(35, 5))
    one = rounds.release(rounds.close_part(one), now=timezone.now())

    assert "You: 35% (25–45%)" in words(member.get(at(one, "you/")))


def test_what_was_kept_reads_back_as_it_was_found(dialogue) -> None:
    one = a_released_round(dialogue)

    found = assessment_in(EstimateRound.objects.get(pk=one.pk))

    assert (found.sides, [each.risk for each in found.risks]) == (
        ("nato", "china"),
        ["trade-loss", "collision"],
    )
    assert found.risks[1].of("likelihood").of("china").best == 0.73
    assert found.settings.k == dialogue.k


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("page", "queries"), [("results/", 11), ("feedback/", 9)])
def test_page_takes_the_same_number_of_queries(
    dialogue, observer, django_assert_num_queries, count: int, page: str, queries: int
) -> None:
    codes = ("trade-loss", "collision", "blackout")[:count]
    one = a_released_round(dialogue, dict.fromkeys(codes, ALIKE))

    with django_assert_num_queries(queries):
        observer.get(at(one, page))


def test_bars_are_drawn_in_every_language(dialogue, observer) -> None:
    """Attributes of a picture have points, whatever the language writes."""
    one = a_released_round(dialogue, {"trade-loss": APART})

    page = observer.get(at(one, "feedback/"), headers={"accept-language": "fr"}).content.decode()

    assert '<html lang="fr"' in page
    drawn = set(re.findall(r'<rect[^>]* x="([^"]*)" y="[^"]*" width="([^"]*)"', page))
    written = {value for pair in drawn for value in pair}
    assert len(written) > 3
    assert [value for value in written if not re.fullmatch(r"\d*\.?\d+", value)] == []
