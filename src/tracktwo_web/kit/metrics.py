"""What the machine is doing, in numbers for Prometheus. Counted by the name of a route, never by its
path: a path may carry a seat's key or a dialogue's id. Nothing here tells dialogues apart.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from prometheus_client import (
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

Handler = Callable[[HttpRequest], HttpResponse]
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Where several processes add up their counts; set by whoever starts them, before import."""

# When something was first counted is nobody's business.
disable_created_metrics()  # type: ignore[no-untyped-call]

REQUESTS = Counter("tracktwo_requests", "Requests answered", ["route", "method", "status"])
SECONDS = Histogram(
    "tracktwo_request_seconds",
    "Time from a request's arrival to its answer",
    ["route"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
ANSWERS = Counter("tracktwo_answers_written", "Answers that are durably written")
_requests, _seconds = cache(REQUESTS.labels), cache(SECONDS.labels)
"""A label looked up once costs half: every request passes here."""
STREAMS = Gauge("tracktwo_streams_open", "Live streams open now", multiprocess_mode="livesum")


def measure(get_response: Handler) -> Handler:
    """Count each request and the time it took, under the name of its route."""

    def answer(request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = get_response(request)
        with suppress(Exception):  # counts may find a full disk: that costs nobody their answer
            route = _route_of(request)
            _requests(route, _method_of(request), response.status_code).inc()
            _seconds(route).observe(time.perf_counter() - begun)
        return response

    return answer


def exposition() -> bytes:
    """All numbers, in Prometheus' text format; those of every process where there are several."""
    if FOLDER not in os.environ:
        return generate_latest(REGISTRY)
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return generate_latest(together)


def _reserve_room() -> None:
    """Take the disk that this process's counts will need while there is some.

    The files are mapped into memory and sparse: touching a page that a full disk cannot hold would
    end the process.
    """
    _seconds("none")  # its file is made with the first label
    for path in Path(os.environ[FOLDER]).glob(f"*_{os.getpid()}.db"):
        with path.open("r+b") as file:
            os.posix_fallocate(file.fileno(), 0, path.stat().st_size)


def _route_of(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match and match.view_name) or "none"


def _method_of(request: HttpRequest) -> str:
    """Any word may come as a method; only known ones become a label."""
    return request.method if request.method in {"GET", "HEAD", "POST"} else "other"


if FOLDER in os.environ:
    _reserve_room()
