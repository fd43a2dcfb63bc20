"""The app's addresses: each topic names its own, beside its views."""

from django.urls import URLPattern, URLResolver

from tracktwo_web.channel.views import (
    archive,
    cards,
    compose,
    drills,
    line,
    measures,
    messages,
    opening,
    parcels,
    picture,
    place_names,
    upkeep,
    watch,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *watch.urls,
    *opening.urls,
    *archive.urls,
    *messages.urls,
    *compose.urls,
    *drills.urls,
    *line.urls,
    *measures.urls,
    *picture.urls,
    *place_names.urls,
    *cards.urls,
    *parcels.urls,
    *upkeep.urls,
]
