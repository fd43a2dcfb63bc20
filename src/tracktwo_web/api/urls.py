"""The pages on which tokens are handed out; the API's own routes are in `application`."""

from django.urls import URLPattern, URLResolver, path

from tracktwo_web.api import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("token", views.token, name="token"),
    path("office/services/", views.services, name="services"),
    path("office/services/new", views.service_new, name="service_new"),
    path("office/services/<uuid:service_id>/revoke", views.service_revoke, name="service_revoke"),
]
