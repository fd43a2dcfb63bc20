"""Where sentences end, in English, Chinese and French."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_OPENING = "([（【〔［"
_CLOSING = ")]）】〕］"
_ROUND = "(（"
_AFTER_END = "\"'”’»)]）】〕］」』》"

_SIGN = re.compile(
    r"[(\[（【〔［)\]）】〕］]"
    r"|(?P<end>[.!?…。！？；;]+)"
    r"|(?P<line>\n[^\S\n]*(?:\n|(?=[-•▪*▪‣·–—][^\S\n])|(?=\(?[0-9a-zA-Z]{1,3}[.)][^\S\n])|(?=[（(][一二三四五六七八九十]+[)）])|(?=#+\s)))"
)
_REST = re.compile(rf"(?P<after>(?:[{re.escape(_AFTER_END)}]|[^\S\n]»)*)(?P<blank>\s*)")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*$")

# Never the last word of a sentence: a name or a number follows.
_TITLES = frozenset(
    "Mr Mrs Ms Dr Prof Gen Col Maj Capt Lt Cdr Adm Amb Sen Rep Rev Hon St Ste Messrs M MM Mme Mlle Me vs cf approx".split()  # noqa: SIM905 (a page less)
)
# Followed by a number, they go on.
_NUMBERED_WORDS = (
    "No Nos no nos Art Arts art arts Fig fig Sec sec Para para Paras paras par al Vol vol pp p ch Ch Res res Doc doc Add Rev Corr Ann ann chap "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec janv févr avr juil sept oct nov déc"
)
_NUMBERED = frozenset(_NUMBERED_WORDS.split())
_INSIDE = frozenset({"e.g", "i.e", "a.k.a", "p.ex", "c.-à-d", "viz"})
# After "U.S." or an initial only these begin a sentence; any other capital is a name.
_STARTERS_WORDS = (
    "The This That These Those It Its He She They We You I In On At As If But And For From With While When Where After Before Since Although However "
    "Moreover Furthermore Therefore Thus Hence Both Each All Any No Not There Their Our His Her To By Such "
    "Le La Les L Un Une Des Ce Cette Ces Il Elle Ils Elles On Nous Vous En Dans Sur Pour Par Avec Mais Or Si Toutefois Cependant Ainsi"
)
_STARTERS = frozenset(_STARTERS_WORDS.split())
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_CARRIES_ON = "，、：；。,;:的"


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """Characters `start` to `end` (not included) of a source, with the blanks behind the sentence."""

    start: int
    end: int


def sentences(source: str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of a source, in order and without a gap: put in a row they are the source again.

    Abbreviations (Mr., No. 5, U.S.), initials, decimals and the dots of `[...]` end nothing, nor
    does the doubt mark of a bracket that stands within a sentence. Round brackets within a sentence
    belong to it whole; a square one may hold several sentences, or half of one. An empty line and
    the start of a list item end a sentence without a mark. In Chinese so does ；.

    >>> source = "Mr. Li spoke. We meet [soon/later?] Monday. Nobody left."
    >>> [source[one.start : one.end] for one in sentences(source)]
    ['Mr. Li spoke. ', 'We meet [soon/later?] Monday. ', 'Nobody left.']
    >>> [one.end for one in sentences("双方同意。“会晤。”然后报告。", "zh")]
    [5, 10, 15]
    """
    reading = _Reading(source, language)
    return tuple(reading.sentences())


@dataclass(slots=True)
class _Reading:
    source: str
    language: str
    begin: int = 0
    # Of every open bracket: which it is, and whether its sentence had begun before it.
    open: list[tuple[str, bool]] = field(default_factory=list)

    def sentences(self) -> Iterator[Sentence]:
        if not self.source:
            return
        skip = 0
        for sign in _SIGN.finditer(self.source):
            if sign.start() < skip:
                continue
            end = self._end_at(sign)
            if end and self.begin < end < len(self.source):
                yield Sentence(self.begin, end)
                self.begin = skip = end
        yield Sentence(self.begin, len(self.source))

    def _end_at(self, sign: re.Match[str]) -> int:
        """Where the sentence ends that this sign closes; 0 when it closes none."""
        if sign["line"]:
            self.open.clear()
            return self._past_blanks(sign.start())
        if not sign["end"]:
            self._bracket(sign[0], sign.start())
            return 0
        rest = _REST.match(self.source, sign.end())
        if rest is None or not self._is_end(sign, rest):
            return 0
        self._close(rest["after"])
        return rest.end()

    def _past_blanks(self, place: int) -> int:
        blank = re.compile(r"\s*").match(self.source, place)
        end = blank.end() if blank else place
        line = self.source.rfind("\n", place, end) + 1
        return max(line, place + 1)

    def _bracket(self, char: str, place: int) -> None:
        if char in _OPENING:
            self.open.append((char, bool(self.source[self.begin : place].strip())))
        elif self.open:
            self.open.pop()

    def _close(self, after: str) -> None:
        for char in after:
            if char in _CLOSING and self.open:
                self.open.pop()

    def _is_end(self, sign: re.Match[str], rest: re.Match[str]) -> bool:
        marks, following = sign["end"], self.source[rest.end() : rest.end() + 1]
        if self._is_inside(marks, sign, rest["after"]):
            return False
        if not following:
            return True
        if marks[-1] in "。！？；":
            return following not in _CARRIES_ON and (self.language == "zh" or marks[-1] != "；")
        if marks[-1] == ";" or not rest["blank"]:
            return False
        return self._may_begin(following) and not self._goes_on(marks, sign.start(), rest.end())

    def _is_inside(self, marks: str, sign: re.Match[str], after: str) -> bool:
        """Within round brackets, a doubt mark, or dots that stand for words."""
        closes = sum(char in _CLOSING for char in after)
        still_open = self.open[: len(self.open) - closes] if closes else self.open
        if any(char in _ROUND and inner for char, inner in still_open):
            return True
        if not closes or not self.open:
            return False
        if marks[-1] in "。！？" and any(char in _ROUND and inner for char, inner in self.open):
            return True
        only_dots = self.source[sign.start() - 1] in _OPENING and set(marks) <= set(".…")
        return only_dots or (marks[-1] in "?？" and self.open[-1][1])

    @staticmethod
    def _may_begin(following: str) -> bool:
        return not (following.islower() or following in ",;:)]}/")

    def _goes_on(self, marks: str, place: int, following: int) -> bool:
        if marks != ".":
            return False
        before = _WORD_BEFORE.search(self.source, max(self.begin, place - 24), place)
        if before is None:
            return False
        word = before[0]
        if word in _TITLES or word.lower() in _INSIDE:
            return True
        if word in _NUMBERED:
            return self.source[following].isdigit() or self.source[following] in "IVXLC["
        if word.isdigit() or not word.strip("IVXLC"):
            ahead = self.source[self.begin : before.start()]
            if not any(char.isalnum() for char in ahead):
                return True
        return self._is_initials(word) and not self._starts_anew(following)

    @staticmethod
    def _is_initials(word: str) -> bool:
        letters = word.split(".")
        return all(len(one) == 1 and one.isupper() for one in letters)

    def _starts_anew(self, following: int) -> bool:
        first = _FIRST_WORD.match(self.source, following)
        return first is None or first[0] in _STARTERS
