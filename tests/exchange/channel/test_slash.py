"""Slash-delimited text: every message of every kind comes back the same, and damage is refused."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.channel.kinds import fields as drawn_fields
from tests.exchange.channel.kinds import messages
from tests.exchange.channel.messages import PN, message
from tracktwo.channel.kinds import KINDS
from tracktwo.channel.messages import Message, Type
from tracktwo.errors import InputError
from tracktwo.exchange.channel.slash import Set, read_sets, read_slash, write_sets, write_slash
from tracktwo.exchange.channel.slash.fields_in import fields_of_sets
from tracktwo.exchange.channel.slash.fields_out import sets_of_fields

SHIPS = message("CHINA-EX-PN 0001/26", PN, thread="sea/26")
TEXT = r"""EXER/EXERCISE EXERCISE EXERCISE//
MSG/1/CHINA-EX-PN 0001\/26/exercise/new/priority/joint-private/1//
SENT/2026-11-02T12:00:00Z///
TO/NATO//
THREAD/sea\/26//
BODY/PN//
DESIGNATION/MODEL SEA 26//
PURPOSE/en/Search and rescue at sea/zh/reviewed/海上搜救//
STATES/China//
ORGANISING_LEVEL/Fleet//
COMMANDING_LEVEL/Flotilla//
START/2026-12-01T08:00:00Z//
END/2026-12-02T16:00:00Z//
PERSONNEL/900//
SHIPS.1.TYPE/frigate//
SHIPS.1.NUMBER/2//
AREA_NAME/MODEL BANK//
AREAS/POLYGON/21-30N 113-45E/21-30N 114-15E/21-00N 114-15E/21-00N 113-45E//
AREAS/CIRCLE/20-00.00N 113-45.00E/2.5//
LOWER_METRES/-50//
UPPER_METRES/3000//
"""
sets = st.builds(
    Set, st.sampled_from(["A", "AREAS.1.START", "X_9"]), st.lists(st.text(max_size=8).filter(lambda text: "\r" not in text), max_size=4).map(tuple)
)  # fmt: skip


def test_message_is_a_set_a_field() -> None:
    assert write_slash(SHIPS) == TEXT
    assert read_slash(TEXT) == SHIPS


@settings(max_examples=100, deadline=None)
@given(told=st.lists(sets, max_size=4).map(tuple))
def test_sets_come_back_whatever_is_in_them(told: tuple[Set, ...]) -> None:
    assert read_sets(write_sets(told)) == told


@pytest.mark.parametrize(
    ("code", "type_"), [(code, type_) for code, kind in KINDS.items() for type_ in kind.types]
)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_fields_of_every_kind_come_back(code: str, type_: Type, data: st.DataObject) -> None:
    specs = KINDS[code].fields_of(type_)
    told = data.draw(drawn_fields(specs))

    assert fields_of_sets(specs, list(sets_of_fields(specs, told))) == told


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=messages(("UA", "TM", "TR", "NW", "HI", "CR", "UM", "VR")))
def test_every_message_comes_back(told: Message) -> None:
    assert read_slash(write_slash(told)) == told


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("TO/NATO//", "TO/NATO/", "line 4: the set does not end with //"),
        ("TO/NATO//", "to/NATO//", "line 4: 'to' is no name of a set; it is capital letters"),
        ("MODEL SEA 26", r"MODEL \SEA 26", "line 7: a backslash stands before neither slash, backslash nor n; write it twice"),
        ("TO/NATO//\n", "", "CHINA-EX-PN 0001/26 has no addressee; name an office"),
        ("TO/NATO//", "TO/CHINA//", "CHINA-EX-PN 0001/26 is addressed to its own office; name the other side's"),
        ("TO/NATO//", "TO/NATO//\nTO/NATO//", "set TO is not known in an envelope, or stands in it twice"),
        ("BODY/PN//\n", "", "the text has no set BODY, or several; it has one"),
        ("BODY/PN//", "BODY/UA//", "CHINA-EX-PN 0001/26: its sets EXER and BODY say something else than its number"),
        ("EXER/EXERCISE EXERCISE EXERCISE//\n", "", "CHINA-EX-PN 0001/26: its sets EXER and BODY say something else than its number"),
        ("SENT/2026-11-02T12:00:00Z///", "SENT/noon///", "the envelope cannot be read: Invalid isoformat string: 'noon'"),
        ("/priority/", "/soon/", "the envelope cannot be read: 'soon' is not a valid Precedence"),
        ("/joint-private/1//", "/joint-private//", "set MSG is missing, or has not its 7 fields"),
        ("PERSONNEL/900//", "PERSONNEL/many//", "PERSONNEL is a whole number"),
        ("PERSONNEL/900//", "LIVE_FIRING/maybe//", "LIVE_FIRING is YES or NO"),
        ("PERSONNEL/900//", "PERSONNEL/900/901//", "PERSONNEL has 2 values; it has one at most"),
        ("PERSONNEL/900//", "CREW/900//", "set CREW is not known in a message of this kind"),
        ("SHIPS.1.TYPE", "SHIPS.3.TYPE", "set SHIPS.3.TYPE is not known in a message of this kind"),
        ("SHIPS.1.TYPE", "A.B.C.D.E.F.G", "set A.B.C.D.E.F.G is not known in a message of this kind"),
        ("PURPOSE/en/", "PURPOSE/", "PURPOSE has a language and its text, then language, state and text of each translation"),
        ("AREAS/CIRCLE/20-00.00N 113-45.00E", "AREAS/CIRCLE", "AREAS is CIRCLE with centre and miles, or POLYGON with positions"),
        ("STATES/China//\n", "", "States involved: this is required; fill it in"),
    ],
)  # fmt: skip
def test_damaged_text_is_refused(old: str, new: str, sentence: str) -> None:
    assert old in TEXT
    with pytest.raises(InputError) as refused:
        read_slash(TEXT.replace(old, new, 1))

    assert str(refused.value) == sentence


def test_fields_of_another_kind_are_not_written() -> None:
    with pytest.raises(InputError, match="there is no field 'commanding_level'; leave it out"):
        write_slash(message("CHINA-EX-UA 0001/26", PN))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("X" + "/" * 999_999, "line 1: the set has more than 1000 fields"),
        ("A//\n" * 30_000, "the text has more than 20000 lines; split it"),
        (" " * 1_000_001, "the text is longer than a million characters; split it"),
    ],
    ids=["fields", "lines", "characters"],
)
def test_text_that_is_too_large_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        read_sets(text)

    assert str(refused.value) == sentence


def test_acknowledgement_comes_back() -> None:
    told = message(
        "NATO-EX-PN 0001/26",
        {"level": "read", "at": "2026-11-02T13:00:00Z"},
        type=Type.ACKNOWLEDGE,
        refs=["CHINA-EX-PN 0001/26"],
    )

    assert read_slash(write_slash(told)) == told


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(max_size=100)
    | st.lists(st.sampled_from([*TEXT.splitlines(), "X//", "SHIPS.1.1/2//"]), max_size=30).map("\n".join)
)  # fmt: skip
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_slash(text)
    except InputError:
        return
    assert read.kind == "PN"
