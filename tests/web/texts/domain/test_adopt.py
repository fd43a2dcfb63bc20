"""Adoption: only after silence, only the words as they stand, only with every side."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web.records.conftest import enters
from tests.web.texts.agreeing import (
    as_clean,
    confirm_all,
    show_keys,
    signed_line,
    under_silence,
    with_silence_kept,
)
from tracktwo.record import Entry, read_entry
from tracktwo.text.standing import Stage, fingerprint
from tracktwo_web.dialogues.models import Side
from tracktwo_web.records.domain.sign import enter
from tracktwo_web.records.joint import Signatures
from tracktwo_web.records.models import Line
from tracktwo_web.records.signing import SigningStep
from tracktwo_web.texts.domain import adopt, silence
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import text_now
from tracktwo_web.texts.rules import stage_of


def signs(text: JointText, side: Side, line: str | None = None) -> Entry | None:
    """A side's signature, entered as its page enters it."""
    entry = read_entry((line or signed_line(text, side)).encode())

    def ask(body) -> SigningStep:
        entered = enter(side, entry, kind=adopt.KIND, body=body, now=timezone.now())
        return SigningStep("", entry=entered)

    return adopt.sign(text, side.code, ask, now=timezone.now()).entry


def stage(text: JointText) -> Stage:
    text.refresh_from_db()
    return stage_of(text)


def test_body_names_the_text_and_its_words(text) -> None:
    as_clean(text)

    assert adopt.body_of(text) == {
        "text": str(text.id),
        "title": {"en": "A joint text", "zh": "联合文本"},
        "languages": ["en", "zh"],
        "version": text.version,
        "hash": fingerprint(text_now(text)),
    }


def test_text_is_adopted_with_the_last_signature(text, nato, china) -> None:
    with_silence_kept(text)
    show_keys(text.dialogue)

    signs(text, nato)
    first = stage(text), adopt.signatures_of(text)
    signs(text, china)

    assert first == (
        Stage.UNDER_SILENCE,
        Signatures(first[1].hash, ("nato",), ("china",)),
    )
    assert stage(text) is Stage.ADOPTED
    assert adopt.signatures_of(text).missing == ()


@pytest.mark.parametrize("prepare", [as_clean, under_silence], ids=["clean", "silence runs"])
def test_nobody_signs_before_silence_is_kept(text, nato, prepare) -> None:
    prepare(text)
    show_keys(text.dialogue)

    with pytest.raises(CannotBe):
        signs(text, nato)

    assert Line.objects.filter(side=nato).count() == 1


def test_nobody_signs_after_silence_was_broken(text, nato, china) -> None:
    under_silence(text)
    show_keys(text.dialogue)
    now = timezone.now()
    silence.break_silence(text, china, unit="u3", reason="Who answers?", now=now)

    with pytest.raises(CannotBe):
        adopt.sign(text, "nato", lambda _: pytest.fail("it asked"), now=now + dt.timedelta(days=9))


def test_side_signs_once(text, nato) -> None:
    with_silence_kept(text)
    show_keys(text.dialogue)
    signs(text, nato)

    with pytest.raises(CannotBe):
        signs(text, nato)

    assert Line.objects.filter(side=nato).count() == 2


@pytest.mark.parametrize(
    "other",
    [{"version": 0}, {"hash": 64 * "a"}, {"languages": ["en"]}, {"text": "another"}],
    ids=lambda one: next(iter(one)),
)
def test_other_words_in_a_log_do_not_adopt(text, nato, china, other) -> None:
    with_silence_kept(text)
    show_keys(text.dialogue)
    signs(text, nato)

    enters(china, adopt.KIND, adopt.body_of(text) | other)

    assert adopt.signatures_of(text).signed == ("nato",)


def test_altered_record_counts_for_nothing(text, nato) -> None:
    with_silence_kept(text)
    show_keys(text.dialogue)
    signs(text, nato)
    line = Line.objects.get(side=nato, number=2)
    Line.objects.filter(pk=line.pk).update(text=line.text.replace("联合文本", "联合文件"))

    found = adopt.signatures_of(text)

    assert (found.signed, found.missing) == ((), ("nato", "china"))
    assert found.problem != ""


def test_text_is_published_only_through_the_gate(text, nato, china) -> None:
    with_silence_kept(text)
    show_keys(text.dialogue)
    with pytest.raises(CannotBe):
        adopt.publish(text, now=timezone.now())
    for side in (nato, china):
        signs(text, side)
    with pytest.raises(CannotBe):
        adopt.publish(text, now=timezone.now())
    confirm_all(text)

    adopt.publish(text, now=timezone.now())

    assert stage(text) is Stage.PUBLISHED
