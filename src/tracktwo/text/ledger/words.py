"""The ledger in the words of any of the three languages."""

from tracktwo.locale import Words
from tracktwo.text.ledger.obstacles import Obstacle, ObstacleKind


def obstacle_sentence(obstacle: Obstacle, words: Words) -> str:
    """What keeps some brackets open, and which, as a sentence.

    >>> from tracktwo.locale import translator
    >>> obstacle_sentence(Obstacle(ObstacleKind.WORD, ("b1", "b2")), translator("en"))
    '2 brackets are a word or two apart: b1, b2.'
    """
    n, ids = len(obstacle.ids), words.names(obstacle.ids)
    return {
        ObstacleKind.WORD: words.ngettext(
            "{n} bracket is a word or two apart: {ids}.",
            "{n} brackets are a word or two apart: {ids}.",
            n,
            ids=ids,
        ),
        ObstacleKind.BLANK: words.ngettext(
            "{n} blank is to be filled in: {ids}.",
            "{n} blanks are to be filled in: {ids}.",
            n,
            ids=ids,
        ),
        ObstacleKind.DOUBT: words.ngettext(
            "{n} wording is in doubt: {ids}.", "{n} wordings are in doubt: {ids}.", n, ids=ids
        ),
        ObstacleKind.ONE_LANGUAGE: words.ngettext(
            "{n} bracket stands in one language only: {ids}.",
            "{n} brackets stand in one language only: {ids}.",
            n,
            ids=ids,
        ),
        ObstacleKind.ONE_SIDE: words.ngettext(
            "{n} bracket is held by one side alone: {ids}.",
            "{n} brackets are held by one side alone: {ids}.",
            n,
            ids=ids,
        ),
        ObstacleKind.CAPITAL: words.ngettext(
            "{n} bracket waits for instructions: {ids}.",
            "{n} brackets wait for instructions: {ids}.",
            n,
            ids=ids,
        ),
        ObstacleKind.MATTER: words.ngettext(
            "{n} bracket needs to be talked about: {ids}.",
            "{n} brackets need to be talked about: {ids}.",
            n,
            ids=ids,
        ),
    }[obstacle.kind]
