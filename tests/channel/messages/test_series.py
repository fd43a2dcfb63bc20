"""Numbers in series: read as they are written, without a gap, exercises apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.channel.messages import MessageId, Series, next_in
from tracktwo.errors import InputError

series = st.builds(
    Series,
    st.from_regex(r"[A-Z][A-Z0-9]{0,11}", fullmatch=True),
    st.from_regex(r"[A-Z]{2}", fullmatch=True),
    st.integers(2000, 2099),
    st.booleans(),
)
ids = st.builds(MessageId, series, st.integers(1, 999_999))


@given(ids)
def test_what_is_written_is_read_again(id_: MessageId) -> None:
    assert MessageId.read(str(id_)) == id_


@given(ids, ids)
def test_different_messages_are_written_differently(one: MessageId, other: MessageId) -> None:
    assert (str(one) == str(other)) == (one == other)


@pytest.mark.parametrize(
    "text",
    ["", "NATO-PN 7/26", "NATO-PN 0000/26", "nato-PN 0007/26", "NATO-P 0007/26", "NATO-PN 00007/26", "NATO-PN 0007/2026", "NATO-EX 0007/26 ", "NATO-PN-EX 0007/26", "NATO-PN ٠٠٠٧/26"],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no number of a message; write it such as"):
        MessageId.read(text)


def test_office_named_like_an_exercise_is_no_exercise() -> None:
    """An office EX and a kind of two letters leave no doubt which is which."""
    office = MessageId(Series("EX", "PN", 2026), 1)

    assert (str(office), MessageId.read("EX-PN 0001/26").series.is_exercise) == ("EX-PN 0001/26", False)  # fmt: skip


@given(series, st.integers(0, 40), st.randoms())
def test_next_number_follows_whatever_the_order(one: Series, n: int, random) -> None:
    used = [MessageId(one, k) for k in range(1, n + 1)]
    random.shuffle(used)

    assert next_in(one, used) == MessageId(one, n + 1)


def test_gap_and_number_given_twice_are_told() -> None:
    one = Series("NATO", "PN", 2026)
    first, third = MessageId(one, 1), MessageId(one, 3)

    with pytest.raises(InputError) as gap:
        next_in(one, [first, third])
    with pytest.raises(InputError) as twice:
        next_in(one, [first, first])

    assert str(gap.value) == "NATO-PN 0002/26 is missing in its series; look for it before sending another"  # fmt: skip
    assert str(twice.value) == "NATO-PN 0001/26 was given to two messages; the series cannot go on"


def test_other_series_do_not_count() -> None:
    one = Series("NATO", "PN", 2026)
    others = [Series("NATO", "PN", 2026, is_exercise=True), Series("NATO", "PN", 2025), Series("NATO", "HI", 2026), Series("CHINA", "PN", 2026)]  # fmt: skip

    assert next_in(one, [MessageId(each, 5) for each in others]) == MessageId(one, 1)


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (("nato", "PN", 2026), "'nato' is no office; write up to twelve capital letters and digits, such as NATO"),
        (("NATO", "PNX", 2026), "'PNX' is no kind of message; write two capital letters, such as PN"),
        (("NATO", "PN", 1999), "1999 is no year of a series; it is 2000 to 2099"),
    ],
)  # fmt: skip
def test_what_is_no_series_is_refused(made, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        Series(*made)

    assert str(refused.value) == sentence
