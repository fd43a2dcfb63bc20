"""The app's name for Django, and what it adds to the pages of a dialogue."""

from django.apps import AppConfig


class Api(AppConfig):
    name = "tracktwo_web.api"

    def ready(self) -> None:
        from tracktwo_web.api import contents
        from tracktwo_web.dialogues.contents import LAST

        LAST.extend(contents.ALL)
