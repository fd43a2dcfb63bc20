"""Words that judge where they could describe: an author is asked for a neutral one, gently.

The lists are short on purpose. They hold labels that the other side would not accept as a
description of itself; a word that can also describe ("threat", "power") is not one of them.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

LABELS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "aggression", "aggressive", "aggressor", "authoritarian", "belligerent", "bully", "bullying",
        "coercive", "expansionist", "hegemonic", "hegemony", "hostile forces", "hypocrisy",
        "hypocritical", "imperialist", "malign", "provocation", "provocative", "propaganda", "puppet",
        "regime", "so-called", "warmonger",
    ),
    "fr": (
        "agresseur", "agression", "agressif", "agressive", "autoritaire", "belliqueux", "coercitif",
        "coercitive", "expansionniste", "hégémonie", "hégémonique", "hypocrisie", "hypocrite",
        "impérialiste", "prétendu", "prétendue", "propagande", "provocateur", "provocation",
        "régime", "soi-disant", "va-t-en-guerre",
    ),
    "zh": (
        "侵略", "挑衅", "政权", "霸权", "霸凌", "专制", "独裁", "帝国主义", "扩张主义", "宣传机器",
        "傀儡", "虚伪", "所谓", "好战", "敌对势力", "恶意",
    ),
}  # fmt: skip
"""Labels by language. Change them here: nothing else depends on what they are."""
_NOT_SPACED = frozenset({"zh"})


@dataclass(frozen=True)
class Label:
    """A word found in a text that the other side may not take as a description."""

    word: str
    language: str


def labels_in(texts: Mapping[str, str]) -> list[Label]:
    """The labels in a wording, by language, each once and in the order of the list.

    >>> [label.word for label in labels_in({"en": "The regime answers every provocation."})]
    ['provocation', 'regime']
    """
    return [
        Label(word, language)
        for language, text in texts.items()
        for word in LABELS.get(language, ())
        if _holds(_plain(text), _plain(word), language)
    ]


def _holds(text: str, word: str, language: str) -> bool:
    if language in _NOT_SPACED:
        return word in text
    return re.search(rf"(?<!\w){re.escape(word)}s?(?!\w)", text) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
