"""The app's addresses: each topic names its own, beside its views."""

from django.urls import URLPattern, URLResolver

from tracktwo_web.insights.views import bring_in, files, report_in, results

urlpatterns: list[URLPattern | URLResolver] = [
    *results.urls,
    *files.urls,
    *bring_in.urls,
    *report_in.urls,
]
