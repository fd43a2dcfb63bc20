"""The app's name for Django, and what it adds to the pages of a dialogue."""

from django.apps import AppConfig


class Reports(AppConfig):
    name = "tracktwo_web.reports"

    def ready(self) -> None:
        from tracktwo_web.dialogues.contents import CONTENTS
        from tracktwo_web.dialogues.tasks_now import ASKS
        from tracktwo_web.records.words import TELLERS
        from tracktwo_web.reports import asks, contents
        from tracktwo_web.reports.domain.signatures import KIND
        from tracktwo_web.reports.signed_words import signed_report

        TELLERS[KIND] = signed_report
        ASKS.extend(asks.ALL)
        CONTENTS.extend(contents.ALL)
