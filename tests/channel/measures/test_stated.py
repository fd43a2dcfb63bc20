"""Measures as offices state them in their logs: read back as the same, agreed where both say the same."""

from datetime import date

import pytest

from tracktwo.channel.measures import Domain, Measure, MeasureType, Precedent, Rung
from tracktwo.channel.measures.stated import Agreement, Stated, stated_body, stated_of
from tracktwo.errors import InputError

OFFICES = ("NATO", "CHINA")
HAZARDS = Measure(
    "hazards",
    {"en": "Hazards are told in advance", "zh": "提前通报危险"},
    Domain.MARITIME,
    MeasureType.NOTIFY,
    Rung.NOTIFICATION,
    ("CHINA", "NATO"),
    precedents=(Precedent("Incidents at Sea Agreement 1972", "VI"),),
    start=date(2026, 1, 1),
    review=date(2027, 1, 1),
)
BODY = stated_body(HAZARDS)
OTHER = stated_of(BODY | {"review": None}, OFFICES)


def test_measure_is_read_back_as_the_same_whichever_office_reads_it() -> None:
    assert stated_of(BODY, OFFICES) == stated_of(BODY, OFFICES[::-1]) == HAZARDS


@pytest.mark.parametrize(
    ("by", "agreement"),
    [
        ({"NATO": HAZARDS}, Agreement.ONE_SIDED),
        ({"NATO": HAZARDS, "CHINA": HAZARDS}, Agreement.AGREED),
        ({"NATO": HAZARDS, "CHINA": OTHER}, Agreement.DIFFERENT),
    ],
)
def test_measure_is_agreed_while_both_offices_state_the_same(by, agreement) -> None:
    assert Stated("hazards", by).agreement is agreement


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"measure": 7},
        {"measure": "x" * 41},
        {"names": {}},
        {"names": ["Hazards"]},
        {"names": {"en": 7}},
        {"rung": "tower"},
        {"type": None},
        {"precedents": [["Agreement"]]},
        {"precedents": [["Agreement", ""]] * 21},
        {"start": "20260101"},
        {"start": "soon"},
        {"review": "2025-01-01"},
    ],
)
def test_other_body_is_refused(change) -> None:
    with pytest.raises(InputError):
        stated_of(BODY | change, OFFICES)
