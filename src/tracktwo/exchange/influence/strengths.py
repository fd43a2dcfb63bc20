"""Strengths as people write them: a number, or a word with a sign, in three languages."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from tracktwo.exchange.influence.place import Place

WORDS = {
    0.1: ("very weak", "极弱", "很弱", "très faible", "tres faible"),
    0.3: ("weak", "弱", "faible"),
    0.5: ("medium", "moderate", "中", "中等", "moyen", "moyenne"),
    0.7: ("strong", "强", "强烈", "fort", "forte"),
    0.9: ("very strong", "极强", "很强", "très fort", "très forte", "tres fort", "tres forte"),
}
"""The five strengths of questionnaires, evenly spaced, and what they are called."""
TOLD_WORDS = "very weak, weak, medium, strong or very strong"
_STRENGTH_OF = {word: strength for strength, words in WORDS.items() for word in words}
_NUMBER = re.compile(r"[+-]? ?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)
_MINUSES = str.maketrans("−–—", "---")


def strength(
    text: str, at: Place, *, what: str = "weight", sign_alone: float | None = None
) -> float:
    """The number meant by `0.7`, `-strong`, `+ very weak` or `强`.

    `sign_alone` is what a bare + is worth; without it a bare sign is refused.

    >>> from pathlib import Path
    >>> strength("- very strong", Place(Path("map.csv"), 2))
    -0.9
    """
    plain = _plain(text)
    if _NUMBER.fullmatch(plain):
        return _in_range(float(plain.replace(" ", "")), at, what)
    sign, word = (plain[0], plain[1:].strip()) if plain[:1] in {"+", "-"} else ("+", plain)
    size = _STRENGTH_OF.get(word, sign_alone if plain and not word else None)
    if size is None:
        at.refuse(_what_to_do(what, text, plain))
    return -size if sign == "-" else size


def number(text: str, at: Place, *, what: str) -> float:
    """A number written with a decimal point; refused where it is none."""
    plain = _plain(text)
    if not _NUMBER.fullmatch(plain):
        at.refuse(_decimal_comma(what, text, plain) or f"{what} {text[:40]!r} is not a number")
    return float(plain.replace(" ", ""))


def said_strength(told: Mapping[str, str], names: Sequence[str], at: Place) -> str:
    """The first of some fields that is a strength, else the first that says anything.

    Refused where none does: other programs keep a weight under several names, or only in a label.
    """
    said = [told[name] for name in names if told.get(name, "").strip()]
    if not said:
        at.refuse("the link has neither a weight nor a label; give it a weight in -1..1")
    return next(filter(is_strength, said), said[0])


def is_strength(text: str) -> bool:
    """Whether a label is a strength, so that it can be read as the weight of a link."""
    plain = _plain(text)
    return bool(_NUMBER.fullmatch(plain)) or plain.lstrip("+-").strip() in _STRENGTH_OF


def as_number(value: float) -> str:
    """The shortest text that reads back as the same number."""
    return repr(float(value)).removesuffix(".0")


def _in_range(value: float, at: Place, what: str) -> float:
    if abs(value) > 1:
        at.refuse(f"{what} {value:g} lies outside -1..1; divide by the strongest your scale has")
    return value


def _plain(text: str) -> str:
    """Full-width figures and signs as narrow ones, minus signs as hyphens, no capitals."""
    if _NUMBER.fullmatch(text):
        return text
    return unicodedata.normalize("NFKC", text).translate(_MINUSES).strip().casefold()


def _what_to_do(what: str, text: str, plain: str) -> str:
    if not plain:
        return f"{what} is empty; write a number in -1..1, or leave the row out if nobody drew the link"
    if plain in {"+", "-"}:
        return f"{what} {text[:40]!r} says only a sign; write a strength, or say what a sign is worth (signs_as)"
    return _decimal_comma(what, text, plain) or (
        f"{what} {text[:40]!r} is not a number in -1..1 or one of {TOLD_WORDS} (with - for against)"
    )


def _decimal_comma(what: str, text: str, plain: str) -> str:
    meant = plain.replace(",", ".")
    if plain.count(",") != 1 or not _NUMBER.fullmatch(meant):
        return ""
    return f"{what} {text[:40]!r} has a decimal comma; write {meant}"
