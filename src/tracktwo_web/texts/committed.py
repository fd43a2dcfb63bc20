"""Texts as they are read again and again, and what follows from them: worked out once in each process."""

import uuid
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from tracktwo.text import NegotiatedText
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import text_now

MOST = 8
"""Texts kept in memory; one of 300 pages takes some megabytes."""

_T = TypeVar("_T")

_known: dict[tuple[uuid.UUID, int], NegotiatedText] = {}


def text_as_committed(text: JointText) -> NegotiatedText:
    """A text as it stands; not for whoever has just changed it in the same transaction.

    A version is never written twice, so what was read of one stays true. A version that is being
    written may still be taken back.
    """
    key = text.pk, text.version
    found = _known.get(key)
    if found is None:
        found = text_now(text)
        if found.version == text.version:
            _remember(key, found)
    return found


def _remember(key: tuple[uuid.UUID, int], text: NegotiatedText) -> None:
    _known[key] = text
    while len(_known) > MOST:
        _known.pop(next(iter(_known)), None)


MOST_FOLLOWING = 32
"""Results kept in memory, several to a text."""

_followed: dict[tuple[Hashable, ...], Any] = {}


def followed(text: JointText, what: str, *given: Hashable, work_out: Callable[[], _T]) -> _T:
    """What follows from a version as committed and from what is `given` beside it; never changed by anybody."""
    key = (text.pk, text.version, what, *given)
    if key in _followed:
        found: _T = _followed[key]
        return found
    found = _followed[key] = work_out()
    while len(_followed) > MOST_FOLLOWING:
        _followed.pop(next(iter(_followed)), None)
    return found
