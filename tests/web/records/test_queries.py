import pytest

from tests.record.conftest import CHINA, NATO
from tests.web.records.conftest import ADOPTED, BODY, enters
from tracktwo.errors import RecordError
from tracktwo.record import verify, write_record
from tracktwo_web.records import queries
from tracktwo_web.records.domain.sign import KEY_BEGUN
from tracktwo_web.records.models import Line

GIVEN = {"nato": NATO.public, "china": CHINA.public}


def test_record_is_the_file_that_the_library_writes(dialogue, nato, china, begun):
    enters(nato, ADOPTED, BODY)
    enters(china, ADOPTED, BODY)

    data = queries.record_of(dialogue)

    assert data == write_record(queries.logs_of(dialogue).values())
    found = verify(data, keys=GIVEN)
    assert (found.holds, found.entries, found.absent) == (True, 4, ())


def test_record_shows_a_change_of_any_byte(dialogue, nato, begun):
    enters(nato, ADOPTED, {})
    data = queries.record_of(dialogue)

    unnoticed = [
        place
        for place, byte in enumerate(data)
        if verify(data[:place] + bytes([byte ^ 1]) + data[place + 1 :], keys=GIVEN).holds
    ]

    assert (len(data) > 500, unnoticed) == (True, [])


def test_act_is_joint_once_both_have_signed_the_same(dialogue, nato, china, begun):
    enters(nato, ADOPTED, BODY)
    (half,) = queries.joint_acts_of(dialogue)

    enters(china, ADOPTED, BODY)
    (whole,) = queries.joint_acts_of(dialogue)

    assert (set(half.signed), half.missing, half.is_complete) == ({"nato"}, ("china",), False)
    assert (set(whole.signed), whole.missing, whole.is_complete) == ({"nato", "china"}, (), True)


def test_side_that_has_not_begun_is_missing_all_the_same(dialogue, nato):
    enters(nato, KEY_BEGUN, {})
    enters(nato, ADOPTED, BODY)

    (act,) = queries.joint_acts_of(dialogue)

    assert act.missing == ("china",)


def test_line_changed_in_the_database_is_found(dialogue, nato, begun):
    line = Line.objects.get(side=nato)
    line.text = line.text.replace('"seq":1', '"seq":2').replace(
        '"prev":null', f'"prev":"{64 * "a"}"'
    )
    line.save()

    with pytest.raises(RecordError, match="stands where entry 1 should be"):
        queries.log_of(nato)
    assert not verify(queries.record_of(dialogue)).holds


def test_code_that_names_no_log_is_said(nato):
    nato.code = "north.side"

    with pytest.raises(RecordError, match=r"the log is called 'north\.side'"):
        queries.log_of(nato)


@pytest.mark.parametrize("count", [1, 3])
def test_record_is_read_at_once(dialogue, nato, begun, django_assert_num_queries, count):
    for number in range(count):
        enters(nato, ADOPTED, {"n": number})

    with django_assert_num_queries(2):
        queries.logs_of(dialogue)
    with django_assert_num_queries(1):
        queries.record_of(dialogue)


def test_nothing_is_kept_of_who_signed_or_when(nato, begun):
    names = {field.name for field in Line._meta.get_fields()}

    assert names == {"id", "side", "number", "text"}
