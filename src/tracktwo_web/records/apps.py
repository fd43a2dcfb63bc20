"""The app's name for Django, and what it adds to the pages of a dialogue."""

from django.apps import AppConfig


class Records(AppConfig):
    name = "tracktwo_web.records"

    def ready(self) -> None:
        from tracktwo_web.dialogues.bindings import BINDINGS
        from tracktwo_web.dialogues.contents import CONTENTS
        from tracktwo_web.records import contents, queries

        # Entries name their log by the side's code: from the first one on it stays as it is.
        BINDINGS.append(queries.has_lines)
        CONTENTS.extend(contents.ALL)
