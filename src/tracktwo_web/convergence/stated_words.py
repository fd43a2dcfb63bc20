"""Conditions in words, as the library says them in the reader's language."""

from collections.abc import Iterable

from tracktwo import convergence as library
from tracktwo.convergence.words import demand_in_words
from tracktwo.locale import translator
from tracktwo_web.convergence.domain.conditions import Stated
from tracktwo_web.convergence.domain.talks import option_as_library
from tracktwo_web.convergence.models import Option
from tracktwo_web.kit.languages import reader_language


def in_words(stated: Stated, options: Iterable[Option]) -> str:
    """A condition as a sentence, without saying by whom it is stated."""
    offered = library.Options(tuple(map(option_as_library, options)))
    return demand_in_words(stated.for_library("c"), offered, translator(reader_language()))
