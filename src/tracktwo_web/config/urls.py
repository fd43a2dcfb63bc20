"""Every address of the platform."""

from django.urls import URLPattern, URLResolver, include, path

from tracktwo_web.api.application import api
from tracktwo_web.roadmaps.views import subscriptions

handler500 = "tracktwo_web.kit.errors.server_error"
urlpatterns: list[URLPattern | URLResolver] = [
    # First, since no page is asked for as often as the next statement.
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.perceptions.urls")),
    path("", include("tracktwo_web.pages.urls")),
    path("account/", include("tracktwo_web.accounts.urls")),
    path("api/v1/", api.urls),
    path("", include("tracktwo_web.dialogues.urls")),
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.records.urls")),
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.influence.urls")),
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.texts.urls")),
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.roadmaps.urls")),
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.channel.urls")),
    *subscriptions.served,
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.insights.urls")),
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.risks.urls")),
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.convergence.urls")),
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.reports.urls")),
    path("d/<uuid:dialogue_id>/", include("tracktwo_web.api.urls")),
]
