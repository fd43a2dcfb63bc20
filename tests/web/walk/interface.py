"""The interface's own words, from its catalogues: what a page in another language must not show."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import tracktwo_web

LOCALES = Path(tracktwo_web.__file__).parent / "locale"
FOLDERS = {"zh-hans": "zh_Hans", "fr": "fr"}
WORD = re.compile(r"[A-Za-z]{3,}")
PLACE = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
"""Where something is filled in: its name is no word."""


class Words(NamedTuple):
    """Sentences that a language says otherwise, and the English words that it never uses."""

    english: list[str]
    vocabulary: list[str]


@cache
def english_in(language: str) -> Words:
    """What would be English on a page of that language."""
    if language not in FOLDERS:
        return Words([], [])
    catalogue = _catalogue(FOLDERS[language])
    english = {source for source, target in catalogue if source != target}
    ours = {target for _, target in catalogue}  # some are spelled like an English sentence
    return Words(sorted(english - ours), sorted(_words(english) - _words(ours)))


def _words(sentences: Iterable[str]) -> set[str]:
    return {word.lower() for one in sentences for word in WORD.findall(PLACE.sub("", one))}


def _catalogue(folder: str) -> list[tuple[str, str]]:
    """Sentences without plural forms, and what they are translated to."""
    from babel.messages.pofile import read_po

    with (LOCALES / folder / "LC_MESSAGES" / "django.po").open("rb") as file:
        read = read_po(file)
    return [(one.id, one.string) for one in read if one.id and isinstance(one.id, str)]
