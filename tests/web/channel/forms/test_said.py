"""The form of a message: whatever a message says can be entered, and comes out the same."""

import pytest
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from tests.channel.kinds.examples import EXAMPLES
from tests.web.channel.entering import entered_in
from tracktwo.channel.kinds import KINDS, FieldError, check_fields
from tracktwo.channel.messages import Type
from tracktwo_web.channel.forms.said import SaidForm
from tracktwo_web.channel.groups import GROUPS

LANGUAGES = ("en", "zh", "fr")


def _sent(values: dict[str, object]) -> QueryDict:
    """As a browser sends it."""
    told = QueryDict(mutable=True)
    lists = {name: one if isinstance(one, list) else [one] for name, one in values.items()}
    told.update(MultiValueDict(lists))
    return told


def _form(code: str, values: dict[str, object], **options) -> SaidForm:
    return SaidForm(_specs(code), LANGUAGES, _sent(values), **options)


def _specs(code: str):
    kind = KINDS[code]
    return kind.fields_of(Type.NEW if Type.NEW in kind.types else Type.REPLY)


@pytest.mark.parametrize("code", KINDS)
def test_every_kind_can_be_entered_whole(code) -> None:
    shown = SaidForm(_specs(code), LANGUAGES, told=EXAMPLES[code])

    form = _form(code, entered_in(shown))

    assert form.errors == {}
    assert form.said() == EXAMPLES[code]


@pytest.mark.parametrize("code", KINDS)
def test_empty_form_names_what_is_required(code) -> None:
    form = _form(code, entered_in(SaidForm(_specs(code), LANGUAGES)))

    required = {one.name for one in _specs(code) if one.is_required and not one.fields}
    assert required <= form.errors.keys()


def test_rows_that_stay_empty_are_left_out() -> None:
    call = {"f-windows-rows": "2", "f-windows-1-start": "2026-12-01T09:00", "f-windows-1-end": "2026-12-01T10:00"}  # fmt: skip
    form = _form("CR", call)

    form.is_valid()

    assert form.said()["windows"] == [
        {"start": "2026-12-01T09:00:00Z", "end": "2026-12-01T10:00:00Z"}
    ]


def test_row_that_was_begun_must_be_ended() -> None:
    form = _form("CR", {"f-windows-rows": "1", "f-windows-0-start": "2026-12-01T09:00"})

    assert "windows-0-end" in form.errors
    assert "windows-0-start" not in form.errors


def test_row_is_added_without_a_complaint_and_nothing_is_lost() -> None:
    form = _form(
        "CR", {"f-windows-rows": "1", "f-caller": "Watch"}, add="windows", is_checked=False
    )

    assert form.errors == {}
    assert form.row_counts() == {"f-windows-rows": 2}
    assert form["caller"].value() == "Watch"


def test_moment_that_was_entered_stays_as_it_was() -> None:
    """On the hour too: browsers take a moment only whole."""
    form = _form("CR", {"f-windows-rows": "1", "f-windows-0-start": "2026-12-01T09:00"})

    assert form["windows-0-start"].value() == "2026-12-01T09:00"


def test_what_the_library_refuses_stands_at_its_field() -> None:
    values = entered_in(SaidForm(_specs("EN"), LANGUAGES, told=EXAMPLES["EN"]))
    form = _form("EN", values | {"f-position": "somewhere"})
    form.is_valid()

    with pytest.raises(FieldError) as refused:
        check_fields(KINDS["EN"], form.said())
    form.refuse(refused.value)

    assert list(form.errors) == ["position"]


def test_refusal_in_a_row_finds_it_past_an_empty_one() -> None:
    form = _form("CR", {"f-windows-rows": "2"})
    form.is_valid()
    form.said()
    call = {"f-windows-rows": "2", "f-windows-1-start": "2026-12-01T09:00", "f-windows-1-end": "2026-12-01T10:00"}  # fmt: skip
    form = _form("CR", call)
    form.is_valid()
    form.said()

    form.refuse(FieldError("End: too early", ("windows", 0, "end")))

    assert "windows-1-end" in form.errors


@pytest.mark.parametrize("told", ["-1", "9999", "one", "٣", ""])
def test_number_of_rows_that_nobody_typed_is_not_believed(told) -> None:
    form = _form("CR", {"f-windows-rows": told})

    assert form.row_counts()["f-windows-rows"] <= 40


@pytest.mark.parametrize(
    ("lines", "area"),
    [
        ("21-30.00n 113-45.00e 12.5", {"circle": {"centre": "21-30.00N 113-45.00E", "miles": "12.5"}}),
        ("21-30.00N 113-45.00E\n\n\n21-31.00N 113-45.00E", {"polygon": ["21-30.00N 113-45.00E"]}),
    ],
)  # fmt: skip
def test_areas_are_lines_of_positions(lines, area) -> None:
    form = _form("PN", {"f-areas": lines})
    form.is_valid()

    assert form.said()["areas"][0] == area


def test_line_that_is_no_position_is_named() -> None:
    form = _form("PN", {"f-areas": "off the cape today"})

    assert form.errors["areas"] == [
        "“off the cape today” is no corner: write latitude and longitude, such as 21-30.00N 113-45.00E."
    ]


def test_original_must_be_written() -> None:
    form = _form("CR", {"f-topic_en": "A buoy", "f-topic_origin": "zh"})

    assert form.errors["topic"] == [
        "Write the text in the language that you chose as the original."
    ]


def test_every_kind_that_speaks_for_itself_is_offered_once() -> None:
    offered = [code for codes in GROUPS.values() for code in codes]

    assert sorted(offered) == sorted(code for code, kind in KINDS.items() if Type.NEW in kind.types)
