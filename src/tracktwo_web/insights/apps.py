"""The app's name for Django, and what it adds to releases and to the pages of a dialogue."""

from django.apps import AppConfig


class Insights(AppConfig):
    name = "tracktwo_web.insights"

    def ready(self) -> None:
        from tracktwo_web.dialogues.contents import CONTENTS
        from tracktwo_web.dialogues.tasks_now import ASKS
        from tracktwo_web.insights import asks, contents
        from tracktwo_web.insights.domain.release import on_release
        from tracktwo_web.insights.telling import figures_of_round
        from tracktwo_web.perceptions.domain.mirror import FIGURES
        from tracktwo_web.perceptions.domain.rounds import ON_RELEASE

        ON_RELEASE.append(on_release)
        FIGURES.append(figures_of_round)
        ASKS.extend(asks.ALL)
        CONTENTS.extend(contents.ALL)
