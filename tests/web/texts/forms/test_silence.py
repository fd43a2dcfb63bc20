"""A moment as it is typed: on which clock, how soon, how late."""

import datetime as dt

import pytest

from tracktwo_web.texts.forms.silence import BreakForm, UntilForm

NOW = dt.datetime(2026, 3, 27, 9, tzinfo=dt.UTC)


def typed(dialogue, until: str, zone: str = "Asia/Shanghai") -> UntilForm:
    return UntilForm(dialogue, NOW, {"until": until, "zone": zone})


@pytest.mark.parametrize(
    ("zone", "hour"), [("Asia/Shanghai", 4), ("Europe/Brussels", 11), ("UTC", 12)]
)
def test_until_is_read_on_the_clock_that_was_chosen(dialogue, zone, hour) -> None:
    form = typed(dialogue, "2026-03-28T12:00", zone)

    assert form.is_valid()
    assert form.cleaned_data["until"] == dt.datetime(2026, 3, 28, hour, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        ("2026-03-27T17:59", "Choose a moment that is an hour from now at least."),
        ("2026-03-26T12:00", "Choose a moment that is an hour from now at least."),
        ("2027-06-01T12:00", "Choose a moment within a year."),
        ("9999-12-31T23:59", "Choose a moment within a year."),
        ("0001-01-01T00:00", "Choose a moment within a year."),
        ("", "This field is required."),
    ],
)
def test_until_refuses_what_is_too_soon_or_too_late(dialogue, until, sentence) -> None:
    assert typed(dialogue, until).errors == {"until": [sentence]}


def test_until_may_be_an_hour_from_now(dialogue) -> None:
    assert typed(dialogue, "2026-03-27T18:00").is_valid()


def test_until_refuses_an_hour_that_no_clock_shows(dialogue) -> None:
    form = typed(dialogue, "2026-03-29T02:30", "Europe/Brussels")

    assert form.errors == {"until": ["No clock shows that hour there: summer time begins."]}


def test_until_refuses_a_clock_of_no_side(dialogue) -> None:
    assert list(typed(dialogue, "2026-03-28T12:00", "Asia/Tokyo").errors) == ["zone"]


@pytest.mark.parametrize("attribution", ["side", "none"])
def test_break_says_whether_the_side_is_named(dialogue, attribution) -> None:
    dialogue.attribution = attribution

    told = str(BreakForm(dialogue, []).who_sees["reason"])

    assert ("Your side is not named" in told) == (attribution == "none")
