"""The app's name for Django, and what it adds to the pages of a dialogue."""

from django.apps import AppConfig


class Convergence(AppConfig):
    name = "tracktwo_web.convergence"

    def ready(self) -> None:
        from tracktwo_web.convergence import asks, contents, queries
        from tracktwo_web.dialogues.bindings import BINDINGS
        from tracktwo_web.dialogues.contents import CONTENTS
        from tracktwo_web.dialogues.standing import BLINDS
        from tracktwo_web.dialogues.tasks_now import ASKS

        BLINDS.append(queries.has_open_round)
        BINDINGS.append(queries.was_ever_asked)
        ASKS.extend(asks.ALL)
        CONTENTS.extend(contents.ALL)
