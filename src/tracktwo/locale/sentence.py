"""Sentences said where no language is known yet, to be said again in that of the reader."""

from collections.abc import Mapping

from tracktwo.locale.words import Words


class Sentence(str):
    """An English sentence that remembers the values in it. Make one with `english`.

    It is an ordinary text to whoever does not ask for more, such as the message of an error.
    """

    __slots__ = ("template", "told")
    template: str
    told: Mapping[str, object]


def english(template: str, /, **told: object) -> Sentence:
    """A sentence with its named places filled, in English; `said` says it in another language.

    Values may be sentences themselves. The catalogue is collected from the calls of this function.

    >>> english("{n} of {total}", n=4, total=5)
    '4 of 5'
    """
    made = Sentence(template.format(**told))
    made.template, made.told = template, told
    return made


def said(text: str, words: Words) -> str:
    """A sentence in the language of `words`; any other text as it is.

    >>> from tracktwo.locale import translator
    >>> said(english("{n} of {total}", n=4, total=5), translator("fr"))
    '4 sur 5'
    >>> said("{n} of {total}", translator("fr"))
    '{n} of {total}'
    """
    if not isinstance(text, Sentence):
        return text
    told = {
        name: said(value, words) if isinstance(value, str) else value
        for name, value in text.told.items()
    }
    return words.gettext(text.template, **told)
