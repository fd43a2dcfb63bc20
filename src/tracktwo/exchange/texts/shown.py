"""A source as a reader sees it: brackets stay, backslashes and the marks behind brackets go."""

from tracktwo.errors import BracketError
from tracktwo.text.brackets.grammar import parse
from tracktwo.text.brackets.walk import plain


def shown(source: str) -> str:
    """The words with their brackets; a source whose brackets are not whole is shown as it is.

    >>> shown("We [shall/may]{id:b1 reason:waiting} meet.")
    'We [shall/may] meet.'
    """
    try:
        return plain(parse(source))
    except BracketError:
        return source
