"""The app's name for Django, and what it adds to the pages of a dialogue."""

from django.apps import AppConfig
from django.urls import register_converter

from tracktwo_web.texts.names_in_addresses import NameInAddress


class Texts(AppConfig):
    name = "tracktwo_web.texts"

    def ready(self) -> None:
        register_converter(NameInAddress, "name")
        from tracktwo_web.dialogues.contents import CONTENTS
        from tracktwo_web.dialogues.rooms import ROOMS
        from tracktwo_web.dialogues.tasks_now import ASKS
        from tracktwo_web.records.words import TELLERS
        from tracktwo_web.texts import asks, contents, rules
        from tracktwo_web.texts.domain.adopt import KIND
        from tracktwo_web.texts.signed_words import adopted_text

        TELLERS[KIND] = adopted_text
        ROOMS.append(rules.may_listen)
        ASKS.extend(asks.ALL)
        CONTENTS.extend(contents.ALL)
