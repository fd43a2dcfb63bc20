"""A roadmap laid on the table: all of it, whole, once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.web.roadmaps.making import CHRONOLOGY, a_plan, a_value
from tracktwo.dialogue import Party
from tracktwo.errors import InputError
from tracktwo.exchange.roadmap import read_chronology, read_roadmap
from tracktwo.roadmap import Item
from tracktwo_web.roadmaps.as_library import chronology_of, roadmap_of
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.lay import Home, begin_roadmap, lay_roadmap
from tracktwo_web.roadmaps.models import Plan

EXAMPLE = Path(__file__).parents[4] / "examples" / "nato-china" / "roadmap"
HOMES = (
    Home("nato", {"en": "Brussels"}, "BE", "Europe/Brussels"),
    Home("china", {"en": "Beijing"}, "CN", "Asia/Shanghai"),
)


def test_what_was_laid_is_read_back_as_it_was(dialogue) -> None:
    plan = a_plan(dialogue)

    told = roadmap_of(Plan.objects.get(pk=plan.pk))

    names = tuple(Party(one.code, one.names) for one in dialogue.sides.order_by("position"))
    assert told == replace(a_value(), parties=names)
    assert chronology_of(plan).milestones == CHRONOLOGY.milestones


def test_example_is_laid_as_it_is(dialogue) -> None:
    roadmap, chronology = read_roadmap(EXAMPLE), read_chronology(EXAMPLE)

    plan = lay_roadmap(dialogue, roadmap, chronology)

    now = roadmap_of(plan)
    assert (now.items, now.meetings, now.seats) == (roadmap.items, roadmap.meetings, roadmap.seats)
    assert now.blackouts == roadmap.blackouts
    assert set(now.absences) == set(roadmap.absences)
    assert (now.conventions, now.countries) == (roadmap.conventions, roadmap.countries)
    assert chronology_of(plan).milestones == chronology.milestones


def test_promised_day_counts_as_agreed_by_all(plan) -> None:
    held, planned = (plan.meetings.get(code=one) for one in ("experts", "talks-1"))

    assert (held.drafted, held.agreed) == (date(2022, 4, 5), ["nato", "china"])
    assert (planned.drafted, planned.agreed) == (None, [])


def test_second_roadmap_is_refused(plan) -> None:
    with pytest.raises(CannotBe, match="has a roadmap already"):
        a_plan(plan.dialogue)

    assert Plan.objects.count() == 1


def test_roadmap_of_other_sides_is_refused(dialogue) -> None:
    strange = replace(a_value(), parties=(*a_value().parties, Party("atlantis")))

    with pytest.raises(InputError, match="'atlantis', which this dialogue has not"):
        lay_roadmap(dialogue, strange)

    assert not Plan.objects.exists()


def test_too_long_a_text_is_refused_with_its_item(dialogue) -> None:
    with pytest.raises(InputError, match="item 'long': a text is longer than 2000"):
        a_plan(dialogue, items=(Item("long", {"en": "x" * 2001}),))

    assert not Plan.objects.exists()


def test_new_roadmap_has_the_homes_of_the_sides(dialogue) -> None:
    days = {"first": date(2027, 1, 1), "last": date(2028, 12, 31)}

    plan = begin_roadmap(dialogue, title={"en": "Two years"}, homes=HOMES, **days)

    told = roadmap_of(plan)
    assert {side: place.zone for side, place in told.home.items()} == {
        "nato": "Europe/Brussels",
        "china": "Asia/Shanghai",
    }
    assert (told.first, told.last, told.items) == (*days.values(), ())


def test_roadmap_that_ends_before_it_begins_is_not_begun(dialogue) -> None:
    with pytest.raises(CannotBe, match="ends on 2026-01-01 before it begins"):
        begin_roadmap(
            dialogue, title={}, first=date(2027, 1, 1), last=date(2026, 1, 1), homes=HOMES
        )

    assert not Plan.objects.exists()
