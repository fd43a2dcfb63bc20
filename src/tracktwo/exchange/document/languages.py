"""The language a document is written in, told by its script and its smallest words."""

import re
from collections import Counter

from tracktwo.exchange.document.letters import HAN

_FRENCH = "le la les des et du une est que dans par pour sur qui au aux avec ne pas leur".split()  # noqa: SIM905 -- words
_ENGLISH = "the of and to in is that for are with on as by be not their it from has was".split()  # noqa: SIM905 -- words
_SAMPLE = 200_000


def language_of(text: str) -> str:
    """`zh`, `fr` or, where neither is likelier, `en`.

    >>> language_of("Les risques de la guerre"), language_of("双方的风险"), language_of("")
    ('fr', 'zh', 'en')
    """
    sample = text[:_SAMPLE]
    han = len(re.findall(f"[{HAN}]", sample))
    words = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    if han > sum(words.values()) / 2:
        return "zh"
    french, english = (sum(words[word] for word in known) for known in (_FRENCH, _ENGLISH))
    return "fr" if french > english else "en"
