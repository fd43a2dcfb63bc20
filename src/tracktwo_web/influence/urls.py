"""The app's addresses: each topic names its own, beside its views."""

from django.urls import URLPattern, URLResolver

from tracktwo_web.influence.views import (
    compare,
    concepts,
    editor,
    files,
    findings,
    links,
    maps,
    outlook,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *maps.urls,
    *concepts.urls,
    *links.urls,
    *editor.urls,
    *findings.urls,
    *compare.urls,
    *files.urls,
    *outlook.urls,
]
