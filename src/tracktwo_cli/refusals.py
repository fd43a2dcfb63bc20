"""What the library refuses, said in the language that was asked for."""

from collections.abc import Iterator
from contextlib import contextmanager

from tracktwo.errors import InputError, TracktwoError
from tracktwo.locale import Words, said, translator


@contextmanager
def refusals_in(language: str) -> Iterator[Words]:
    """The words of a language; what is refused meanwhile is said in them."""
    words = translator(language)
    try:
        yield words
    except TracktwoError as error:
        raise TracktwoError(refusal_sentence(error, words)) from error


def refusal_sentence(error: TracktwoError, words: Words) -> str:
    """An error as a sentence, with its file and line where it has them."""
    if not isinstance(error, InputError):
        return said(error.args[0], words)
    what = said(error.message, words)
    line = words.gettext("line {line}", line=error.line) if error.line else ""
    place = words.names(part for part in (error.file, line) if part)
    return words.gettext("{place}: {what}", place=place, what=what) if place else what
