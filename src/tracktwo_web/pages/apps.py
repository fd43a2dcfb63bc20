"""The app's name for Django."""

from django.apps import AppConfig


class Pages(AppConfig):
    name = "tracktwo_web.pages"
