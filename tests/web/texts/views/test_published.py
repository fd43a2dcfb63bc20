"""The public text, the exact bytes behind its fingerprint, and the record that proves it."""

from hashlib import sha256

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web import world
from tests.web.records.conftest import enters
from tests.web.texts.agreeing import confirm_all, show_keys, under_silence, with_silence_kept
from tracktwo.record import verify
from tracktwo.text.standing import Stage, fingerprint
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain.adopt import KIND, body_of, publish
from tracktwo_web.texts.domain.stages import move_to
from tracktwo_web.texts.queries import text_now


@pytest.fixture
def adopted(text, nato, china):
    with_silence_kept(text)
    show_keys(text.dialogue)
    for side in (nato, china):
        enters(side, KIND, body_of(text))
    move_to(text, Stage.ADOPTED, now=timezone.now())
    return text


@pytest.fixture
def published(adopted):
    confirm_all(adopted)
    publish(adopted, now=timezone.now())
    adopted.refresh_from_db()
    return adopted


def at(name: str, text) -> str:
    return reverse(name, args=[text.dialogue_id, text.id])


@pytest.mark.parametrize(
    ("role", "side"), [(Role.MEMBER, "nato"), (Role.OBSERVER, ""), (Role.SECRETARIAT, "")]
)
def test_published_text_is_read_by_everybody(sit, published, role, side) -> None:
    client = sit(world.seat_of(published.dialogue, role, side))

    english = client.get(at("text_published", published)).content.decode()
    chinese = client.get(at("text_published", published) + "?language=zh").content.decode()

    assert "The sides should announce exercises." in english
    assert '<article class="sheet" lang="zh-Hans">' in chinese
    assert "双方宜通报演习。" in chinese
    assert all(name in english for name in ("NATO experts", "Chinese experts"))


def test_text_is_not_public_before_it_is_published(sit, adopted) -> None:
    client = sit(world.seat_of(adopted.dialogue, Role.HEAD, "nato"))

    assert client.get(at("text_published", adopted)).status_code == 404


def test_unknown_language_is_shown_in_the_first(sit, published) -> None:
    client = sit(world.seat_of(published.dialogue, Role.OBSERVER))

    page = client.get(at("text_published", published) + "?language=xx").content.decode()

    assert "The sides should announce exercises." in page


def test_reader_of_another_language_reads_the_text_in_one_it_has(sit, published) -> None:
    client = sit(world.seat_of(published.dialogue, Role.OBSERVER))

    page = client.get(at("text_published", published), headers={"accept-language": "fr"})

    assert '<html lang="fr"' in page.content.decode()
    assert '<article class="sheet" lang="en">' in page.content.decode()


def test_strangers_find_no_text(client_at, published) -> None:
    assert client_at().get(at("text_published", published)).status_code == 404
    assert client_at().get(at("text_exact", published)).status_code == 404


def test_exact_bytes_hash_to_the_fingerprint(sit, text) -> None:
    under_silence(text)
    client = sit(world.seat_of(text.dialogue, Role.OBSERVER))

    content = client.get(at("text_exact", text)).content

    assert sha256(content).hexdigest() == fingerprint(text_now(text))


def test_exact_bytes_are_not_there_of_an_open_text(sit, text) -> None:
    client = sit(world.seat_of(text.dialogue, Role.HEAD, "nato"))

    assert client.get(at("text_exact", text)).status_code == 404


def test_record_fails_at_every_changed_byte_of_a_signature(sit, published) -> None:
    client = sit(world.seat_of(published.dialogue, Role.OBSERVER))
    record = client.get(reverse("record_file", args=[published.dialogue_id])).content

    last = record.rstrip(b"\n").rfind(b"\n") + 1
    broken = [
        at_
        for at_ in range(last, len(record) - 1)
        if not verify(record[:at_] + bytes([record[at_] ^ 1]) + record[at_ + 1 :]).problems
    ]

    assert verify(record).problems == ()
    assert broken == []
