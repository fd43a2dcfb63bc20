"""The bytes of RFC 8785: its own values, and everything that is not those bytes refused."""

import json
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.errors import RecordError
from tracktwo.record import canonical, read_canonical
from tracktwo.record.canonical import LARGEST_INTEGER, _written, copied

# RFC 8785, appendix B: the double as 16 hexadecimal digits, and how it is written.
NUMBERS = [
    ("0000000000000000", "0"),
    ("8000000000000000", "0"),
    ("0000000000000001", "5e-324"),
    ("8000000000000001", "-5e-324"),
    ("7fefffffffffffff", "1.7976931348623157e+308"),
    ("ffefffffffffffff", "-1.7976931348623157e+308"),
    ("4340000000000000", "9007199254740992"),
    ("c340000000000000", "-9007199254740992"),
    ("4430000000000000", "295147905179352830000"),
    ("44b52d02c7e14af5", "9.999999999999997e+22"),
    ("44b52d02c7e14af6", "1e+23"),
    ("44b52d02c7e14af7", "1.0000000000000001e+23"),
    ("444b1ae4d6e2ef4e", "999999999999999700000"),
    ("444b1ae4d6e2ef4f", "999999999999999900000"),
    ("444b1ae4d6e2ef50", "1e+21"),
    ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"),
    ("3eb0c6f7a0b5ed8d", "0.000001"),
    ("41b3de4355555553", "333333333.3333332"),
    ("41b3de4355555554", "333333333.33333325"),
    ("41b3de4355555555", "333333333.3333333"),
    ("41b3de4355555556", "333333333.3333334"),
    ("41b3de4355555557", "333333333.33333343"),
    ("becbf647612f3696", "-0.0000033333333333333333"),
    ("43143ff3c1cb0959", "1424953923781206.2"),
]
doubles = st.floats(allow_nan=False, allow_infinity=False)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
integers = st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
values = st.recursive(
    st.none() | st.booleans() | integers | doubles | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(("bits", "written"), NUMBERS)
def test_numbers_are_those_of_the_rfc(bits: str, written: str) -> None:
    (value,) = struct.unpack(">d", bytes.fromhex(bits))

    assert canonical(value) == written.encode()


def test_object_is_that_of_the_rfc() -> None:
    # RFC 8785, section 3.2.2
    given_ = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": '€$\x0f\nA\'B"\\\\"/',
        "literals": [None, True, False],
    }

    assert canonical(given_) == (
        b'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        b'"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


def test_members_are_ordered_as_in_the_rfc() -> None:
    # RFC 8785, section 3.2.3
    names = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\x80", "\xf6"]

    written = canonical(dict.fromkeys(names))

    assert list(json.loads(written)) == [
        "\r",
        "1",
        "\x80",
        "\xf6",
        "\u20ac",
        "\U0001f600",
        "\ufb33",
    ]


@given(values)
@settings(max_examples=200, deadline=None)
def test_what_is_written_reads_back_and_is_written_alike(value) -> None:
    written = canonical(value)

    assert canonical(read_canonical(written)) == written


@given(values)
def test_quick_spelling_is_the_careful_one(value) -> None:
    """Values without doubles take the quick way; `_written` goes the careful one for all."""
    assert canonical(value).decode() == _written(value, 0)
    assert copied(value) == read_canonical(canonical(value))


@given(st.dictionaries(texts, integers, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_order_of_names_changes_nothing(value, random) -> None:
    shuffled = list(value.items())
    random.shuffle(shuffled)

    assert canonical(dict(shuffled)) == canonical(value)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (float("nan"), "nan is not a number that JSON can carry; leave it out or use null"),
        (float("-inf"), "-inf is not a number that JSON can carry; leave it out or use null"),
        (
            2**53,
            "the whole number 9007199254740992 is beyond 2**53 - 1 and would be read otherwise elsewhere; write it as text",
        ),
        (
            10**999,
            "the whole number of 3319 bits is beyond 2**53 - 1 and would be read otherwise elsewhere; write it as text",
        ),
        ("\ud800", "a text holds half of a character (a lone surrogate); write that text anew"),
        ({"\udead": 1}, "a text holds half of a character (a lone surrogate); write that text anew"),
        ({1: 2}, "the name of a member is no text; JSON has no other names"),
        ({1, 2}, "a value of type set is not JSON; write it as text"),
    ],
)  # fmt: skip
def test_what_json_cannot_carry_is_refused(value, sentence: str) -> None:
    with pytest.raises(RecordError) as caught:
        canonical([value])

    assert str(caught.value) == sentence


def test_nesting_has_an_end() -> None:
    value: list = []
    for _ in range(65):
        value = [value]

    with pytest.raises(RecordError, match="nested more than 64 deep"):
        canonical(value)
    with pytest.raises(RecordError, match="nested more than 64 deep"):
        read_canonical(b"[" * 100_000 + b"]" * 100_000)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"a":1,"a":1}', "the name 'a' stands twice in one object; which is meant?"),
        (b"[NaN]", "nan is not a number that JSON can carry; leave it out or use null"),
        (b"[1e999]", "inf is not a number that JSON can carry; leave it out or use null"),
        (b'["\\ud83d"]', "a text holds half of a character (a lone surrogate); write that text anew"),
        (b'["\xff"]', "column 3 is no UTF-8 text"),
        (b"", "column 1 is not JSON (Expecting value)"),
        (b"[1]x", "column 4 is not JSON (Extra data)"),
        (b"\xef\xbb\xbf[]", "column 1 is not JSON (Unexpected UTF-8 BOM (decode using utf-8-sig))"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(RecordError) as caught:
        read_canonical(data)

    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "data",
    [
        b"[1 ]",
        b"[1]\r",
        b" [1]",
        b"[1.0]",
        b"[-0]",
        b"[1E2]",
        b"[1e2]",
        b"[9007199254740993]",
        b'["\\u0041"]',
        b'["\\/"]',
        b'["\\u00e9"]',
        b'["\\u000F"]',
        b'{"b":1,"a":1}',
    ],
)
def test_other_spellings_are_refused(data: bytes) -> None:
    with pytest.raises(RecordError, match="is not written in canonical form"):
        read_canonical(data)
