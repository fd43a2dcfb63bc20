"""Where measures stand, how far areas have come, and what contradicts itself."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

import pytest

from tracktwo.channel.measures import (
    NAMES,
    Domain,
    Measure,
    MeasureRegister,
    MeasureState,
    MeasureType,
    Precedent,
    Reached,
    Rung,
    Suspension,
    name_of,
)
from tracktwo.errors import InputError
from tracktwo.locale import LANGUAGES, translator

NOTICE = Measure(
    "notice",
    {"en": "Prior notification", "zh": "预先通知"},
    Domain.MARITIME,
    MeasureType.NOTIFY,
    Rung.NOTIFICATION,
    ("north", "west"),
    area="sea",
    precedents=(Precedent("OSCE Vienna Document 2011", "chapter V"),),
    start=date(2026, 1, 1),
    review=date(2026, 12, 1),
    suspensions=(Suspension("west", date(2026, 5, 1), {"en": "A ship was lost."}, date(2026, 6, 1)),),
)  # fmt: skip
TESTS = replace(NOTICE, id="tests", rung=Rung.TEST_CALL, suspensions=(), review=None)
RULES = replace(NOTICE, id="rules", rung=Rung.RULES_OF_BEHAVIOUR, start=None, review=None, suspensions=())  # fmt: skip
REGISTER = MeasureRegister([TESTS, NOTICE, RULES])
S = MeasureState


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(2025, 12, 31), [S.PROPOSED, S.PROPOSED, S.PROPOSED]),
        (date(2026, 1, 1), [S.IN_FORCE, S.IN_FORCE, S.PROPOSED]),
        (date(2026, 5, 1), [S.IN_FORCE, S.SUSPENDED, S.PROPOSED]),
        (date(2026, 6, 1), [S.IN_FORCE, S.IN_FORCE, S.PROPOSED]),
        (date(2026, 12, 1), [S.IN_FORCE, S.REVIEW_DUE, S.PROPOSED]),
    ],
)
def test_measures_stand_where_their_dates_say(day: date, states: list[MeasureState]) -> None:
    assert [REGISTER.state(one, day) for one in REGISTER] == states


def test_area_has_come_to_its_highest_rung_in_force() -> None:
    assert REGISTER.reached(date(2026, 4, 1)) == (Reached("sea", Rung.NOTIFICATION, ("notice",)),)
    assert REGISTER.reached(date(2026, 5, 9)) == (Reached("sea", Rung.TEST_CALL, ("tests",)),)
    assert REGISTER.reached(date(2025, 4, 1)) == ()


def test_reviews_that_are_due_are_told_the_longest_due_first() -> None:
    sooner = replace(NOTICE, id="sooner", review=date(2026, 2, 1))

    due = MeasureRegister([NOTICE, sooner, TESTS]).reviews_due(date(2026, 12, 1))

    assert [one.id for one in due] == ["sooner", "notice"]


def test_ladder_rises_from_contact_to_agreement() -> None:
    assert [one.height for one in Rung] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert (Rung.CONTACT.height, Rung.AGREEMENT.height) == (1, 8)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"names": {"en": " "}}, "measure 'notice' has no name"),
        ({"parties": ("north", "north")}, "has fewer than two parties"),
        ({"review": date(2025, 1, 1)}, "is reviewed before it starts"),
        ({"cost": {"east": {"en": "much"}}}, "east is no party of measure 'notice'"),
        ({"parties": ("north", "south")}, "west is no party of measure 'notice'"),
    ],
)
def test_measure_that_contradicts_itself_is_refused(told: dict, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        replace(NOTICE, **told)


def test_nobody_suspends_without_a_reason_or_backwards() -> None:
    with pytest.raises(InputError, match="west suspends a measure without a reason"):
        Suspension("west", date(2026, 5, 1), {})
    with pytest.raises(InputError, match="before it began on 2026-05-01"):
        Suspension("west", date(2026, 5, 1), {"en": "Why."}, date(2026, 4, 1))


def test_measure_entered_twice_is_refused() -> None:
    with pytest.raises(InputError, match="measure 'notice' is entered twice"):
        MeasureRegister([NOTICE, NOTICE])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", list(NAMES))
def test_every_code_has_a_name_of_its_own(of: type[StrEnum], language: str) -> None:
    assert len({name_of(one, translator(language)) for one in of}) == len(of)
