"""From a clean text through silence: asked, broken, put off, kept."""

import datetime as dt

import pytest

from tests.web.texts.laid import all_accept
from tracktwo.text.standing import Stage
from tracktwo_web.texts.domain import chair, silence, stages
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.rules import stage_of

NOW = dt.datetime(2026, 11, 26, 9, tzinfo=dt.UTC)
UNTIL = NOW + dt.timedelta(days=2)


@pytest.fixture
def clean(text):
    """The text with its bracket closed, taken to the stage of a clean text."""
    for target in (Stage.COMPILATION, Stage.CHAIRS_TEXT, Stage.ROLLING_DRAFT):
        stages.move_to(text, target, now=NOW)
    all_accept(text, "b1", 1)
    chair.close_bracket(text, "b1", 1)
    stages.move_to(text, Stage.CLEAN, now=NOW)
    text.refresh_from_db()
    return text


def test_open_text_does_not_become_clean(text) -> None:
    for target in (Stage.COMPILATION, Stage.CHAIRS_TEXT, Stage.ROLLING_DRAFT):
        stages.move_to(text, target, now=NOW)

    with pytest.raises(CannotBe):
        stages.move_to(text, Stage.CLEAN, now=NOW)


def test_silence_is_kept_when_nobody_breaks_it(clean) -> None:
    silence.ask_silence(clean, until=UNTIL, now=NOW)

    with pytest.raises(CannotBe):
        stages.move_to(clean, Stage.ADOPTED, now=UNTIL - dt.timedelta(seconds=1))
    stages.move_to(clean, Stage.ADOPTED, now=UNTIL)

    clean.refresh_from_db()
    assert stage_of(clean) is Stage.ADOPTED


def test_broken_silence_opens_the_draft_again(clean, nato) -> None:
    silence.ask_silence(clean, until=UNTIL, now=NOW)

    silence.break_silence(clean, nato, unit="u3", reason="Who answers at night?", now=NOW)

    clean.refresh_from_db()
    assert stage_of(clean) is Stage.SILENCE_BROKEN
    with pytest.raises(CannotBe):
        stages.move_to(clean, Stage.ADOPTED, now=UNTIL)
    stages.move_to(clean, Stage.ROLLING_DRAFT, now=NOW)


def test_silence_is_not_broken_without_a_reason_or_too_late(clean, nato) -> None:
    silence.ask_silence(clean, until=UNTIL, now=NOW)

    for reason, moment in (("", NOW), ("Too late", UNTIL)):
        with pytest.raises(CannotBe):
            silence.break_silence(clean, nato, unit="u3", reason=reason, now=moment)
    clean.refresh_from_db()
    assert stage_of(clean) is Stage.UNDER_SILENCE


def test_silence_is_put_off_only_to_a_later_time(clean) -> None:
    silence.ask_silence(clean, until=UNTIL, now=NOW)

    with pytest.raises(CannotBe):
        silence.put_off(clean, until=NOW + dt.timedelta(hours=1), now=NOW)
    silence.put_off(clean, until=UNTIL + dt.timedelta(days=1), now=NOW)

    with pytest.raises(CannotBe):
        stages.move_to(clean, Stage.ADOPTED, now=UNTIL)
