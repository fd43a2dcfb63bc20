"""Notices about airspace: the form that is written, what is read, and that it comes back the same."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tests.exchange.channel.drawn import MINUTES, positions, windows, words
from tracktwo.channel.sphere import Position
from tracktwo.errors import InputError
from tracktwo.exchange.channel.notam import (
    Action,
    Notam,
    NotamNumber,
    Qualifiers,
    read_notam,
    write_notam,
)

FULL = Notam(
    number=NotamNumber("A", 124, 2026),
    action=Action.REPLACE,
    about=NotamNumber("A", 123, 2026),
    qualifiers=Qualifiers("ZXXX", "QWMLW", "IV", "BO", "W", 0, 300, Position(21.5, 113.75), 10),
    places=("ZXXX", "ZYYY"),
    start=datetime(2026, 12, 1, 8, tzinfo=UTC),
    end=datetime(2026, 12, 2, 16, tzinfo=UTC),
    is_estimated=True,
    schedule="DAILY 0800-1600",
    text="GUN FIRING WITHIN 10NM OF 213000N 1134500E.",
    lower="SFC",
    upper="FL300",
    is_exercise=True,
)
TEXT = """EXERCISE EXERCISE EXERCISE
(A0124/26 NOTAMR A0123/26
Q) ZXXX/QWMLW/IV/BO/W/000/300/2130N11345E010
A) ZXXX ZYYY B) 2612010800 C) 2612021600 EST
D) DAILY 0800-1600
E) GUN FIRING WITHIN 10NM OF 213000N 1134500E.
F) SFC G) FL300)
EXERCISE EXERCISE EXERCISE
"""
PLAIN = TEXT.replace("EXERCISE EXERCISE EXERCISE\n", "")
letters = st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
places = st.lists(letters, min_size=4, max_size=4).map("".join)
numbers = st.builds(NotamNumber, letters, st.integers(0, 9999), st.integers(2000, 2099))
whole_minutes = positions().map(lambda one: Position.from_imo(one.imo(decimals=0)))


@st.composite
def qualifiers(draw) -> Qualifiers:
    lower, upper = sorted(draw(st.lists(st.integers(0, 999), min_size=2, max_size=2)))
    around = draw(st.booleans())
    return Qualifiers(
        draw(places),
        "Q" + draw(places),
        draw(st.sampled_from(["I", "V", "IV", "K"])),
        draw(st.sampled_from(["N", "B", "BO", "NBO", "M", "K"])),
        draw(st.sampled_from(["A", "E", "W", "AE", "AW", "K"])),
        lower,
        upper,
        draw(whole_minutes) if around else None,
        draw(st.integers(0, 999)) if around else None,
    )


@st.composite
def notams(draw) -> Notam:
    start, end = draw(windows())
    action = draw(st.sampled_from(Action))
    has_end = action is not Action.CANCEL and draw(st.booleans())
    has_limits = draw(st.booleans())
    return Notam(
        number=draw(numbers),
        action=action,
        about=None if action is Action.NEW else draw(numbers),
        qualifiers=draw(qualifiers()),
        places=tuple(draw(st.lists(places, min_size=1, max_size=7))),
        start=start,
        end=end if has_end else None,
        is_estimated=has_end and draw(st.booleans()),
        schedule=draw(st.just("") | words()),
        text=draw(words(80)),
        lower=draw(st.sampled_from(["SFC", "GND", "FL050", "500FT AMSL"])) if has_limits else "",
        upper=draw(st.sampled_from(["UNL", "FL300", "1500M AGL"])) if has_limits else "",
        is_exercise=draw(st.booleans()),
    )


def test_notice_is_written_item_by_item() -> None:
    assert write_notam(FULL) == TEXT


def test_what_is_written_comes_back() -> None:
    assert read_notam(TEXT) == FULL


@settings(max_examples=100, deadline=None)
@given(notam=notams())
def test_whatever_is_written_comes_back_the_same(notam: Notam) -> None:
    try:
        text = write_notam(notam)
    except InputError:
        reject()  # a text that looks like another item is refused, never changed
    assert read_notam(text) == notam


def test_notice_is_read_as_offices_write_it() -> None:
    read = read_notam(
        "B1974/25 NOTAMN\nQ) LFBB/QACAH/IV/BO /AE/000/020/4449N00031E009\n"
        "A) LFBE B) 2505260000 C) PERM\nE) CTR SKED (SEE PARA B) CHANGED.\nMON-FRI 0600-1800."
    )

    assert read == Notam(
        number=NotamNumber("B", 1974, 2025),
        action=Action.NEW,
        qualifiers=Qualifiers(
            "LFBB", "QACAH", "IV", "BO", "AE", 0, 20, Position.from_imo("44-49N 000-31E"), 9
        ),
        places=("LFBE",),
        start=datetime(2025, 5, 26, tzinfo=UTC),
        text="CTR SKED (SEE PARA B) CHANGED.\nMON-FRI 0600-1800.",
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("NOTAMR A0123/26", "NOTAMR", "A0124/26 is NOTAMR; one that replaces or cancels names another, and a new one names none"),
        ("NOTAMR A0123/26", "NOTAMN A0123/26", "A0124/26 is NOTAMN; one that replaces or cancels names another, and a new one names none"),
        ("(A0124/26 NOTAMR", "(NOTICE", "'NOTICE A0123/26\\n' does not begin a notice; write such as A0123/26 NOTAMN, or A0124/26 NOTAMR A0123/26"),
        ("Q) ZXXX/", "Q) ", "item Q is 'QWMLW/IV/BO/W/000/300/2130N11345E010'; write such as ZXXX/QWMLW/IV/BO/W/000/999/2130N11345E010: region, code, traffic, purpose, scope, lower and upper flight level, centre and radius"),
        ("000/300", "400/300", "item Q goes from flight level 400 up to 300; give the lower one first"),
        ("Q) ZXXX/QWMLW/IV/BO/W/000/300/2130N11345E010\n", "", "A0124/26 has no item Q"),
        ("A) ZXXX ZYYY", "A) SEA", "item A of A0124/26 is 'SEA'; write one to seven location indicators of four letters"),
        ("B) 2612010800", "B) 2613010800", "'2613010800' is no moment of a notice; write year, month, day, hour and minute in UTC, such as 2612010800"),
        ("C) 2612021600 EST", "C) SOON", "'SOON' is no moment of a notice; write year, month, day, hour and minute in UTC, such as 2612010800"),
        ("C) 2612021600 EST", "C) 2612010700", "A0124/26 ends (item C) before it starts (item B)"),
        ("C) 2612021600 EST\n", "", "A0124/26 has no item C"),
        ("NOTAMR", "NOTAMC", "A0124/26 cancels another and has no item C; leave it out"),
        ("G) FL300", "", "items F and G of A0124/26 are 'SFC' and ''; write both, such as SFC and FL300, or 500FT AMSL and UNL"),
        ("G) FL300", "G) HIGH", "items F and G of A0124/26 are 'SFC' and 'HIGH'; write both, such as SFC and FL300, or 500FT AMSL and UNL"),
        ("F) SFC", "A) ZXXX G) UNL F) SFC", "item F stands behind item G; the order is Q, A to G"),
    ],
)  # fmt: skip
def test_what_is_no_notice_is_refused(old: str, new: str, sentence: str) -> None:
    assert old in PLAIN
    with pytest.raises(InputError) as refused:
        read_notam(PLAIN.replace(old, new, 1))

    assert str(refused.value) == sentence


def test_text_that_looks_like_another_item_is_not_written() -> None:
    with pytest.raises(InputError, match="a text of A0124/26 would be taken for another item"):
        write_notam(replace(FULL, text="SEE F) BELOW"))


@settings(max_examples=200, deadline=None)
@given(
    text=st.text(max_size=200) | st.lists(st.sampled_from(PLAIN.split()), max_size=20).map(" ".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_notam(text)
    except InputError:
        return
    assert read.text


@settings(max_examples=30, deadline=None)
@given(moment=MINUTES)
def test_moments_come_back_to_the_minute(moment: datetime) -> None:
    told = replace(FULL, start=moment, end=None, is_estimated=False)

    assert read_notam(write_notam(told)).start == moment
