"""The app's addresses."""

from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from tracktwo_web.pages import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("privacy", views.privacy, name="privacy"),
    path("language", require_POST(set_language), name="language"),
    path("health", views.health, name="health"),
    path("metrics", views.metrics, name="metrics"),
    path("robots.txt", views.robots, name="robots"),
]
