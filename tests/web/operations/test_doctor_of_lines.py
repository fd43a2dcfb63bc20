"""What the doctor finds on the lines to other offices."""

import datetime as dt
from pathlib import Path

import pytest

from tests.web.channel.ends import two_ends
from tracktwo_web.channel.models import Condition, Fault, Line, Refused
from tracktwo_web.channel.wire.certificates import make_identity
from tracktwo_web.operations.doctor_of_lines import lines
from tracktwo_web.operations.finding import Finding, Health

pytestmark = pytest.mark.django_db
NOW = dt.datetime.now(dt.UTC)


def _certificate(days: int) -> str:
    """One that runs out after so many days."""
    made = NOW + dt.timedelta(days=days) - dt.timedelta(days=365 * 20)
    return make_identity("CHINA", now=made).certificate.decode()


def _found(**changed: object) -> list[tuple[Health, str]]:
    """What is said of a line that was changed so; the other line stays well."""
    ends = two_ends()
    Line.objects.filter(pk=ends.nato.pk).update(**changed)
    told = list(lines(Path()))
    assert told[0] == Finding("line of CHINA to NATO", Health.WELL, "in order")
    return [(one.health, one.told) for one in told[1:]]


def test_no_line_is_nothing_to_say() -> None:
    assert list(lines(Path())) == []


@pytest.mark.parametrize(
    ("changed", "health", "told"),
    [
        ({}, Health.WELL, "in order"),
        ({"fault": Fault.FORKED}, Health.BAD, "two entries stand at one place of a log"),
        ({"fault": Fault.LOST}, Health.BAD, "own entries are missing"),
        ({"peer_key": ""}, Health.LOOK, "not connected"),
        ({"is_compared": False}, Health.LOOK, "nothing was heard of the other since the start"),
        ({"key": "00"}, Health.BAD, "its key does not open with this secret key"),
        ({"clock_ahead": -3600}, Health.LOOK, "the other's clock is 3600 s behind this one"),
        (
            {"peer_certificate": _certificate(30)},
            Health.LOOK,
            "the other's certificate runs out on",
        ),
        ({"certificate": _certificate(-2)}, Health.BAD, "its own certificate ran out on"),
        ({"tested": Condition.FAULTY}, Health.BAD, "several tests in a row were missed"),
        ({"tested": Condition.DOUBTFUL}, Health.LOOK, "the last test was missed"),
    ],
)
def test_what_is_wrong_with_a_line_is_told(changed, health, told) -> None:
    ((graveness, sentence),) = _found(**changed)

    assert graveness is health
    assert sentence.startswith(told)


def test_ways_that_fail_and_refused_parcels_are_told() -> None:
    ends = two_ends()
    ends.nato.routes.create(order=2, address="127.0.0.1:2")
    ends.nato.routes.filter(order=1).update(failures=4, why="refused")
    long_ago = NOW - dt.timedelta(days=30)
    for at in (NOW, long_ago):
        Refused.objects.create(line=ends.nato, at=at, way="", reason="x", sha256="0" * 64)

    found = [(one.health, one.told) for one in lines(Path())][1:]
    ends.nato.routes.update(failures=1)
    both = [one.health for one in lines(Path())][1:3]

    assert found == [
        (Health.LOOK, "127.0.0.1:1 does not come through: 4 tries in a row (refused)"),
        (Health.LOOK, "parcels refused in a week: 1; the page of the line's state says why"),
    ]
    assert both == [Health.BAD, Health.BAD]
