"""A text on the table for the tests of this folder, and acts of two sides on it."""

from tracktwo.text.standing import Act, Move, MoveKind, Position, Stance, unit_fingerprint
from tracktwo.text.units import NegotiatedText, Unit

SIDES = ("china", "nato")


def text_of(*sources: str, gone: tuple[str, ...] = ()) -> NegotiatedText:
    """Units u1, u2 and so on in English; `gone` are ids of suppressed ones."""
    units = tuple(Unit(f"u{n}", texts={"en": one}) for n, one in enumerate(sources, start=1))
    return NegotiatedText({"en": "Draft"}, ("en",), units, gone=tuple(Unit(one) for one in gone))


def bilingual(english: str, chinese: str) -> NegotiatedText:
    unit = Unit("u1", number="1.", texts={"en": english, "zh": chinese})
    return NegotiatedText({}, ("en", "zh"), (unit,))


def yes(
    text: NegotiatedText, side: str, unit: str, session: int = 0, *, ad_ref: bool = False
) -> Position:
    words = unit_fingerprint(text.unit(unit))
    return Position(side, unit, Stance.SUPPORT, ad_ref=ad_ref, session=session, words=words)


def all_say_yes(text: NegotiatedText, *units: str) -> tuple[Act, ...]:
    return tuple(yes(text, side, unit) for unit in units for side in SIDES)


def package(side: str, unit: str, *conditions: str) -> Move:
    return Move(MoveKind.PACKAGE, unit, side, conditions=conditions)
