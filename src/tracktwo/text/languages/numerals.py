"""Numbers written in words: 三十, thirty-one, quatre-vingt-dix."""

import re
from decimal import Decimal

_HAN_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000}
_HAN_GROUPS = {"万": 10**4, "亿": 10**8}

_EN_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_EN_SMALL = _EN_SMALL_WORDS.split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905 (a page less)
_FR_SMALL_WORDS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
_FR_SMALL = _FR_SMALL_WORDS.split()
_FR_TENS = "vingt trente quarante cinquante soixante".split()  # noqa: SIM905 (a page less)


def chinese_number(written: str) -> Decimal:
    """The value of a number in Chinese signs or in digits.

    >>> [int(chinese_number(one)) for one in ("三十", "二〇二一", "一百零五", "两万三千", "14")]
    [30, 2021, 105, 23000, 14]
    """
    whole, _, part = written.partition("点")
    if whole.replace(".", "").isascii():
        return Decimal(whole)
    if not any(sign in _HAN_POWERS or sign in _HAN_GROUPS for sign in whole):
        value = "".join(str(_HAN_DIGITS[sign]) for sign in whole)
    else:
        value = str(_grouped(whole))
    decimals = "".join(str(_HAN_DIGITS.get(sign, 0)) for sign in part)
    return Decimal(f"{value}.{decimals}" if decimals else value)


def _grouped(written: str) -> int:
    total = section = digit = 0
    for sign in written:
        if sign in _HAN_DIGITS:
            digit = _HAN_DIGITS[sign]
        elif sign in _HAN_POWERS:
            section += (digit or 1) * _HAN_POWERS[sign]
            digit = 0
        else:
            total = (total + (section + digit or 1)) * _HAN_GROUPS[sign]
            section = digit = 0
    return total + section + digit


def _english() -> dict[str, int]:
    small = {word: value for value, word in enumerate(_EN_SMALL)}
    tens = {word: value * 10 for value, word in enumerate(_EN_TENS, 2)}
    both = {
        f"{ten}-{one}": value + small[one] for ten, value in tens.items() for one in _EN_SMALL[1:10]
    }
    return small | tens | both | {"a dozen": 12, "hundred": 100}


def _french() -> dict[str, int]:
    small = {word: value for value, word in enumerate(_FR_SMALL)}
    found = dict(small)
    for value, ten in enumerate(_FR_TENS, 2):
        found[ten] = value * 10
        for one in _FR_SMALL[1:10]:
            joined = f"{ten} et un" if one == "un" else f"{ten}-{one}"
            found[joined] = value * 10 + small[one]
    for one in _FR_SMALL[10:]:
        found["soixante et onze" if one == "onze" else f"soixante-{one}"] = 60 + small[one]
        found[f"quatre-vingt-{one}"] = 80 + small[one]
    for one in _FR_SMALL[1:10]:
        found[f"quatre-vingt-{one}"] = 80 + small[one]
    return found | {"quatre-vingts": 80, "cent": 100, "une": 1}


_WORDS = {"en": _english(), "fr": _french()}


def spelled_words(language: str) -> str:
    """A pattern of every number in words that is known in English or French."""
    words = sorted(_WORDS[language], key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\ ", r"\s+").replace(r"\-", r"[-\s]") for one in words)


def spelled_number(words: str, language: str) -> Decimal:
    """The value of a number in English or French words.

    >>> [int(spelled_number(one, "fr")) for one in ("quatre-vingt-dix", "vingt et un")]
    [90, 21]
    """
    plain = re.sub(r"\s+", " ", words.lower())
    table = _WORDS[language]
    return Decimal(table[plain] if plain in table else table[plain.replace(" ", "-")])
