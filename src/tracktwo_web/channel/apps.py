"""The app's name for Django."""

from django.apps import AppConfig


class Channel(AppConfig):
    name = "tracktwo_web.channel"
