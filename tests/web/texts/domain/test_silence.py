"""From a clean text through silence: asked, broken, put off, kept."""

import datetime as dt

import pytest

from tests.web.texts.laid import all_accept
from tracktwo.text.standing import Stage, Stance, unit_fingerprint
from tracktwo_web.texts.domain import chair, silence, stages, voices
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.queries import document_of, log_of, text_now
from tracktwo_web.texts.rules import is_frozen, stage_of

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


def test_chair_takes_back_what_a_side_does_not_sign(clean, nato) -> None:
    voices.speak_of_unit(
        clean, nato, "u1", Stance.SUPPORT, words=unit_fingerprint(text_now(clean).unit("u1"))
    )
    silence.ask_silence(clean, until=UNTIL, now=NOW)
    said = log_of(clean)

    silence.take_back(clean, "One head does not sign.", now=UNTIL)

    clean.refresh_from_db()
    assert (stage_of(clean), is_frozen(clean)) == (Stage.ROLLING_DRAFT, False)
    assert document_of(clean).silence.taken_back == "One head does not sign."
    assert log_of(clean) == said
    stages.move_to(clean, Stage.CLEAN, now=UNTIL)
    silence.ask_silence(clean, until=UNTIL + dt.timedelta(days=2), now=UNTIL)
    clean.refresh_from_db()
    assert document_of(clean).silence.taken_back == ""


def test_nothing_is_taken_back_without_a_reason(clean) -> None:
    silence.ask_silence(clean, until=UNTIL, now=NOW)

    with pytest.raises(CannotBe, match="Say why the text is taken back from silence"):
        silence.take_back(clean, "  ", now=NOW)


def test_only_a_text_under_silence_is_taken_back(clean) -> None:
    with pytest.raises(CannotBe, match="No silence is asked"):
        silence.take_back(clean, "Why not.", now=NOW)
