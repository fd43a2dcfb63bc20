"""The app's addresses: each topic names its own, beside its views."""

from django.urls import URLPattern, URLResolver

from tracktwo_web.convergence.views import (
    conditions,
    files,
    limits,
    options,
    packages,
    planning,
    rounds,
    tabling,
    valuing,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *conditions.urls,
    *files.urls,
    *options.urls,
    *rounds.urls,
    *limits.urls,
    *valuing.urls,
    *packages.urls,
    *tabling.urls,
    *planning.urls,
]
