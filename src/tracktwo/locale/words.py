"""A language as a value: sentences, plurals, numbers and names in the way of that language."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from tracktwo.errors import OptionError

LANGUAGES = ("en", "zh", "fr")
"""The languages a report can be written in; English is the language of the source."""

_MINUS = "\N{MINUS SIGN}"
_THIN = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True)
class Style:
    """How a language writes numbers and puts phrases in a row."""

    tag: str
    folder: str = ""
    decimal: str = "."
    thousands: str = ","
    percent: str = "{}%"
    percent_range: str = "{}\N{EN DASH}{}%"
    phrases: str = "; "
    sentences: str = " "
    names: str = ", "
    quotes: str = "\N{LEFT DOUBLE QUOTATION MARK}{}\N{RIGHT DOUBLE QUOTATION MARK}"


# French: Lexique des règles typographiques (Imprimerie nationale). Chinese: GB/T 15834-2011.
_STYLES = {
    "en": Style("en"),
    "zh": Style(
        "zh-Hans",
        "zh_Hans",
        percent_range="{}%\N{EN DASH}{}%",
        sentences="",
        phrases="\N{FULLWIDTH SEMICOLON}",
        names="、",
    ),
    "fr": Style(
        "fr",
        "fr",
        decimal=",",
        thousands=_THIN,
        percent="{}" + _THIN + "%",
        percent_range="{}\N{EN DASH}{}" + _THIN + "%",
        phrases=_THIN + "; ",
        quotes="«\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}»",
    ),
}


@dataclass(frozen=True, eq=False)
class Words:
    r"""The words of one language. Make one with `translator`; nothing global is set.

    >>> words = translator("fr")
    >>> words.gettext("{n} of {total}", n=4, total=5)
    '4 sur 5'
    >>> words.percent(0.724)
    '72\u202f%'
    """

    language: str
    _catalogue: NullTranslations = field(repr=False)

    @property
    def tag(self) -> str:
        """The BCP 47 tag for `lang` attributes."""
        return self._style.tag

    @property
    def _style(self) -> Style:
        return _STYLES[self.language]

    def gettext(self, sentence: str, /, **values: object) -> str:
        """A sentence in this language, its named places filled."""
        return self._catalogue.gettext(sentence).format(**values)

    def ngettext(self, one: str, many: str, n: int, /, **values: object) -> str:
        """A sentence in the plural form that `n` asks for; `{n}` is filled with `n` as written here."""
        written = {"n": self.number(n)} | values
        return self._catalogue.ngettext(one, many, n).format(**written)

    def number(self, value: float, decimals: int = 0) -> str:
        r"""A number with this language's separators and a true minus sign.

        >>> translator("fr").number(-1234.5, 1)
        '−1\u202f234,5'
        """
        text = f"{abs(value):,.{decimals}f}"
        style = self._style
        text = text.translate({ord(","): style.thousands, ord("."): style.decimal})
        return _MINUS + text if value < 0 and text.strip("0,.") else text

    def signed(self, value: float, decimals: int = 0) -> str:
        """A number that always carries its sign, zero apart."""
        text = self.number(value, decimals)
        rounds_to_zero = not any(digit in text for digit in "123456789")
        return text if value < 0 or rounds_to_zero else f"+{text}"

    def percent(self, share: float) -> str:
        """A share as whole percents: never 100% or 0% unless all or none.

        >>> translator("en").percent(0.998)
        '99%'
        """
        return self._style.percent.format(_whole_percent(share))

    def percent_range(self, low: float, high: float) -> str:
        """An interval of shares."""
        return self._style.percent_range.format(_whole_percent(low), _whole_percent(high))

    def phrases(self, phrases: Iterable[str]) -> str:
        """Phrases in a row, each complete in itself."""
        return self._style.phrases.join(phrases)

    def sentences(self, sentences: Iterable[str]) -> str:
        """Sentences one after another, as this language parts them.

        >>> translator("zh").sentences(["一。", "二。"])
        '一。二。'
        """
        return self._style.sentences.join(sentences)

    def names(self, names: Iterable[str]) -> str:
        """Names in a row."""
        return self._style.names.join(names)

    def quoted(self, text: str) -> str:
        """A text between this language's quotation marks."""
        return self._style.quotes.format(text)


def translator(language: str) -> Words:
    """The words of a language: `en`, `zh` (simplified) or `fr`. Raises `OptionError` for others.

    >>> translator("zh").gettext("{n} of {total}", n=4, total=5)
    '5人中4人'
    """
    if language not in _STYLES:
        known = ", ".join(LANGUAGES)
        raise OptionError(f"language {language!r} is not known; choose one of {known}")
    return Words(language, _catalogue(_STYLES[language].folder))


def _catalogue(folder: str) -> NullTranslations:
    if not folder:
        return NullTranslations()
    path = files("tracktwo.locale") / folder / "LC_MESSAGES" / "tracktwo.mo"
    with path.open("rb") as stream:
        return GNUTranslations(stream)


def _whole_percent(share: float) -> int:
    whole = round(share * 100)
    if whole == 100 and share < 1:
        return 99
    if whole == 0 and share > 0:
        return 1
    return math.floor(whole)
