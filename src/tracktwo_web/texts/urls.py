"""The app's addresses: each topic names its own, beside its views."""

from django.urls import URLPattern, URLResolver

from tracktwo_web.texts.views import (
    agreement,
    chair,
    compare,
    drafting,
    files,
    languages,
    ledger,
    positions,
    proposals,
    reading,
    remarks,
    signing,
    table,
    tabling,
    units,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *table.urls,
    *reading.urls,
    *units.urls,
    *drafting.urls,
    *tabling.urls,
    *proposals.urls,
    *positions.urls,
    *remarks.urls,
    *chair.urls,
    *ledger.urls,
    *compare.urls,
    *languages.urls,
    *agreement.urls,
    *signing.urls,
    *files.urls,
]
