"""Every route there is, read from the addresses themselves and from the API's own description."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver

from tracktwo_web.api.application import api

API = "api/v1/"
STREAM = "live"
"""The one address that Django does not know: live streams are served before it."""


@dataclass(frozen=True)
class Route:
    """A named address, or an address of the API."""

    name: str
    pattern: str
    kwargs: tuple[str, ...]
    is_ours: bool = True
    """Whether its view is our own; the others are those of a library."""
    namespace: str = ""


@cache
def every_route() -> dict[str, Route]:
    """All routes by name."""
    stream = Route(STREAM, "d/<uuid:dialogue_id>/live", ("dialogue_id",))
    return {route.name: route for route in (*_named(), *_of_the_api(), stream)}


@cache
def api_calls() -> frozenset[str]:
    """Every call of the API: method and path, as its description has them."""
    paths = api.get_openapi_schema(path_prefix="")["paths"]
    return frozenset(
        f"{method.upper()} api{path}" for path, methods in paths.items() for method in methods
    )


def _of_the_api() -> Iterator[Route]:
    for name in sorted({call.split(" ", 1)[1] for call in api_calls()}):
        path = name.removeprefix("api/")
        kwargs = tuple(part.strip("{}") for part in path.split("/") if part.startswith("{"))
        yield Route(name, API + path, kwargs)


def _named() -> Iterator[Route]:
    described = {route.pattern for route in _of_the_api()}
    for pattern, prefix in _patterns(get_resolver().url_patterns, ""):
        address = prefix + str(pattern.pattern)
        if address.replace("<", "{").replace(">", "}") not in described:
            module = getattr(pattern.callback, "__module__", "")
            kwargs = tuple(pattern.pattern.regex.groupindex) + _kwargs_in(prefix)
            namespace = "api-1:" if address.startswith(API) else ""
            yield Route(pattern.name, address, kwargs, module.startswith("tracktwo_web"), namespace)


def _kwargs_in(prefix: str) -> tuple[str, ...]:
    return tuple(re.findall(r"<(?:\w+:)?(\w+)>", prefix))


def _patterns(
    patterns: list[URLPattern | URLResolver], prefix: str
) -> Iterator[tuple[URLPattern, str]]:
    for one in patterns:
        if isinstance(one, URLPattern):
            yield one, prefix
        else:
            yield from _patterns(one.url_patterns, prefix + str(one.pattern))
