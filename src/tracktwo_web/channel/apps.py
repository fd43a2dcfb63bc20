"""The app's name for Django, and what it adds to the pages of a dialogue."""

from django.apps import AppConfig


class Channel(AppConfig):
    name = "tracktwo_web.channel"

    def ready(self) -> None:
        from tracktwo_web.channel import asks, contents, rules
        from tracktwo_web.dialogues.contents import CONTENTS
        from tracktwo_web.dialogues.rooms import ROOMS
        from tracktwo_web.dialogues.tasks_now import ASKS

        ROOMS.append(rules.may_listen)
        ASKS.extend(asks.ALL)
        CONTENTS.extend(contents.ALL)
