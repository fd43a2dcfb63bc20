"""Texts for tests, laid on the table as the platform itself lays them."""

from tracktwo.text import NegotiatedText, Unit, UnitKind
from tracktwo.text.languages.concordance import source_hash
from tracktwo.text.standing import Stance
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.texts.domain.drafts import Passage, save_draft
from tracktwo_web.texts.domain.lay import lay_on_table
from tracktwo_web.texts.domain.proposals import table_draft
from tracktwo_web.texts.domain.voices import speak_of_wording
from tracktwo_web.texts.models import JointText, Proposal
from tracktwo_web.texts.queries import text_now

UNITS = (
    Unit("h1", UnitKind.HEADING, {"en": "Principles", "zh": "原则"}, "I."),
    Unit("u1", texts={"en": "The sides meet every year.", "zh": "双方每年会晤。"}, number="1.", parent="h1"),
    Unit(
        "u2",
        texts={
            "en": "The sides [shall/should] announce exercises.",
            "zh": "双方[应当/宜]通报演习。",
        },
        number="2.",
        parent="h1",
    ),
    Unit("u3", texts={"en": "A line stays open.", "zh": "保持热线畅通。"}, number="3.", parent="h1"),
)  # fmt: skip
"""A heading, two clean paragraphs, and one bracket in both languages: b1."""


def a_text(dialogue: Dialogue) -> JointText:
    title = {"en": "A joint text", "zh": "联合文本"}
    return lay_on_table(dialogue, NegotiatedText(title, ("en", "zh"), UNITS))


def a_draft(text: JointText, side: Side | None, words: str, *, unit: str = "u1") -> Proposal:
    """What a side writes over the English of a unit."""
    source = text_now(text).unit(unit).texts["en"]
    at = Passage(unit, "en")
    draft = save_draft(text, side, at, words, seen=0, was=source_hash(source))
    assert draft is not None
    return draft


def a_proposal(text: JointText, side: Side | None, words: str, *, unit: str = "u1") -> Proposal:
    """The same, laid on the table."""
    return table_draft(a_draft(text, side, words, unit=unit), {"en": "It is clearer."})


def all_accept(text: JointText, bracket: str, alternative: int | None) -> None:
    """Every side supports one wording of a bracket."""
    for side in text.dialogue.sides.all():
        speak_of_wording(text, side, bracket, alternative, Stance.SUPPORT)


def english(text: JointText, unit: str) -> str:
    """The English of a unit as it stands."""
    text.refresh_from_db()
    return text_now(text).unit(unit).texts["en"]
