"""Free text of a message as warnings and notices carry it: in English, in capital letters; and back."""

from collections.abc import Mapping
from typing import cast

from tracktwo.channel.kinds import Fields
from tracktwo.errors import InputError
from tracktwo.exchange.channel.radio_text import radio_text
from tracktwo.locale import english
from tracktwo.record.canonical import Json


def english_lines(fields: Fields, name: str, label: str) -> tuple[str, ...]:
    """The lines of a field of words in English, as radio text; none where the field was left out.

    `InputError` where the words are there in other languages only: a program must not translate them.
    """
    if name not in fields:
        return ()
    texts = _texts(fields[name])
    if "en" not in texts:
        raise InputError(
            english("{field}: warnings are in English; add the words in English", field=label)
        )
    return tuple(filter(None, map(radio_text, texts["en"].split("\n"))))


def as_words(text: str) -> Json:
    """English words as a field of words, written in English.

    >>> as_words("WIDE BERTH REQUESTED")
    {'origin': 'en', 'texts': {'en': 'WIDE BERTH REQUESTED'}, 'states': {}}
    """
    return {"origin": "en", "texts": {"en": text}, "states": {}}


def _texts(words: Json) -> Mapping[str, str]:
    return cast("dict[str, dict[str, str]]", words)["texts"]
