"""Open data of released rounds: aggregates alone, made once, for who runs the dialogue."""

import csv
import io
import zipfile

import pytest

from tests.web import world
from tests.web.insights.worlds import a_closed_round, a_released_round
from tests.web.reports.making import ANSWERS
from tracktwo.exchange import read
from tracktwo.release import write_open_data
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.insights.domain.archive import unpack
from tracktwo_web.perceptions.models import Answer
from tracktwo_web.reports.domain.open_data import make
from tracktwo_web.reports.models import OpenData, OpenFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def dialogue(db):
    return world.a_dialogue()


@pytest.fixture
def released(dialogue):
    return a_released_round(dialogue, ANSWERS)


def made(client, one, at) -> OpenData:
    client.post(at("open_data_make", one.id))
    data = OpenData.objects.get(round=one)
    make(str(data.pk))
    return data


def test_files_are_those_of_the_command(secretariat, released, at, tmp_path) -> None:
    made(secretariat, released, at)

    answer = secretariat.get(at("open_data_file", released.id, "en"))

    released.snapshot.refresh_from_db()
    unpack(bytes(released.snapshot.content), tmp_path)
    write_open_data(_tables(tmp_path), tmp_path / "out")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        given = {name.rpartition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert given == {one.name: one.read_bytes() for one in (tmp_path / "out").iterdir()}


def _tables(folder):
    from tracktwo.analysis import analyse
    from tracktwo.release import aggregates

    dialogue = read(folder)
    return aggregates(dialogue, analyse(dialogue))


def test_they_name_no_person_and_no_small_group(secretariat, released, at) -> None:
    made(secretariat, released, at)

    answer = secretariat.get(at("open_data_file", released.id, "en"))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        names = archive.namelist()
        table = archive.read("open-data/answers.csv").decode()
    rows = list(csv.DictReader(io.StringIO(table)))
    assert not [one for one in names if "participant" in one or "votes" in one]
    assert rows
    assert all(int(row["n"]) >= 3 for row in rows if row["n"])


def test_they_are_made_once(secretariat, released, at) -> None:
    data = made(secretariat, released, at)
    before = list(OpenFile.objects.values_list("pk", "sha256"))

    secretariat.post(at("open_data_make", released.id))
    make(str(data.pk))

    assert list(OpenFile.objects.values_list("pk", "sha256")) == before


def test_round_without_answers_has_none(secretariat, dialogue, at) -> None:
    one = a_released_round(dialogue, ANSWERS)
    Answer.objects.filter(question__round=one).delete()

    page = secretariat.post(at("open_data_make", one.id), follow=True).content.decode()

    assert "This round holds no answers that may be told." in page


def test_closed_round_has_none(secretariat, dialogue, at) -> None:
    one = a_closed_round(dialogue, ANSWERS)

    assert secretariat.post(at("open_data_make", one.id)).status_code == 404


def test_altered_file_is_not_given(secretariat, released, at) -> None:
    made(secretariat, released, at)
    OpenFile.objects.update(content=b"altered")

    assert secretariat.get(at("open_data_file", released.id, "en")).status_code == 404


def test_delegates_are_refused(sit, dialogue, released, at) -> None:
    head = sit(world.seat_of(dialogue, Role.HEAD, "nato"))

    assert head.get(at("open_data")).status_code == 403
