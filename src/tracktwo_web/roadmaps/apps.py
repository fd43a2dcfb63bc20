"""The app's name for Django, and what it adds to the pages of a dialogue."""

from django.apps import AppConfig


class Roadmaps(AppConfig):
    name = "tracktwo_web.roadmaps"

    def ready(self) -> None:
        from tracktwo_web.dialogues.contents import CONTENTS
        from tracktwo_web.dialogues.rooms import ROOMS
        from tracktwo_web.dialogues.tasks_now import ASKS
        from tracktwo_web.records.words import TELLERS
        from tracktwo_web.roadmaps import asks, contents, rules
        from tracktwo_web.roadmaps.domain.agreed import KIND
        from tracktwo_web.roadmaps.signed_words import agreed_roadmap

        TELLERS[KIND] = agreed_roadmap
        ROOMS.append(rules.may_listen)
        ASKS.extend(asks.ALL)
        CONTENTS.extend(contents.ALL)
