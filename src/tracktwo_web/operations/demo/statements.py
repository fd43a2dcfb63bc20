"""The example's statements on the list, and a few that wait at the desk."""

from datetime import date

from tracktwo.dialogue import Dialogue as Example
from tracktwo.dialogue import Statement as Question
from tracktwo_web.dialogues.models import Dialogue, Side, Theme
from tracktwo_web.operations.demo.texts import THEMES, WAITING
from tracktwo_web.perceptions.domain.moderation import accept
from tracktwo_web.perceptions.domain.statements import (
    Wording,
    draft_statement,
    newest_version,
    submit_statement,
)
from tracktwo_web.perceptions.domain.translations import approve, review
from tracktwo_web.perceptions.models import Statement, Version

ORIGINAL = {"nato": "en", "china": "zh"}


def put_on_list(dialogue: Dialogue, example: Example, *, today: date) -> dict[str, Version]:
    """Propose each statement by the side that it is not about, let the secretariat accept it, and
    have its translations read. By the example's id.
    """
    sides = {side.code: side for side in dialogue.sides.all()}
    themes = {theme.names["en"]: theme for theme in dialogue.themes.all()}
    return {one.id: _put_on_list(dialogue, one, sides, themes, today) for one in example.statements}


def leave_at_desk(dialogue: Dialogue) -> None:
    """Propose statements about which the secretariat has still to decide."""
    sides = {side.code: side for side in dialogue.sides.all()}
    themes = {theme.names["en"]: theme for theme in dialogue.themes.all()}
    for by, about, theme, texts in WAITING:
        wording = Wording(
            texts,
            original=ORIGINAL[by],
            theme=themes[THEMES[theme]["en"]],
            about=sides.get(about),
            machine=frozenset({"en", "zh", "fr"} - {ORIGINAL[by]}),
        )
        submit_statement(draft_statement(dialogue, wording, side=sides[by]))


def _put_on_list(
    dialogue: Dialogue,
    question: Question,
    sides: dict[str, Side],
    themes: dict[str, Theme],
    today: date,
) -> Version:
    by = next((side for code, side in sides.items() if question.about not in {"", code}), None)
    wording = Wording(
        question.texts,
        original=ORIGINAL[by.code] if by else "en",
        theme=themes[THEMES[question.theme]["en"]],
        about=sides.get(question.about),
        kind=question.kind,
        scale=str(question.scale),
        source=question.source,
    )
    statement = submit_statement(draft_statement(dialogue, wording, side=by))
    if by:
        accept(statement, today=today)
    return _read_translations(statement, list(sides.values()))


def _read_translations(statement: Statement, sides: list[Side]) -> Version:
    """Both sides' languages are found as good as each other; the third one was read."""
    version = newest_version(statement)
    for translation in version.translations.exclude(language=version.original):
        review(translation)
        if translation.language in ORIGINAL.values():
            for side in sides:
                approve(translation, side)
    return version
