"""The app's addresses: each topic names its own, beside its views."""

from django.urls import URLPattern, URLResolver

from tracktwo_web.reports.views import briefs, consent, issues, open_data, report, sign

urlpatterns: list[URLPattern | URLResolver] = [
    *report.urls,
    *consent.urls,
    *sign.urls,
    *briefs.urls,
    *issues.urls,
    *open_data.urls,
]
