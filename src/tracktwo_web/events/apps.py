"""The app's name for Django."""

from django.apps import AppConfig


class Events(AppConfig):
    name = "tracktwo_web.events"
