"""Numbers for Prometheus: by the name of a route, never by its path."""

import os
import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from django.test import Client
from prometheus_client import REGISTRY

from tracktwo_web.kit import metrics


def counted(route: str, method: str = "GET", status: int = 200) -> float:
    labels = {"route": route, "method": method, "status": str(status)}
    return REGISTRY.get_sample_value("tracktwo_requests_total", labels) or 0


@pytest.fixture
def client() -> Client:
    return Client(headers={"host": "localhost"})


@pytest.mark.django_db
def test_requests_are_counted_by_the_name_of_their_route(client) -> None:
    before = counted("privacy")

    client.get("/privacy")
    client.get("/privacy")

    assert counted("privacy") - before == 2


@pytest.mark.django_db
def test_time_is_measured_by_the_name_of_the_route(client) -> None:
    name, labels = "tracktwo_request_seconds_count", {"route": "privacy"}
    before = REGISTRY.get_sample_value(name, labels) or 0

    client.get("/privacy")

    assert REGISTRY.get_sample_value(name, labels) - before == 1


@pytest.mark.django_db
def test_addresses_that_do_not_exist_and_odd_methods_make_no_labels_of_their_own(client) -> None:
    before = counted("none", "other", 404)

    client.generic("PROPFIND", "/nowhere/at/all")

    assert counted("none", "other", 404) - before == 1


@pytest.mark.django_db
def test_exposition_holds_no_path_and_no_id(client) -> None:
    dialogue, secret = uuid.uuid4(), "a-secret-of-a-link"

    client.get(f"/d/{dialogue}/")
    client.get(f"/seat/{secret}")
    text = metrics.exposition().decode()

    assert "tracktwo_requests_total" in text
    assert [one for one in (str(dialogue), dialogue.hex, secret, "_created") if one in text] == []


def test_exposition_adds_up_the_processes(tmp_path) -> None:
    """Several processes count into one folder; whoever is asked tells the sum."""
    count = """
metrics.ANSWERS.inc(int(sys.argv[1]))
metrics.STREAMS.inc()
sys.stdout.buffer.write(metrics.exposition())
"""

    _in_a_process(count, tmp_path, "3")
    last = _in_a_process(count, tmp_path, "4")

    assert "tracktwo_answers_written_total 7.0" in last.splitlines()


def test_counts_have_their_room_on_the_disk_before_the_first_request(tmp_path) -> None:
    _in_a_process("", tmp_path)

    sizes = {path.name.rpartition("_")[0]: path.stat() for path in tmp_path.iterdir()}
    assert set(sizes) == {"counter", "gauge_livesum", "histogram"}
    assert [name for name, of in sizes.items() if of.st_blocks * 512 < of.st_size] == []


def test_counts_that_find_no_room_cost_nobody_their_answer(tmp_path) -> None:
    """More routes than a file of counts has room for, while no file may grow."""
    crowd = """
import resource, types
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
answer = metrics.measure(lambda request: types.SimpleNamespace(status_code=200))
for i in range(20_000):
    match = types.SimpleNamespace(view_name=f"route-{i:0100}")
    assert answer(types.SimpleNamespace(resolver_match=match, method="GET")).status_code == 200
try:
    metrics.REQUESTS.labels("one-more" * 20, "GET", 200)
except (OSError, ValueError, IndexError):
    print("there was no room")
"""

    assert _in_a_process(crowd, tmp_path) == "there was no room\n"


def _in_a_process(code: str, folder: Path, *arguments: str) -> str:
    """What a process prints that counts into this folder."""
    begin = (
        "import sys; from django.conf import settings; settings.configure();"
        "from tracktwo_web.kit import metrics\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", begin + code, *arguments],
        env=os.environ | {metrics.FOLDER: str(folder)},
        check=True,
        capture_output=True,
        text=True,
    )
    return ran.stdout
