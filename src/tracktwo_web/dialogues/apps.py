"""The app's name for Django."""

from django.apps import AppConfig


class Dialogues(AppConfig):
    name = "tracktwo_web.dialogues"
