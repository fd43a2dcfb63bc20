"""The app's name for Django, and what it adds to the pages of a dialogue."""

from django.apps import AppConfig


class Risks(AppConfig):
    name = "tracktwo_web.risks"

    def ready(self) -> None:
        from tracktwo_web.dialogues.bindings import BINDINGS
        from tracktwo_web.dialogues.contents import CONTENTS
        from tracktwo_web.dialogues.standing import BLINDS
        from tracktwo_web.dialogues.tasks_now import ASKS
        from tracktwo_web.risks import asks, contents, queries

        BLINDS.append(queries.has_open_part)
        BINDINGS.append(queries.was_ever_opened)
        ASKS.extend(asks.ALL)
        CONTENTS.extend(contents.ALL)
