"""What every request must show, and every answer carries."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/", "/privacy", "/nowhere", "/account/login/"])
def test_pages_are_kept_by_nobody_and_found_by_no_search(client_at, path) -> None:
    response = client_at().get(path)

    kept = {part.strip() for part in response["Cache-Control"].split(",")}
    assert {"no-store", "private"} <= kept
    assert response["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize(
    ("host", "status"), [("localhost", 200), ("127.0.0.1:8000", 200), ("elsewhere.example", 400)]
)
def test_only_our_own_names_are_answered(host, status) -> None:
    assert Client(headers={"host": host}).get("/privacy").status_code == status


def test_pages_allow_nothing_but_what_is_ours(client_at) -> None:
    rules = dict(
        rule.strip().split(" ", 1)
        for rule in client_at().get("/")["Content-Security-Policy"].split(";")
    )

    assert rules == {
        "default-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
