"""The app's addresses: each topic names its own, beside its views."""

from django.urls import URLPattern, URLResolver

from tracktwo_web.perceptions.views import (
    answering,
    consultation,
    mirror,
    moderation,
    rounds,
    statements,
    translations,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *answering.urls,  # first: no page is asked for as often
    *statements.urls,
    *translations.urls,
    *moderation.urls,
    *rounds.urls,
    *consultation.urls,
    *mirror.urls,
]
