"""The app's name for Django, and what it adds to the pages of a dialogue."""

from django.apps import AppConfig


class Perceptions(AppConfig):
    name = "tracktwo_web.perceptions"

    def ready(self) -> None:
        from tracktwo_web.dialogues.bindings import BINDINGS
        from tracktwo_web.dialogues.contents import CONTENTS
        from tracktwo_web.dialogues.domain.enter_later import ENTRIES
        from tracktwo_web.dialogues.standing import BLINDS
        from tracktwo_web.dialogues.tasks_now import ASKS
        from tracktwo_web.perceptions import asks, contents
        from tracktwo_web.perceptions.domain import took_part

        BLINDS.append(took_part.has_open_round)
        ENTRIES.append(took_part.enter_taking_part)
        BINDINGS.append(took_part.was_ever_opened)
        ASKS.extend(asks.ALL)
        CONTENTS.extend(contents.ALL)
