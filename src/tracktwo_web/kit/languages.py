"""Django's language codes, and those in which the dialogue's own texts are kept."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.utils.translation import get_language, pgettext_lazy

from tracktwo.dialogue import in_language
from tracktwo.locale import LANGUAGES, said, translator

_KEPT = {"zh-hans": "zh"}
_SPOKEN = {kept: spoken for spoken, kept in _KEPT.items()}
TAGS = {"en": "en", "zh": "zh-Hans", "fr": "fr"}
"""BCP 47 tags for `lang` attributes, by the code a text is kept under."""
NAMES = dict(zip(LANGUAGES, (name for _, name in settings.LANGUAGES), strict=True))
"""The languages' names for themselves, by code."""
CALLED = {
    "en": pgettext_lazy("language", "English"),
    "zh": pgettext_lazy("language", "Chinese"),
    "fr": pgettext_lazy("language", "French"),
}
"""What the reader's language calls them, in the midst of a sentence."""


def reader_language() -> str:
    """The language of the page being written: `en`, `zh` or `fr`."""
    spoken = get_language() or "en"
    return _KEPT.get(spoken, spoken)


def django_language(kept: str) -> str:
    """The code Django's translations go by."""
    return _SPOKEN.get(kept, kept)


def in_a_row(names: Iterable[str]) -> str:
    """Names one after another, parted as the reader's language parts them."""
    return translator(reader_language()).names(names)


def said_to_reader(sentence: str) -> str:
    """A sentence of the library, such as why it refuses something, in the reader's language."""
    return said(sentence, translator(reader_language()))


def in_reader_language(texts: Mapping[str, str]) -> str:
    """A text in the reader's language, else in English, else in whatever language there is."""
    return in_language(texts, reader_language())


def shown_language(texts: Mapping[str, str]) -> str:
    """The language in which `in_reader_language` shows a text."""
    wanted = (reader_language(), "en", *texts)
    return next((code for code in wanted if texts.get(code)), reader_language())
