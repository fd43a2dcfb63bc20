"""Who asks from this very machine."""

import pytest
from django.test import RequestFactory

from tracktwo_web.pages.neighbours import is_from_this_machine


@pytest.mark.parametrize(
    ("address", "headers", "expected"),
    [
        ("127.0.0.1", {}, True),
        ("127.8.9.10", {}, True),
        ("::1", {}, True),
        ("192.0.2.7", {}, False),
        ("", {}, False),
        ("unix:", {}, False),
        ("127.0.0.1", {"X-Forwarded-For": "192.0.2.7"}, False),
        ("127.0.0.1", {"Forwarded": "for=127.0.0.1"}, False),
        ("127.0.0.1", {"X-Real-IP": "127.0.0.1"}, False),
    ],
)
def test_loopback_counts_only_where_nobody_passed_the_request_on(
    address, headers, expected
) -> None:
    request = RequestFactory(REMOTE_ADDR=address).get("/metrics", headers=headers)

    assert is_from_this_machine(request) is expected
