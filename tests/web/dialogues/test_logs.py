"""A link's secret and a passphrase reach no log, whatever goes wrong."""

import io
import json
import logging

import pytest
from django.conf import settings as configured
from django.test import Client
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.kit.logs import configure, logging_settings


@pytest.fixture
def lines():
    """What the platform's own logging writes while a test runs."""
    written = io.StringIO()
    wanted = logging_settings()
    wanted["handlers"]["lines"]["stream"] = written
    configure(wanted)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    configure(configured.LOGGING)


def test_wrong_link_is_logged_without_its_address(db, client_at, lines) -> None:
    client_at().get("/seat/a-secret-nobody-may-read")

    written = lines()
    assert [line["event"] for line in written] == ["request answered 404"]
    assert "a-secret-nobody-may-read" not in json.dumps(written)


def test_forged_form_is_logged_without_its_address(db, dialogue, lines) -> None:
    secret = issue_key(world.seat_of(dialogue, Role.HEAD, "nato"), now=timezone.now()).secret
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)

    answer = client.post(f"/seat/{secret}", {})

    written = lines()
    assert answer.status_code == 403
    assert written != []
    assert secret not in json.dumps(written)


def test_failure_is_logged_without_values_and_without_its_message(lines) -> None:
    passphrase = "correct horse battery staple"

    try:
        int(passphrase)
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error: /seat/x")

    written = lines()
    frames = written[0]["exception"][0]["frames"]
    assert [line["event"] for line in written] == ["request answered 500"]
    assert written[0]["exception"][0]["exc_type"] == "ValueError"
    assert passphrase not in json.dumps(written)
    assert [frame.get("locals") for frame in frames] == [None] * len(frames)


def test_foreign_host_is_one_warning_without_trace_and_without_its_name(db, lines) -> None:
    answer = Client(headers={"host": "elsewhere.example"}).get("/seat/a-secret-nobody-may-read")

    (line,) = lines()
    assert answer.status_code == 400
    assert line.pop("timestamp")
    assert line == {
        "event": "request answered 400",
        "level": "warning",
        "logger": "django.security.DisallowedHost",
        "why": "the name asked for is not in TRACKTWO_HOSTS",
    }


def test_failures_of_a_group_are_logged_without_their_messages(lines) -> None:
    failed = ExceptionGroup("streams", [ValueError("a most secret remark")])

    logging.getLogger("tracktwo_web").error("streams failed", exc_info=failed)

    (line,) = lines()
    assert line["exception"][0]["exceptions"][0][0]["exc_type"] == "ValueError"
    assert "secret remark" not in json.dumps(line)
