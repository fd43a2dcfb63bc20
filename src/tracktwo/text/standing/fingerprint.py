"""What the sides sign: one hash for a clean text in all its languages."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Final
from unicodedata import normalize

from tracktwo.errors import InputError, OptionError
from tracktwo.text.brackets.escapes import unescaped
from tracktwo.text.standing.disagreements import disagreements
from tracktwo.text.units import NegotiatedText, Unit

FORM: Final = "tracktwo-text/1"
"""Name and version of what is hashed; the number rises when the same text gives another hash."""

_LINE_END = re.compile(r"\r\n?")


def fingerprint(text: NegotiatedText) -> str:
    """SHA-256 over the canonical bytes of a clean text (`canonical_text`), in hexadecimal.

    Two texts have the same fingerprint when they read the same: title, and every unit in order with
    its kind, level, printed number and words in all languages. Ids, versions, marks, positions and
    suppressed units are not in it. Raises `OptionError` while anything is open: nobody signs
    brackets.

    >>> text = NegotiatedText({"en": "Draft"}, ("en",), (Unit("u1", texts={"en": "We meet."}),))
    >>> fingerprint(text)[:16]
    '3ec8c278b497f59f'
    """
    return sha256(canonical_text(text)).hexdigest()


def canonical_text(text: NegotiatedText) -> bytes:
    r"""The bytes that are hashed: RFC 8785 JSON of what a reader sees of a clean text.

    Words are told as read, without the backslashes of the source, in Unicode's form NFC and with
    lines that end at \n: keyboards and word processors change these without anybody seeing it.
    Nothing else is made alike. Languages are named by ASCII tags, so that sorting by code points is
    RFC 8785's order. Raises `OptionError` for an open text, `InputError` for half a character.

    >>> canonical_text(NegotiatedText({"en": "Draft"}, ("en",))).decode()
    '{"form":"tracktwo-text/1","languages":["en"],"title":{"en":"Draft"},"units":[]}'
    """
    _refuse_open(text)
    value = {
        "form": FORM,
        "languages": sorted(text.languages),
        "title": _seen(text.title, text.languages),
        "units": [
            {
                "kind": unit.kind.value,
                "level": unit.level,
                "number": _alike(unit.number),
                "texts": _seen(unit.texts, text.languages),
            }
            for unit in text.units
        ],
    }
    return _bytes(value)


def unit_fingerprint(unit: Unit) -> str:
    """SHA-256 of one unit in all its languages as its sources stand, open or not.

    It says to which words a side has said yes: a position with it lapses when they change.

    >>> shall, may = (Unit("u1", texts={"en": f"We {one} meet."}) for one in ("shall", "may"))
    >>> unit_fingerprint(shall) == unit_fingerprint(may)
    False
    """
    texts = {language: _alike(source) for language, source in unit.texts.items()}
    return sha256(_bytes({"form": FORM, "number": _alike(unit.number), "texts": texts})).hexdigest()


def _refuse_open(text: NegotiatedText) -> None:
    found = disagreements(text)
    if found:
        where = found[0].unit or "the title"
        raise OptionError(
            f"{len(found)} brackets are open, the first in {where}; close them before anyone signs"
        )


def _seen(texts: Mapping[str, str], languages: tuple[str, ...]) -> dict[str, str]:
    return {one: _alike(unescaped(texts[one])) for one in languages if one in texts}


def _alike(words: str) -> str:
    return normalize("NFC", _LINE_END.sub("\n", words))


def _bytes(value: object) -> bytes:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return written.encode()
    except UnicodeEncodeError:
        raise InputError(
            "the text holds half of a character (a lone surrogate); write these words anew"
        ) from None
