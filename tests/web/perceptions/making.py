"""Statements as their authors write them, for tests."""

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.perceptions.domain.statements import Wording, draft_statement, submit_statement
from tracktwo_web.perceptions.models import Statement

ENGLISH = "The navies of both sides should share warnings of storms."
CHINESE = "双方海军应共享风暴预警。"
FRENCH = "Les marines des deux parties devraient partager les alertes de tempête."


def wording(
    dialogue: Dialogue, english: str = ENGLISH, *, about: str = "china", **fields
) -> Wording:
    texts = {"en": english, "zh": CHINESE, "fr": FRENCH} | fields.pop("texts", {})
    fields = {"original": "en", "about": dialogue.sides.get(code=about)} | fields
    return Wording(texts=texts, **fields)


def a_draft(
    dialogue: Dialogue, side: str = "nato", *, author: Root | None = None, **words
) -> Statement:
    """A draft in a side's room; at the secretariat where no side is given."""
    return draft_statement(
        dialogue,
        wording(dialogue, **words),
        side=dialogue.sides.get(code=side) if side else None,
        author=author,
    )


def a_proposal(dialogue: Dialogue, side: str = "nato", **words) -> Statement:
    """A statement of a side on the desk."""
    return submit_statement(a_draft(dialogue, side, **words))


def entered(english: str = ENGLISH, **fields) -> dict[str, str]:
    """The form of a statement, filled in."""
    return {
        "text_en": english,
        "text_zh": CHINESE,
        "text_fr": FRENCH,
        "original": "en",
        "scale": "vote",
        "go": "keep",
    } | fields
