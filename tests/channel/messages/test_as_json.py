"""A message comes back as it was written, and no other spelling of one is taken."""

from copy import deepcopy
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.channel.kinds.examples import EXAMPLES, NOON, example
from tests.channel.messages.test_envelope import message
from tracktwo.channel.messages import Limits, Needs, Status, needs_of
from tracktwo.channel.messages.as_json import message_from, message_json
from tracktwo.errors import InputError
from tracktwo.record.canonical import canonical, read_canonical

WRITTEN = message_json(example("UA"), Needs(NOON, NOON + timedelta(hours=48)))
REFUSED = "this is no message of the form|is no number of a message|with a fraction|is no office"


@pytest.mark.parametrize("kind", list(EXAMPLES))
def test_message_comes_back_from_the_bytes_of_a_record(kind: str) -> None:
    made = example(kind, note={"en": "Kept short."}, thread="NATO-EX-PN 0001/26", copy_to=("SOUTH",))  # fmt: skip
    needs = needs_of(made, Limits())

    read = message_from(read_canonical(canonical(message_json(made, needs))))

    assert read == (made, needs)


def test_draft_comes_back() -> None:
    draft = message(status=Status.DRAFT, sent=None)

    assert message_from(message_json(draft)) == (draft, None)


def test_form_is_this_one() -> None:
    told = message("NATO-UA 0001/26", fields={"activity": "x"})

    assert canonical(message_json(told, Needs(NOON, None))).decode() == (
        '{"addressees":["CHINA"],"copy_to":[],"fields":{"activity":"x"},"format":"tracktwo.message/1",'
        '"id":"NATO-UA 0001/26","kind_version":1,"needs":{"answered_by":null,"read_by":"2026-03-01T12:00:00Z"},'
        '"note":{},"precedence":"routine","recorded":null,"refs":[],"releasability":"","scope":"joint-private",'
        '"sent":"2026-03-01T12:00:00Z","status":"actual","thread":"","type":"new"}'
    )


@pytest.mark.parametrize("member", list(WRITTEN))
def test_message_without_one_member_is_refused(member: str) -> None:
    told = {name: value for name, value in WRITTEN.items() if name != member}

    with pytest.raises(InputError, match="this is no message of the form"):
        message_from(told)


@pytest.mark.parametrize("member", [one for one in WRITTEN if one != "fields"])
@pytest.mark.parametrize("value", [7, 1.5, True, "x", "", ["x"], [7], {"x": 1}, {"x": "y"}])
def test_member_of_another_form_is_refused(member: str, value) -> None:
    free = {("thread", "x"), ("releasability", "x"), ("note", "{'x': 'y'}"), ("kind_version", "7")}
    if (member, str(value)) in free or repr(WRITTEN[member]) == repr(value):
        assert message_from(WRITTEN | {member: value})
        return

    with pytest.raises(InputError, match=rf"{REFUSED}|has no addressee"):
        message_from(WRITTEN | {member: value})


@pytest.mark.parametrize(
    "told",
    [
        {"sent": "2026-03-01T12:00:00+00:00"},
        {"sent": "2026-03-01T20:00:00+08:00"},
        {"sent": "2026-03-01 12:00:00Z"},
        {"sent": "2026-03-01T12:00:00"},
        {"sent": "2026-03-01T12:00:00.5Z"},
        {"sent": "2026-03-01"},
        {"needs": {"read_by": None, "answered_by": None}},
        {"needs": {"read_by": "2026-03-01T12:00:00Z"}},
        {"needs": {"read_by": "2026-03-01T12:00:00Z", "answered_by": None, "by": None}},
        {"refs": ["NATO-PN 7/26"]},
        {"author": "somebody"},
        {"fields": {"personnel": 1.5}},
        {"fields": {"phases": [{"x": 2.0}]}},
        {"fields": [["a", 1]]},
        {"addressees": "CHINA"},
        {"addressees": ["China"]},
        {"kind_version": True},
    ],
)
def test_other_spelling_of_a_message_is_refused(told: dict) -> None:
    with pytest.raises(InputError):
        message_from(deepcopy(WRITTEN) | told)


@pytest.mark.parametrize("told", [None, [], "x", 7, {}])
def test_what_is_no_object_of_a_message_is_refused(told) -> None:
    with pytest.raises(InputError, match="this is no message of the form"):
        message_from(told)


def test_part_of_a_second_is_not_written() -> None:
    with pytest.raises(InputError, match="is not a whole second; cut it off"):
        message_json(message(sent=NOON + timedelta(milliseconds=1)))


def test_fraction_among_the_fields_is_not_written() -> None:
    with pytest.raises(InputError, match=r"2\.5 with a fraction; write it as text"):
        message_json(message(fields={"speed": 2.5}))


def test_time_elsewhere_is_written_in_utc() -> None:
    beijing = datetime(2026, 3, 1, 20, tzinfo=timezone(timedelta(hours=8)))

    assert message_json(message(sent=beijing))["sent"] == "2026-03-01T12:00:00Z"
    assert message_from(message_json(message(sent=beijing)))[0].sent == datetime(2026, 3, 1, 12, tzinfo=UTC)  # fmt: skip


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=40)
@given(st.dictionaries(st.text("abc"), values, max_size=4))
def test_whatever_the_fields_say_comes_back(fields: dict) -> None:
    made = message(fields=fields)

    assert message_from(read_canonical(canonical(message_json(made)))) == (made, None)


@settings(max_examples=60)
@given(values)
def test_nothing_but_a_message_is_read(told) -> None:
    with pytest.raises(InputError):
        message_from(told)
