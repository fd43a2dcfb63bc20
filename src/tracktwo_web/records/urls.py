"""The app's addresses: each topic names its own, beside its views."""

from django.urls import URLPattern, URLResolver

from tracktwo_web.records.views import key, record

urlpatterns: list[URLPattern | URLResolver] = [*record.urls, *key.urls]
