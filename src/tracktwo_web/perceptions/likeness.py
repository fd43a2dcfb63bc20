"""How near two wordings are, so that an author is shown what is already there.

A wording becomes the pieces it is made of: three letters in a row of each word, or two Chinese
characters in a row (no dictionary of words is needed). A piece that occurs in many wordings
(`China`, `NATO`) says little and weighs little: its weight is the logarithm of how rare it is. The
likeness is the cosine of the two weighted lists of pieces: 0 where they share none, 1 where they
are made of the same ones. It sees words, not meaning: a denial of a sentence is near to it, which
is what an author should be shown.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

CLOSE = 0.5
"""From here on an author is asked whether the own statement says something else."""
CLOSE_IN = {"zh": 0.33}
"""Where not so: two Chinese characters say as much as a word, and a reworded sentence shares fewer."""
SAME = 0.999
"""From here on it is called the same: only punctuation, case or order differs. A "not" is more."""
MOST_SHOWN = 3

_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"[{_CHINESE}]+|[^\W_{_CHINESE}]+")
_LETTERS = 3

Key = TypeVar("Key", bound=Hashable)
Pieces = Counter[str]
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Near(Generic[Key]):
    """A wording that is near, how near (0 to 1), and the language in which it is nearest."""

    key: Key
    likeness: float
    language: str

    @property
    def closeness(self) -> float:
        """The likeness in shares of what counts as close in that language: close from 1 on."""
        return self.likeness / CLOSE_IN.get(self.language, CLOSE)

    @property
    def is_same(self) -> bool:
        return self.likeness >= SAME


def nearest(wording: Texts, others: Mapping[Key, Texts]) -> list[Near[Key]]:
    """The wordings that are close, in whatever language they are closest; the closest first.

    >>> others = {"a": {"en": "China is a threat to NATO."}, "b": {"en": "Fish stocks decline."}}
    >>> [near.key for near in nearest({"en": "China is no threat to NATO."}, others)]
    ['a']
    """
    best: dict[Key, Near[Key]] = {}
    for language, text in wording.items():
        for key, likeness in _likenesses(text, language, others).items():
            near = Near(key, likeness, language)
            if near.closeness >= 1 and (key not in best or best[key].closeness < near.closeness):
                best[key] = near
    return sorted(best.values(), key=lambda near: -near.closeness)[:MOST_SHOWN]


def pieces(text: str) -> Pieces:
    """What a wording is made of, regardless of case, accents, width and punctuation.

    >>> sorted(pieces("Oui, NATO"))
    [' na', ' ou', 'ato', 'nat', 'oui', 'to ', 'ui ']
    >>> sorted(pieces("中国威胁"))
    ['中国', '国威', '威胁']
    """
    return Counter(piece for run in _RUN.findall(_plain(text)) for piece in _pieces_of(run))


def _likenesses(text: str, language: str, others: Mapping[Key, Texts]) -> dict[Key, float]:
    own = pieces(text)
    theirs = {key: pieces(texts[language]) for key, texts in others.items() if texts.get(language)}
    if not own or not theirs:
        return {}
    weights = _weights([own, *theirs.values()])
    return {key: _cosine(own, other, weights) for key, other in theirs.items()}


def _weights(wordings: Iterable[Pieces]) -> dict[str, float]:
    """How much each piece says: the rarer, the more; smoothed, so that few wordings suffice."""
    wordings = list(wordings)
    occurs = Counter(piece for wording in wordings for piece in wording)
    return {piece: 1 + math.log((1 + len(wordings)) / (1 + n)) for piece, n in occurs.items()}


def _cosine(one: Pieces, other: Pieces, weights: Mapping[str, float]) -> float:
    shared = sum(one[piece] * other[piece] * weights[piece] ** 2 for piece in one.keys() & other)
    return shared / (_length(one, weights) * _length(other, weights))


def _length(wording: Pieces, weights: Mapping[str, float]) -> float:
    return math.sqrt(sum((n * weights[piece]) ** 2 for piece, n in wording.items())) or 1.0


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def _pieces_of(run: str) -> list[str]:
    if re.match(rf"[{_CHINESE}]", run):
        return [run[at : at + 2] for at in range(max(1, len(run) - 1))]
    padded = f" {run} "
    return [padded[at : at + _LETTERS] for at in range(max(1, len(padded) - _LETTERS + 1))]
