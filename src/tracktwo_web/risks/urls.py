"""The app's addresses: each topic names its own, beside its views."""

from django.urls import URLPattern, URLResolver

from tracktwo_web.risks.views import estimating, files, indicators, register, results, rounds

urlpatterns: list[URLPattern | URLResolver] = [
    *estimating.urls,
    *files.urls,
    *register.urls,
    *indicators.urls,
    *rounds.urls,
    *results.urls,
]
