"""Kinds take what fills them and refuse all else, with a sentence that names the field."""

import re
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.channel.kinds.drawn import fields_of
from tests.channel.kinds.examples import EXAMPLES, HERE, example, free
from tracktwo.channel.kinds import (
    KINDS,
    FieldError,
    Form,
    Kind,
    check_fields,
    check_message,
    kind_of,
)
from tracktwo.channel.messages import MessageId, Type
from tracktwo.errors import InputError

CODES = [
    "PN",
    "AC",
    "UA",
    "UR",
    "UM",
    "UO",
    "HI",
    "CR",
    "CA",
    "CS",
    "TM",
    "TR",
    "EN",
    "NW",
    "AN",
    "VR",
    "MI",
    "CV",
    "MR",
]


def refused(kind: str, type_: Type = Type.NEW, without: str = "", **told) -> str:
    fields = {name: value for name, value in (EXAMPLES[kind] | told).items() if name != without}
    with pytest.raises(FieldError) as error:
        check_fields(KINDS[kind], fields, type_)
    return error.value.message


def test_kinds_are_those_that_two_sides_need() -> None:
    assert [(code, kind.code) for code, kind in KINDS.items()] == [(code, code) for code in CODES]


@pytest.mark.parametrize("kind", CODES)
def test_example_fills_every_field_of_its_kind_and_is_taken(kind: str) -> None:
    check_fields(KINDS[kind], EXAMPLES[kind], example(kind).type)
    check_message(example(kind), {})

    left_out = {one.name for one in KINDS[kind].fields} - EXAMPLES[kind].keys()
    assert left_out == ({"question"} if kind == "CA" else set())


@pytest.mark.parametrize("kind", CODES)
def test_every_required_field_is_asked_for(kind: str) -> None:
    for one in KINDS[kind].fields:
        if one.is_required:
            sentence = refused(kind, without=one.name)
            assert sentence == f"{one.label}: this is required; fill it in"


@pytest.mark.parametrize("kind", CODES)
def test_every_field_refuses_a_value_of_no_form(kind: str) -> None:
    for one in KINDS[kind].fields:
        assert refused(kind, **{one.name: {"?": None}}).startswith(f"{one.label}: ")


@pytest.mark.parametrize("kind", CODES)
def test_fields_of_no_kind_are_refused(kind: str) -> None:
    assert refused(kind, author="x") == "there is no field 'author'; leave it out"


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"tanks": -1}, "Battle tanks: write a whole number from 0 to 1000000000"),
        ({"tanks": True}, "Battle tanks: write a whole number from 0 to 1000000000"),
        ({"tanks": 2.0}, "Battle tanks: write a whole number from 0 to 1000000000"),
        ({"start": "2026-03-10"}, "Start: write UTC to the second, such as 2026-11-26T09:00:00Z"),
        ({"start": "2026-02-30T00:00:00Z"}, "Start: write UTC to the second, such as 2026-11-26T09:00:00Z"),
        ({"states": []}, "States involved: write a list of one to 200 values, or leave it out"),
        ({"states": "Northland"}, "States involved: write a list of one to 200 values, or leave it out"),
        ({"states": ["Northland", "a\u202eb"]}, "States involved 2: write a text on one line, with single blanks and without signs that cannot be seen"),
        ({"designation": "x" * 201}, "Designation: write 200 characters at the most"),
        ({"designation": "one  two"}, "Designation: write a text on one line, with single blanks and without signs that cannot be seen"),
        ({"designation": "one\ntwo"}, "Designation: write a text on one line, with single blanks and without signs that cannot be seen"),
        ({"live_firing": "yes"}, "Live firing: write true or false"),
        ({"related": ["PN 7"]}, "Related notifications 1: write the number of a message, such as NATO-PN 0007/26"),
        ({"fire_support": ["laser"]}, "Fire between domains 1: choose one of air_to_ground, ship_to_shore"),
        ({"areas": [{"polygon": [HERE]}]}, "Area 1: an area has 1 corners; give three or more"),
        ({"areas": [{"polygon": 201 * [HERE]}]}, "Area 1: write a polygon of positions, or a circle with its centre and miles"),
        ({"areas": [{"circle": {"centre": HERE, "miles": "9000"}}]}, "Area 1: a circle has a radius of 9000.0 nautical miles; it must be 0 to 2700"),
        ({"areas": [{"circle": {"centre": "21-60.00N 113-45.00E", "miles": "1"}}]}, "Area 1: write a position such as 21-30.00N 113-45.00E"),
        ({"ships": [{"type": "frigate"}]}, "Ships 1, Number: this is required; fill it in"),
        ({"ships": [{"type": "frigate", "number": 1, "name": "x"}]}, "Ships 1: there is no field 'name'; leave it out"),
        ({"ships": ["frigate"]}, "Ships 1: write an object of fields"),
        ({"purpose": "To train."}, "General purpose: write an object with origin (en, zh or fr), texts by language, and states of the translations"),
        ({"purpose": {"origin": "de", "texts": {"de": "Übung"}, "states": {}}}, "General purpose: write an object with origin (en, zh or fr), texts by language, and states of the translations"),
        ({"purpose": free("x", "y", "perfect")}, "General purpose: give each translation its state (machine, draft, reviewed or authentic), and the original none"),
        ({"purpose": free(" x")}, "General purpose: write lines without signs that cannot be seen, with single blanks and none at their ends"),
        ({"purpose": free("")}, "General purpose: a text is empty; leave it out"),
    ],
)  # fmt: skip
def test_value_that_is_not_of_its_form_is_refused(told: dict, sentence: str) -> None:
    assert refused("PN", **told) == sentence


@pytest.mark.parametrize(
    ("kind", "told", "sentence"),
    [
        ("PN", {"end": "2026-03-10T06:00:00Z"}, "the end lies before the start"),
        ("PN", {"phases": [{"phase": "active", "start": "2026-03-12T06:00:00Z", "end": "2026-03-11T06:00:00Z"}]}, "the end lies before the start"),
        ("PN", {"phases": [{"phase": "active", "start": "2026-03-09T06:00:00Z", "end": "2026-03-11T06:00:00Z"}]}, "phase 1 lies outside"),
        ("PN", {"lower_metres": 9001}, "the upper limit 9000 lies under the lower limit 9001"),
        ("PN", {"personnel": 9501}, "is 9500 together, and 9501 in all"),
        ("PN", {"sorties": 0}, "a purpose and no number"),
        ("AC", {"latest": "2027-03-16"}, "a window of up to 14 days"),
        ("AC", {"latest": "2027-02-27"}, "its first day first"),
        ("UR", {"answers": [{"question": 1}]}, "question 1 is to be either answered or declined"),
        ("UR", {"answers": [{"question": 1, "answer": free("x"), "is_declined": True}]}, "either answered or declined"),
        ("UR", {"answers": 2 * [{"question": 1, "answer": free("x")}]}, "answered twice"),
        ("UO", {"outcome": "closed"}, "measures are told where"),
        ("HI", {"assistance_wanted": False}, "say that it is wanted"),
        ("CR", {"windows": [{"start": "2026-03-02T08:00:00Z", "end": "2026-03-02T07:00:00Z"}]}, "the end lies before"),
        ("CA", {"answer": "accepted"}, "an acceptance has a time"),
        ("CA", {"answer": "declined"}, "an acceptance has a time"),
        ("CA", {"answer": "clarification"}, "an acceptance has a time"),
        ("CS", {"agreed": [], "differences": []}, "Agreed line: write a list"),
        ("NW", {"surveyed": False}, "only what was surveyed is located"),
        ("AN", {"end_is": "permanent"}, "a permanent notice has no end"),
        ("AN", {"lower": 201}, "the upper limit 200 lies under"),
        ("AN", {"fir": "zzzz"}, "Flight information region: write it such as ZGZU"),
        ("VR", {"imo": "9074728"}, "9074728 is no IMO number"),
        ("VR", {"speed_knots": "012"}, "Speed: write a number from 0 to 100 as text, such as 12.5"),
        ("VR", {"speed_knots": "100.1"}, "Speed: write a number from 0 to 100"),
        ("VR", {"course": 360}, "Course: write a whole number from 0 to 359"),
        ("MI", {"type": "hijacked"}, "a ship is hijacked where"),
        ("MI", {"control_lost": True}, "a ship is hijacked where"),
        ("MI", {"weapons_discharged": False}, "an attack needs weapons discharged"),
        ("MI", {"type": "approach"}, "make it an attack"),
        ("CV", {"stage": "fixed"}, "a hand-over names the next"),
        ("CV", {"quarter": 3}, "group E1 leaves outside the quarter"),
        ("MR", {"answer_by": "2026-03-11T00:00:00Z"}, "asked for after the start"),
        ("EN", {"evidence": [{"medium": "video", "sha256": "x"}]}, "Evidence, held by the originator 1, SHA-256 of the file: write it such as 000"),
    ],
)  # fmt: skip
def test_fields_that_do_not_go_together_are_refused(kind: str, told: dict, sentence: str) -> None:
    assert sentence in refused(kind, **told)


@pytest.mark.parametrize(
    ("kind", "without", "sentence"),
    [
        ("MI", "type", "Type of incident: this is required"),
        ("CV", "next_nation", "a hand-over names the next"),
        ("AN", "end", "a permanent notice has no end"),
        ("CA", "reason", "an acceptance has a time"),
    ],
)
def test_what_others_ask_for_is_missed(kind: str, without: str, sentence: str) -> None:
    assert sentence in refused(kind, without=without)


def test_summary_without_a_line_says_nothing() -> None:
    told = {name: EXAMPLES["CS"][name] for name in ("outcome", "start", "end", "level")}

    with pytest.raises(FieldError, match="at least one agreed line"):
        check_fields(KINDS["CS"], told, Type.REPLY)


def test_warning_without_a_place_is_none() -> None:
    told = {"subject": "wreck", "certainty": "reported"}

    with pytest.raises(FieldError, match="no place is given"):
        check_fields(KINDS["NW"], told)


def test_groups_of_one_name_are_refused() -> None:
    told = deepcopy(EXAMPLES["CV"])
    told["groups"][1]["group"] = "E1"

    with pytest.raises(FieldError, match="two groups have one name"):
        check_fields(KINDS["CV"], told)


def test_error_leads_to_the_field() -> None:
    told = deepcopy(EXAMPLES["PN"])
    told["phases"][1]["areas"][0]["circle"]["miles"] = "much"

    with pytest.raises(FieldError) as error:
        check_fields(KINDS["PN"], told)

    assert error.value.path == ("phases", 1, "areas", 0)
    assert str(error.value).startswith("Phase of the activity 2, Area 1: write a number from 0")


@pytest.mark.parametrize("kind", CODES)
def test_replies_are_of_a_kind_that_answers(kind: str) -> None:
    """Kinds that answer are replies, and a reply is about what its kind answers alone."""
    assert bool(KINDS[kind].answers) == (Type.REPLY in KINDS[kind].types)
    for other in CODES:
        about = (MessageId.read(f"CHINA-EX-{other} 0001/26"),)
        fields = (
            {one: EXAMPLES[kind][one] for one in EXAMPLES[kind]}
            if not KINDS[kind].reply
            else _reply(kind)
        )
        reply = example(kind, type=Type.REPLY, refs=about, fields=fields)
        if other in KINDS[kind].answers:
            check_message(reply, {})
        else:
            with pytest.raises(InputError, match=r"is never of type reply|is about one of"):
                check_message(reply, {})  # fmt: skip


def _reply(kind: str) -> dict:
    return {
        "CV": {"comment": free("Two days later is better.")},
        "MR": {"answer": "accepted", "visitors": 3},
    }[kind]


@pytest.mark.parametrize(
    ("kind", "type_"),
    [(kind, one) for kind in CODES for one in Type if one not in KINDS[kind].types],
)
def test_types_that_a_kind_does_not_have_are_refused(kind: str, type_: Type) -> None:
    refs = () if type_ is Type.NEW else (MessageId.read(f"NATO-EX-{kind} 0001/26"),)

    with pytest.raises(InputError, match=f"kind {kind} is never of type {type_.value}"):
        check_message(example(kind, type=type_, refs=refs), {})


ASKED = MessageId.read("CHINA-EX-UA 0001/26")


@pytest.mark.parametrize("questions", [1, 3])
def test_reply_answers_every_question_asked_and_no_other(questions: int) -> None:
    asking = example("UA", "CHINA", fields=EXAMPLES["UA"] | {"questions": questions * [{"question": free("Why?")}]})  # fmt: skip

    with pytest.raises(InputError, match=f"look at question {max(questions, 2)}$"):
        check_message(example("UR"), {ASKED: asking})


def test_reply_to_the_questions_asked_is_taken() -> None:
    check_message(example("UR"), {ASKED: example("UA", "CHINA")})


def test_acknowledgement_is_of_what_another_office_sent() -> None:
    read = {"level": "read", "at": "2026-03-01T13:00:00Z"}
    theirs, own = MessageId.read("CHINA-EX-PN 0001/26"), MessageId.read("NATO-EX-PN 0001/26")

    check_message(example("PN", type=Type.ACKNOWLEDGE, refs=(theirs,), fields=read), {})
    with pytest.raises(InputError, match="a message of its own office"):
        check_message(example("PN", type=Type.ACKNOWLEDGE, refs=(own,), fields=read), {})


def test_acknowledgement_cannot_say_that_it_agrees() -> None:
    with pytest.raises(FieldError, match="Acknowledged as: choose one of received, read"):
        check_fields(KINDS["PN"], {"level": "agreed", "at": "2026-03-01T13:00:00Z"}, Type.ACKNOWLEDGE)  # fmt: skip


@pytest.mark.parametrize("answer", [{"answer": "accepted"}, {"answer": "declined", "visitors": 2}])
def test_acceptance_of_an_invitation_says_how_many_come(answer: dict) -> None:
    with pytest.raises(FieldError, match="an acceptance says how many come"):
        check_fields(KINDS["MR"], answer, Type.REPLY)


def test_other_version_of_a_kind_is_refused() -> None:
    with pytest.raises(InputError, match="is of version 2 of its kind; only version 1"):
        check_message(example("PN", version=2), {})


def test_kind_that_is_not_known_is_refused() -> None:
    with pytest.raises(InputError, match="'XX' is no kind of message known here"):
        kind_of("XX")


def test_specs_are_whole() -> None:
    """Choices have codes, groups have fields, patterns fit their own examples."""

    def every(specs):
        for one in specs:
            yield one
            yield from every(one.fields)

    for kind in KINDS.values():
        for one in every((*kind.fields, *kind.reply)):
            assert bool(one.choices) == (one.form is Form.CHOICE)
            assert bool(one.fields) == (one.form is Form.GROUP)
            assert bool(one.pattern) == bool(one.such_as)
            assert not one.pattern or re.fullmatch(one.pattern, one.such_as)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_form_takes_what_is_of_it(data) -> None:
    """Drawn fields are each of their form: what is refused is refused by a rule between fields."""
    kind = data.draw(st.sampled_from(list(KINDS.values())))

    assert _wrong_at(kind, data.draw(fields_of(kind.fields))) == ()


def _wrong_at(kind: Kind, fields: dict) -> tuple:
    """The path of what is refused, empty where it is no single field, or nothing is."""
    try:
        check_fields(kind, fields)
    except FieldError as error:
        return error.path
    return ()
