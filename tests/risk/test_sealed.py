"""Seals: an independent recipe gives the same digits, and nothing else opens them."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.errors import InputError, OptionError
from tracktwo.risk import open_seal, seal

NONCE = bytes(range(16))
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
answers = st.dictionaries(words, words, min_size=1, max_size=4)


def test_seal_is_that_of_the_canonical_text() -> None:
    text = '{"answers":{"a":"1","b":"北约"},"nonce":"000102030405060708090a0b0c0d0e0f"}'

    assert seal({"b": "北约", "a": "1"}, nonce=NONCE) == hashlib.sha256(text.encode()).hexdigest()


@given(answers)
def test_what_was_sealed_opens_it(given_) -> None:
    assert open_seal(seal(given_, nonce=NONCE), given_, nonce=NONCE) == given_


@given(answers, answers)
def test_nothing_else_opens_it(given_, other) -> None:
    if given_ == other:
        return
    with pytest.raises(InputError, match="the seal does not fit"):
        open_seal(seal(given_, nonce=NONCE), other, nonce=NONCE)


def test_another_nonce_does_not_open_it() -> None:
    with pytest.raises(InputError, match="the seal does not fit"):
        open_seal(seal({"q": "1"}, nonce=NONCE), {"q": "1"}, nonce=bytes(16))


def test_answer_written_otherwise_is_another() -> None:
    assert seal({"q": "0.5"}, nonce=NONCE) != seal({"q": "0.50"}, nonce=NONCE)


@pytest.mark.parametrize(
    ("given_", "nonce", "sentence"),
    [
        ({"q": "1"}, bytes(15), "the nonce has 15 bytes; take at least 16 from a random source"),
        ({}, NONCE, "there are no answers to seal"),
        ({"q": "\ud800"}, NONCE, "an answer holds a character that is no text; write it anew"),
    ],
)
def test_seal_refuses_what_would_not_hold(given_, nonce, sentence) -> None:
    with pytest.raises(OptionError) as caught:
        seal(given_, nonce=nonce)

    assert str(caught.value) == sentence
