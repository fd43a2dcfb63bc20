"""The words in three languages that docs/negotiating.md names are those that both catalogues use."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

PAGE = Path("docs/negotiating.md").read_text(encoding="utf-8")
TABLE = PAGE.partition("## Words in three languages")[2]
ROWS = [
    (row[0], *(cell.split(" / ") for cell in row[1:]))
    for row in (line.strip("| ").split(" | ") for line in TABLE.splitlines() if line[:2] == "| ")
][1:]
CATALOGUES = {
    language: [
        Path(f"src/tracktwo/locale/{folder}/LC_MESSAGES/tracktwo.po"),
        Path(f"src/tracktwo_web/locale/{folder}/LC_MESSAGES/django.po"),
    ]
    for language, folder in (("zh", "zh_Hans"), ("fr", "fr"))
}
SAID_OTHERWISE = {
    # 逐段 and 第…段: one sign of 段落 is enough there.
    "A draft from a file becomes a text that the sides negotiate passage by passage.",
    "A draft or a report becomes a text that the sides negotiate passage by passage. First you see what was found in the file; nothing is on the table before you confirm.",
    "Passage %(number)s",
    # A place in a report, not a part of a joint text.
    "{n} passages in brackets",
    # Statements proposed for a round.
    "Answers, comments and proposals carry no time. While a round is open, nothing is written about a seat because it acted. When the round closes, its answers are shuffled and get new keys. There is no log of visits.",
    # A package of a program.
    "signatures need one more package: pip install 'tracktwo[record]'",
    # Buttons below a heading that names the procedure.
    "Ask for silence until later",
    "Ask for silence until then",
}
NOT_SAID = {
    "zh": "默认|默许|单元|(?<!方)括号",
    "fr": "formulation|procédure de silence|procédure du silence|projet évolutif|texte (?:est )?propre\\b",
}


def _sentences(language: str) -> Iterator[tuple[str, str]]:
    """Each sentence without its placeholders, in English and in a language."""
    for catalogue in CATALOGUES[language]:
        with catalogue.open("rb") as stream:
            for message in read_po(stream):
                english = message.id if isinstance(message.id, str) else message.id[-1]
                said = message.string if isinstance(message.string, str) else message.string[-1]
                if english and said and english not in SAID_OTHERWISE:
                    yield PLACE.sub("", english), said


PLACE = re.compile(r"\{\w+\}|%\(\w+\)s")


@pytest.mark.parametrize("language", CATALOGUES)
def test_no_translation_has_a_place_that_the_sentence_does_not_fill(language: str) -> None:
    unknown = []
    for catalogue in CATALOGUES[language]:
        with catalogue.open("rb") as stream:
            for message in read_po(stream):
                places = set(PLACE.findall(" ".join(_forms(message.id))))
                said = set(PLACE.findall(" ".join(_forms(message.string))))
                unknown += [(message.id, one) for one in said - places]

    assert unknown == []


def _forms(message: str | tuple[str, ...]) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def _without_plurals(text: str) -> str:
    return re.sub(r"s\b", "", text.casefold())


@pytest.mark.parametrize(("english", "chinese", "french"), ROWS)
@pytest.mark.parametrize("language", CATALOGUES)
def test_a_thing_has_one_word_in_each_language(
    english: str, chinese: list[str], french: list[str], language: str
) -> None:
    words = [_without_plurals(word) for word in (chinese if language == "zh" else french)]
    told = re.compile(rf"\b{re.escape(english)}s?\b", re.IGNORECASE)
    about = [pair for pair in _sentences(language) if told.search(pair[0])]

    assert about
    assert [
        pair for pair in about if not any(word in _without_plurals(pair[1]) for word in words)
    ] == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_words_that_were_given_up_are_not_used_again(language: str) -> None:
    given_up = re.compile(NOT_SAID[language], re.IGNORECASE)

    assert [pair for pair in _sentences(language) if given_up.search(pair[1])] == []
