"""The app's addresses: each topic names its own, beside its views."""

from django.urls import URLPattern, URLResolver

from tracktwo_web.roadmaps.views import (
    absences,
    agreed,
    binding,
    board,
    calendar,
    chronology,
    items,
    meetings,
    offices,
    subscriptions,
    timeline,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *board.urls,
    *timeline.urls,
    *agreed.urls,
    *items.urls,
    *calendar.urls,
    *meetings.urls,
    *offices.urls,
    *absences.urls,
    *binding.urls,
    *chronology.urls,
    *subscriptions.urls,
]
