"""Messages of kinds NW and AN as warnings and notices, and back."""

import pytest

from tests.exchange.channel.messages import AN, CIRCLE, NW, message, words
from tracktwo.channel.kinds import check_fields, kind_of
from tracktwo.channel.messages import Type
from tracktwo.errors import InputError
from tracktwo.exchange.channel.navarea import (
    fields_of_warning,
    read_navarea,
    warning_of,
    write_navarea,
)
from tracktwo.exchange.channel.notam import fields_of_notice, notice_of, read_notam, write_notam


def through_navarea(fields: dict) -> object:
    return fields_of_warning(
        read_navarea(write_navarea(warning_of(message("CHINA-EX-NW 0012/26", fields))))
    )


def through_notam(fields: dict) -> object:
    return fields_of_notice(
        read_notam(write_notam(notice_of(message("CHINA-EX-AN 0001/26", fields), {})))
    )


def less(fields: dict, *names: str) -> dict:
    return {name: value for name, value in fields.items() if name not in names}


@pytest.mark.parametrize(
    "fields",
    [
        NW,
        less(NW, "series", "number", "year"),
        less(NW, "positions", "remarks", "cancels", "cancel_at"),
        less(NW, "areas", "start"),
        less(NW, "general_area", "locality", "charts", "end"),
        NW | {"certainty": "located", "surveyed": True, "areas": [CIRCLE], "subject": "other"},
    ],
)
def test_warning_comes_back_with_the_fields_of_its_message(fields: dict) -> None:
    check_fields(kind_of("NW"), fields)

    assert through_navarea(fields) == fields


def test_message_becomes_a_warning() -> None:
    told = write_navarea(
        warning_of(message("CHINA-EX-NW 0012/26", less(NW, "series", "number", "year")))
    )

    assert told.splitlines()[:7] == [
        "EXERCISE EXERCISE EXERCISE",
        "CHINA-EX-NW 0012/26",
        "SOUTH CHINA SEA.",
        "EAST OF THE MODEL BANK.",
        "CHART BA 1261, INT 550.",
        "GUNNERY OR MISSILE FIRING.",
        "REPORTED IN 19-00N 113-00E.",
    ]


def test_subject_that_is_not_known_is_kept_as_a_remark() -> None:
    read = read_navarea("NAVAREA XI 007/26\nWHALES ADRIFT IN 05-30S 120-15W\nKEEP CLEAR\n")

    fields = fields_of_warning(read)

    assert fields == {
        "series": "NAVAREA XI",
        "number": 7,
        "year": 2026,
        "subject": "other",
        "certainty": "reported",
        "positions": ["05-30S 120-15W"],
        "remarks": words("WHALES ADRIFT\nKEEP CLEAR"),
    }


@pytest.mark.parametrize(
    ("fields", "told", "sentence"),
    [
        ({"remarks": {"origin": "zh", "texts": {"zh": "请避开"}, "states": {}}}, {}, "Remarks: warnings are in English; add the words in English"),
        ({"cancels": ["the last one"]}, {}, "'THE LAST ONE' is no series and number of a warning; write such as NAVAREA XI 0007/26"),
        ({"locality": "南海"}, {}, "'南' cannot be sent; warnings and notices are in English, in capital letters, figures and - ? : ( ) . , ' = / +"),
        ({}, {"type": Type.CANCEL, "refs": ["CHINA-EX-NW 0001/26"]}, "CHINA-EX-NW 0012/26 is no navigational warning; give a message of kind NW"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_warning_is_refused(fields: dict, told: dict, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        warning_of(message("CHINA-EX-NW 0012/26", NW | fields, **told))

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    "fields",
    [
        AN,
        less(AN, "schedule", "lower_limit", "upper_limit"),
        less(AN, "end") | {"end_is": "permanent"},
        AN | {"end_is": "fixed", "text": words("GUN FIRING\nSEE ALSO NAVAREA XI 7/26")},
    ],
)
def test_notice_comes_back_with_the_fields_of_its_message(fields: dict) -> None:
    check_fields(kind_of("AN"), fields)

    assert through_notam(fields) == fields


def test_update_replaces_the_notice_that_it_is_about() -> None:
    first = message("CHINA-EX-AN 0001/26", AN)
    second = message(
        "CHINA-EX-AN 0002/26",
        AN | {"number": 124},
        type=Type.UPDATE,
        refs=["CHINA-EX-AN 0001/26"],
    )

    told = write_notam(notice_of(second, {first.id: first}))

    assert told.splitlines()[1] == "(A0124/26 NOTAMR A0123/26"
    with pytest.raises(InputError, match=r"replaces CHINA-EX-AN 0001/26, which is not there"):
        notice_of(second, {})


@pytest.mark.parametrize(
    ("fields", "told", "sentence"),
    [
        (less(AN, "series"), {}, "CHINA-EX-AN 0001/26 has no series, number and year of a notice; fill them in"),
        (AN, {"type": Type.CANCEL, "refs": ["CHINA-EX-AN 0003/26"]}, "CHINA-EX-AN 0001/26 is no airspace notice; give a message of kind AN"),
        (less(AN, "upper_limit"), {}, "items F and G of A0123/26 are 'SFC' and ''; write both, such as SFC and FL300, or 500FT AMSL and UNL"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_notice_is_refused(fields: dict, told: dict, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        notice_of(message("CHINA-EX-AN 0001/26", fields, **told), {})

    assert str(refused.value) == sentence


def test_cancellation_is_no_message_of_its_own() -> None:
    told = read_notam(
        "(A0124/26 NOTAMC A0123/26\nQ) ZXXX/QWMCN/IV/BO/W/000/300\nA) ZXXX B) 2612010800\nE) FIRING CNL)"
    )

    with pytest.raises(InputError, match="A0124/26 cancels a notice; write a message of type"):
        fields_of_notice(told)
