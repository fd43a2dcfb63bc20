"""Parcels: what was put in comes out, and every byte of one is under its signature."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.channel.line.conftest import KEYS, NOON, a_message, sends
from tracktwo.channel.line import Parcel, new_value, read_parcel, write_parcel
from tracktwo.errors import InputError
from tracktwo.record import Log


@pytest.fixture
def parcel(nato) -> Parcel:
    for n in (1, 2):
        nato = sends(nato, a_message(f"NATO-CR {n:04}/26", minutes=n))
    other = sends(Log("CHINA"), a_message("CHINA-CR 0001/26"))
    asks, answers = new_value(), new_value()
    ends = other.head, nato.head, nato.entries
    return Parcel("NATO", "CHINA", NOON, *ends, asks=asks, answers=answers)


def test_what_was_put_in_comes_out(parcel) -> None:
    read = read_parcel(write_parcel(parcel, KEYS["NATO"]))

    assert read == replace(parcel, key=KEYS["NATO"].public)
    assert read.of_office("NATO") == parcel.entries
    assert read.of_office("CHINA") == ()


def test_empty_parcel_says_where_logs_end(parcel) -> None:
    empty = replace(parcel, entries=(), holds=None)

    assert read_parcel(write_parcel(empty, KEYS["NATO"])).ends == parcel.ends


def test_every_byte_of_a_parcel_is_under_its_signature(parcel) -> None:
    data = write_parcel(parcel, KEYS["NATO"])
    for place in range(len(data)):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises(InputError):
            read_parcel(changed)


@pytest.mark.parametrize("cut", [0, 1, 40, -1, -100])
def test_what_was_cut_off_is_noticed(parcel, cut) -> None:
    data = write_parcel(parcel, KEYS["NATO"])

    with pytest.raises(InputError):
        read_parcel(data[:cut])


def test_lines_of_another_parcel_do_not_fit(parcel) -> None:
    data = write_parcel(parcel, KEYS["NATO"])
    other = write_parcel(replace(parcel, entries=parcel.entries[:1]), KEYS["NATO"])
    mixed = data.partition(b"\n")[0] + b"\n" + other.partition(b"\n")[2]

    with pytest.raises(InputError, match="are not those that were put in the parcel"):
        read_parcel(mixed)


def test_parcel_of_an_earlier_version_is_refused_with_what_to_do(parcel) -> None:
    data = write_parcel(parcel, KEYS["NATO"]).replace(b"tracktwo.parcel/2", b"tracktwo.parcel/1")

    with pytest.raises(InputError, match="update the node that sends it, and pack again"):
        read_parcel(data)


@pytest.mark.parametrize("asks", ["", 31 * "0", 32 * "A", 33 * "0"])
def test_what_is_asked_is_a_value_of_its_form(parcel, asks) -> None:
    with pytest.raises(InputError, match="this is no parcel of a line"):
        read_parcel(write_parcel(replace(parcel, asks=asks), KEYS["NATO"]))


def test_entries_of_a_third_log_have_no_place_in_it(parcel) -> None:
    with pytest.raises(InputError, match="this is no parcel of a line"):
        read_parcel(write_parcel(replace(parcel, sender="FRANCE", ends=None), KEYS["NATO"]))


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_garbage_is_refused_in_a_sentence(data) -> None:
    with pytest.raises(InputError):
        read_parcel(data)
