"""What is signed: what a reader sees, and nothing else."""

import hashlib
from dataclasses import replace

import pytest

from tests.text.standing.tables import text_of
from tracktwo.errors import InputError, OptionError
from tracktwo.text.standing import canonical_text, fingerprint, unit_fingerprint
from tracktwo.text.units import Kept, NegotiatedText, Unit, UnitKind

TEXT = NegotiatedText(
    {"zh": "草案", "en": "Draft"},
    ("en", "zh"),
    (Unit("u1", UnitKind.ITEM, {"zh": "一。", "en": 'We "meet".\n'}, "(a)", level=2),),
)


def test_canonical_text_is_sorted_and_compact() -> None:
    written = (
        '{"form":"tracktwo-text/1","languages":["en","zh"],"title":{"en":"Draft","zh":"草案"},'
        '"units":[{"kind":"item","level":2,"number":"(a)","texts":{"en":"We \\"meet\\".\\n","zh":"一。"}}]}'
    )

    assert canonical_text(TEXT) == written.encode()
    assert fingerprint(TEXT) == hashlib.sha256(written.encode()).hexdigest()


@pytest.mark.parametrize(
    "same",
    [
        replace(TEXT, version=9),
        replace(TEXT, languages=("zh", "en")),
        replace(TEXT, kept=(Kept("7", "u1"),), gone=(Unit("u0", texts={"en": "Gone"}),)),
        replace(TEXT, units=(replace(TEXT.units[0], id="other"),)),
        replace(TEXT, units=(TEXT.units[0].with_text("en", 'We "meet".\r\n'),)),
        replace(TEXT, units=(TEXT.units[0].with_text("fr", "Nous."),)),
    ],
)
def test_what_a_reader_does_not_see_changes_nothing(same) -> None:
    assert fingerprint(same) == fingerprint(TEXT)


@pytest.mark.parametrize(
    "other",
    [
        replace(TEXT, title={"en": "Final"}),
        replace(TEXT, units=(replace(TEXT.units[0], number="(b)"),)),
        replace(TEXT, units=(replace(TEXT.units[0], level=1),)),
        replace(TEXT, units=(replace(TEXT.units[0], kind=UnitKind.PARAGRAPH),)),
        replace(TEXT, units=(TEXT.units[0].with_text("zh", "二。"),)),
        replace(TEXT, units=(*TEXT.units, Unit("u2"))),
    ],
)
def test_what_a_reader_sees_changes_it(other) -> None:
    assert fingerprint(other) != fingerprint(TEXT)


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert fingerprint(text_of("Caf\u00e9")) == fingerprint(text_of("Cafe\u0301"))


def test_backslashes_of_the_source_are_not_signed() -> None:
    assert b'"Item [x y] of us"' in canonical_text(text_of(r"Item \[x y\] of us"))


def test_open_text_cannot_be_signed() -> None:
    with pytest.raises(OptionError) as caught:
        fingerprint(text_of("We meet.", "We [shall/may] meet on [date]."))

    message = "2 brackets are open, the first in u2; close them before anyone signs"
    assert str(caught.value) == message


def test_half_a_character_cannot_be_signed() -> None:
    with pytest.raises(InputError, match="half of a character"):
        fingerprint(text_of("\ud800"))


def test_unit_fingerprint_follows_words_and_number() -> None:
    unit = Unit("u1", texts={"en": "We [a b] meet."}, number="1.")

    assert unit_fingerprint(unit) == unit_fingerprint(replace(unit, id="u9", level=3))
    assert unit_fingerprint(unit) != unit_fingerprint(replace(unit, number="2."))
