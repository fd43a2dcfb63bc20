"""Free text as the reader gets it: in which language it was written, and what its translation is worth."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from tracktwo.channel.kinds.phrases import SPOKEN
from tracktwo.locale import Words, said
from tracktwo.record.canonical import Json

TAGS: Mapping[str, str] = {"en": "en", "zh": "zh-Hans", "fr": "fr"}
TRUSTED = ("reviewed", "authentic")
"""States in which a translation stands without its original."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in one language (a BCP 47 tag), and a note in the reader's on where they come from."""

    text: str
    language: str
    note: str


def passages(value: Json, words: Words) -> tuple[Passage, ...]:
    """A free text in the reader's language where it is there; the original where that is all there is.

    A translation that nobody has reviewed never stands alone: the original follows it.

    >>> from tracktwo.locale import translator
    >>> value = {"origin": "en", "texts": {"en": "Keep clear.", "zh": "请避让。"}, "states": {"zh": "draft"}}
    >>> for one in passages(value, translator("zh")):
    ...     print(one.text, one.note)
    请避让。 译文，未经审阅；原文为英文
    Keep clear. 原文为英文
    """
    told = cast("Mapping[str, Mapping[str, str]]", value)
    texts, states = told["texts"], told["states"]
    origin = cast("str", value["origin"])  # type: ignore[index,call-overload]  # checked before
    language = said(SPOKEN[origin], words)
    original = Passage(
        texts[origin], TAGS[origin], words.gettext("original in {language}", language=language)
    )
    if words.language == origin or words.language not in texts:
        return (original,)
    state = states[words.language]
    translated = Passage(
        texts[words.language],
        TAGS[words.language],
        _states(words)[state].format(language=language),
    )
    return (translated,) if state in TRUSTED else (translated, original)


def _states(words: Words) -> dict[str, str]:
    """What a translation is worth, as sentences with a place for the original's language."""
    kept = "{language}"
    return {
        "machine": words.gettext("translated by a machine; original in {language}", language=kept),
        "draft": words.gettext("translation, not reviewed; original in {language}", language=kept),
        "reviewed": words.gettext("translation, reviewed; original in {language}", language=kept),
        "authentic": words.gettext("as authentic as the original in {language}", language=kept),
    }
