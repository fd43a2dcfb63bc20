"""How paper names a language, and what stands at the foot of its pages."""

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import quoteattr

_REGIONS: Final = {"zh": "CN", "zh-Hans": "CN", "zh-Hant": "TW"}
_PAGES: Final = {"zh": "第 {n} 页，共 {m} 页", "fr": "page {n} sur {m}", "en": "page {n} of {m}"}
_WORD: Final = {"en": "en-GB", "fr": "fr-FR"}


def set_in(language: str) -> dict[str, str | None]:
    """A language and its region as typst takes them.

    >>> set_in("zh-Hans")
    {'lang': 'zh', 'region': 'CN'}
    """
    return {"lang": language.split("-", maxsplit=1)[0] or "en", "region": _REGIONS.get(language)}


def page_words(languages: Iterable[str]) -> str:
    """The words for the number of a page, `{n}` of `{m}`, in each of the languages.

    >>> page_words(["en", "zh-Hans"])
    'page {n} of {m} · 第 {n} 页，共 {m} 页'
    """
    spoken = dict.fromkeys(one.split("-")[0] for one in languages)
    return " · ".join(dict.fromkeys(_PAGES.get(one, _PAGES["en"]) for one in spoken or ["en"]))


def word_language(code: str) -> str:
    """The language of a run as Word names it, Chinese as the East Asian one.

    >>> word_language("zh-Hans")
    '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'
    """
    if code.startswith("zh"):
        return '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'
    return f"<w:lang w:val={quoteattr(_WORD.get(code, code))}/>"
