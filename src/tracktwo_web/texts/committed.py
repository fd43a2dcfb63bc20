"""Texts as they are read again and again while people write: parsed once in each process."""

import uuid

from tracktwo.text import NegotiatedText
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import text_now

MOST = 8
"""Texts kept in memory; one of 300 pages takes some megabytes."""

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
