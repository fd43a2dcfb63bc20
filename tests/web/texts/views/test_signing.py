"""Signing an adoption on its page, and every way in which somebody might try to sign otherwise."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.record.conftest import CHINA, NATO
from tests.web import world
from tests.web.records.conftest import enters
from tests.web.texts.agreeing import (
    as_clean,
    confirm_all,
    show_keys,
    signed_line,
    under_silence,
    with_silence_kept,
)
from tracktwo.record import base64url, canonical, unsigned, verify
from tracktwo.text.standing import Stage, fingerprint
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.records.domain.sign import draft_next
from tracktwo_web.records.models import Line
from tracktwo_web.records.queries import record_of
from tracktwo_web.texts.domain.adopt import KIND, body_of
from tracktwo_web.texts.queries import text_now
from tracktwo_web.texts.rules import stage_of


@pytest.fixture
def kept(text):
    """Silence was kept, and both sides have shown their keys."""
    with_silence_kept(text)
    show_keys(text.dialogue)
    return text


@pytest.fixture
def head(sit, dialogue):
    return sit(world.seat_of(dialogue, Role.HEAD, "nato"))


def at(name: str, text) -> str:
    return reverse(name, args=[text.dialogue_id, text.id])


def signs(client, text, line: str):
    return client.post(at("text_sign", text), {"line": line}, follow=True)


def lines(side) -> int:
    return Line.objects.filter(side=side).count()


def stage(text) -> Stage:
    text.refresh_from_db()
    return stage_of(text)


def test_sign_shows_in_words_what_is_signed(head, kept) -> None:
    page = head.get(at("text_sign", kept)).content.decode()

    told = "Your side adopts the joint text “A joint text” in English"
    assert told in page
    hash_ = fingerprint(text_now(kept))
    assert all(f"<span>{hash_[n : n + 4]}</span>" in page for n in range(0, 64, 4))
    assert at("text", kept) in page
    assert at("text_exact", kept) in page


def test_both_heads_sign_and_the_text_is_adopted(sit, head, kept, nato, china) -> None:
    other = sit(world.seat_of(kept.dialogue, Role.HEAD, "china"))

    first = signs(head, kept, signed_line(kept, nato))
    between = stage(kept)
    signs(other, kept, signed_line(kept, china))

    assert "Your side has signed. It stands in the record." in first.content.decode()
    assert (between, stage(kept)) == (Stage.UNDER_SILENCE, Stage.ADOPTED)
    assert verify(record_of(kept.dialogue)).problems == ()


def test_head_cannot_sign_for_the_other_side(head, kept, nato, china) -> None:
    answer = signs(head, kept, signed_line(kept, china))

    assert answer.status_code == 422
    assert (lines(nato), lines(china)) == (1, 1)


def test_head_cannot_sign_with_the_other_sides_key(head, kept, nato) -> None:
    told = json.loads(signed_line(kept, nato))
    draft = draft_next(nato, kind=KIND, body=body_of(kept), key=NATO.public, now=timezone.now())
    signature = base64url.to_text(CHINA.sign(unsigned(draft)))
    forged = canonical(told | {"at": draft.at, "signature": signature})

    answer = signs(head, kept, forged.decode())

    assert answer.status_code == 422
    assert lines(nato) == 1


@pytest.mark.parametrize(
    "other",
    [{"version": 0}, {"hash": 64 * "a"}, {"languages": ["en"]}, {"title": {"en": "Another"}}],
    ids=lambda one: next(iter(one)),
)
def test_signature_on_other_words_is_refused(head, kept, nato, other) -> None:
    answer = signs(head, kept, signed_line(kept, nato, **other))

    assert answer.status_code == 422
    assert "Nothing was signed" in answer.content.decode()
    assert lines(nato) == 1


def test_signature_that_was_altered_is_refused(head, kept, nato) -> None:
    line = signed_line(kept, nato)
    start = line.index('"signature":"') + len('"signature":"')
    other = "A" if line[start] != "A" else "B"

    answer = signs(head, kept, line[:start] + other + line[start + 1 :])

    assert answer.status_code == 422
    assert lines(nato) == 1


def test_signed_line_cannot_be_sent_again(head, kept, nato) -> None:
    line = signed_line(kept, nato)
    signs(head, kept, line)

    again = signs(head, kept, line)

    assert "Your side has signed this text." in again.content.decode()
    assert lines(nato) == 2


@pytest.mark.parametrize("prepare", [as_clean, under_silence], ids=["clean", "silence runs"])
def test_nobody_signs_before_silence_is_kept(head, text, nato, prepare) -> None:
    prepare(text)
    show_keys(text.dialogue)

    page = head.get(at("text_sign", text), follow=True)
    signs(head, text, signed_line(text, nato))

    assert page.redirect_chain[0][0] == at("text_agreement", text)
    assert lines(nato) == 1


@pytest.mark.parametrize(
    ("role", "side"),
    [
        (Role.MEMBER, "nato"),
        (Role.ADVISER, "nato"),
        (Role.INTERPRETER, "nato"),
        (Role.SECRETARY, "nato"),
        (Role.SECRETARIAT, ""),
        (Role.OBSERVER, ""),
    ],
)
def test_only_heads_sign(sit, kept, nato, role, side) -> None:
    client = sit(world.seat_of(kept.dialogue, role, side))

    assert client.get(at("text_sign", kept)).status_code == 403
    assert signs(client, kept, signed_line(kept, nato)).status_code == 403
    assert lines(nato) == 1


def test_nobody_signs_while_a_round_is_open(head, kept, nato) -> None:
    world.an_open_round(kept.dialogue)

    assert signs(head, kept, signed_line(kept, nato)).status_code == 403
    assert lines(nato) == 1


def test_side_without_a_key_is_led_to_it(head, text) -> None:
    with_silence_kept(text)

    page = head.get(at("text_sign", text)).content.decode()

    assert "Your side has no key yet." in page
    assert reverse("record_key", args=[text.dialogue_id]) in page


def test_record_tells_the_adoption_in_words(head, kept, nato) -> None:
    signs(head, kept, signed_line(kept, nato))

    page = head.get(reverse("record", args=[kept.dialogue_id])).content.decode()

    assert "“A joint text”, in the words with the fingerprint" in page


def test_chair_publishes_what_all_have_signed(sit, kept, nato, china) -> None:
    chair = sit(world.seat_of(kept.dialogue, Role.SECRETARIAT))
    for side in (nato, china):
        signs(
            sit(world.seat_of(kept.dialogue, Role.HEAD, side.code)), kept, signed_line(kept, side)
        )
    publishes = {"stage": "published", "seen": "adopted-1"}

    chair.post(at("text_stage", kept), publishes)
    before = stage(kept)
    confirm_all(kept)
    chair.post(at("text_stage", kept), publishes)

    assert (before, stage(kept)) == (Stage.ADOPTED, Stage.PUBLISHED)


def test_record_entered_by_the_domain_counts_on_the_page(head, kept, china) -> None:
    enters(china, KIND, body_of(kept))

    page = head.get(at("text_sign", kept)).content.decode()

    assert (page.count("<dd>signed</dd>"), page.count("<dd>not signed yet</dd>")) == (1, 1)
