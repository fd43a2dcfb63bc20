"""Modal words, what each obliges to, and how those of two languages answer each other.

The table rests on these, which agree in the main and differ where a word is marked as open:

- ISO/IEC Directives, Part 2 (2021), clause 7, tables 3 to 7: shall - doit (requirement), should -
  il convient de (recommendation), may - peut (permission), can - peut (possibility), with their
  negations; "may not" is not to be used to forbid.
- GB/T 1.1-2020, appendix C: 应 / 不应 (requirement), 宜 / 不宜 (recommendation), 可 / 不必
  (permission), 能 (ability), 可能 (possibility). Its edition of 2009 has 应该 for 应 in exceptional
  cases, and asks not to write 不可 for 不应, nor 能 for 可.
- 立法技术规范（试行）（一）, 法工委发〔2009〕62号, 14 and 15: 应当 and 必须 oblige alike, 应当 being
  the usual one; 不得 and 禁止 forbid.
- Uniform Law Conference of Canada, Drafting Conventions: in French an obligation is usually told in
  the present tense, without any modal word.
- Paris Agreement (2015), authentic texts: shall - 应, should - 应当. Since law has it otherwise, 应当
  and 应该 are open: they answer "shall" as well as "should". So is 不应.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Force(StrEnum):
    """What a modal word does to whoever it speaks of."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    RECOMMENDATION = "recommendation"
    DISCOURAGEMENT = "discouragement"
    PERMISSION = "permission"
    EXEMPTION = "exemption"
    POSSIBILITY = "possibility"
    INTENTION = "intention"


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal word at characters `start` to `end` of a source.

    `forces` are those it can have; more than one where the word is open. A binding one is expected
    to have its like in the other language.
    """

    start: int
    end: int
    words: str
    forces: frozenset[Force]
    is_binding: bool


@dataclass(frozen=True, slots=True)
class _Row:
    pattern: str
    forces: tuple[Force, ...]
    is_binding: bool = True


_O, _X, _R, _D = Force.OBLIGATION, Force.PROHIBITION, Force.RECOMMENDATION, Force.DISCOURAGEMENT
_P, _E, _Y, _I = Force.PERMISSION, Force.EXEMPTION, Force.POSSIBILITY, Force.INTENTION

_ENGLISH = (
    _Row(r"(?:[Ss]hall|[Mm]ust)\s+(?:not|never|under\s+no\s+circumstances)", (_X,)),
    _Row(r"[Ss]hall|[Mm]ust", (_O,)),
    _Row(r"(?:should|ought)\s+(?:not|never)", (_D,)),
    _Row(r"should|ought\s+to", (_R,)),
    _Row(r"need\s+not", (_E,)),
    _Row(r"may\s+not", (_X, _Y, _E), is_binding=False),
    _Row(r"may", (_P, _Y)),
    _Row(r"can|could|might", (_Y, _P), is_binding=False),
    _Row(r"(?:is|are)\s+required\s+to", (_O,), is_binding=False),
    _Row(r"(?:is|are)\s+to(?=\s+[a-z])", (_O, _I), is_binding=False),
    _Row(r"will|would", (_I,), is_binding=False),
)
_CHINESE = (
    _Row("不得|严禁|不准|不许", (_X,)),
    _Row("不应当?|不应该", (_X, _D)),
    _Row("不宜", (_D,)),
    _Row("不可", (_X,), is_binding=False),
    _Row("不必|无须|无需|毋须|毋需|不需", (_E,)),
    _Row("必须|务必|务须", (_O,)),
    _Row("应当|应该", (_O, _R)),
    _Row("应|须", (_O,)),
    _Row("宜", (_R,)),
    _Row("可能|或许|也许", (_Y,), is_binding=False),
    _Row("可以?", (_P,)),
    _Row("禁止", (_X,), is_binding=False),
    _Row("能够?", (_Y, _P), is_binding=False),
    _Row("将", (_I,), is_binding=False),
)
_FRENCH = (
    _Row(r"ne\s+(?:doit|doivent|devra|devront)(?:\s+(?:pas|jamais|plus|en\s+aucun\s+cas))?", (_X,)),
    _Row(r"doit|doivent|devra|devront", (_O,)),
    _Row(r"(?:est|sont)\s+tenue?s?\s+d(?:e|['’])", (_O,), is_binding=False),
    _Row(r"n['’](?:est|sont)\s+pas\s+tenue?s?\s+d(?:e|['’])", (_E,)),
    _Row(r"ne\s+(?:devrait|devraient)(?:\s+(?:pas|jamais|plus))?", (_D,)),
    _Row(r"il\s+(?:convient|conviendrait)\s+de\s+ne\s+pas", (_D,)),
    _Row(r"devrait|devraient|il\s+(?:convient|conviendrait)\s+d(?:e|['’])", (_R,)),
    _Row(
        r"ne\s+(?:peut|peuvent|pourra|pourront)(?:\s+(?:pas|jamais|plus))?",
        (_X, _Y),
        is_binding=False,
    ),
    _Row(r"peut|peuvent|pourra|pourront", (_P, _Y)),
    _Row(r"pourrait|pourraient", (_Y, _P), is_binding=False),
)

# Words that hold one of the signs above and are not modal; a lookahead lets through what is: 应对 is
# "to cope with", but in 应对其行为负责 it is "shall", before 对.
_CHINESE_NOT_MODAL = (
    "(?:反|适|响|效|供|相|对|呼|回|感|策|照)应(?![当该须])",
    "应对(?![^，。；]*(?:负责|承担|进行|予以|加以|给予|作出|采取|保密))",
    "应(?:用|急|有尽有|运而生|邀(?!请)|变(?![更为得])|答(?![复应])|付(?!出)|战(?![略时])|聘(?!请))",
    "应(?:验(?![证收])|征(?![得求收集询])|声(?!明)|届)",
    "(?:^|(?<=[，。；：\\s]))应[^，。；]{1,12}?(?:请求|要求|邀请|申请)(?=[，。；])",
    "可(?:持续|靠|见(?!到)|再生|信|预见|预测|爱|怕|惜|贵|疑|恶|谓|燃|耕|行(?![使动])|观(?![察测看]))",
    "可(?:比(?!较)|及(?!时)|视(?![为情察]))",
    "可(?:核查|核实|操作|追溯|分割|控|接受|适用|读|用)(?=[的性、])",
    "不可(?:避免|或缺|抗力|分割|逆|侵犯|剥夺|少|思议|忽视|否认|替代|能)",
    "(?:许|认|两|宁|尚|非|大|无)可(?!以)|可能性|尽可能",
    "(?:适|便|事|权|时|相|得|合)宜|宜居|因地制宜",
    "须知|胡须",
    "将(?:来|军|近|领|士)|(?:即|大|上|中|少|准|健|部|主|干)将",
    "能(?:力|源|量|见度|动|耗|级|效|干|否)|(?:功|核|智|性|职|动|势|技|节|太阳|风|电|热|潜|产|不|未|只)能",
)
_NOT_MODAL = {
    "en": r"\b(?:free|good|ill|political|the|their|its|common)\s+will\b|\ba\s+must\b",
    "zh": "|".join(_CHINESE_NOT_MODAL),
    "fr": r"\bpeut-être\b|\bne\s+peut\s+que\b",
}
_TABLES = {"en": _ENGLISH, "zh": _CHINESE, "fr": _FRENCH}


def _pattern(language: str) -> re.Pattern[str]:
    edge = "" if language == "zh" else r"\b"
    rows = "|".join(
        f"(?P<m{number}>{edge}(?:{row.pattern}){edge})"
        for number, row in enumerate(_TABLES[language])
    )
    return re.compile(f"(?P<not>{_NOT_MODAL[language]})|{rows}", re.MULTILINE)


_PATTERNS = {language: _pattern(language) for language in _TABLES}


def modals(source: str, language: str) -> tuple[Modal, ...]:
    """The modal words of a source, in order; none in a language without a table.

    May the month, 可持续, 反应 and peut-être are no modal words.

    >>> [(one.words, *one.forces) for one in modals("各方不得使用。", "zh")]
    [('不得', <Force.PROHIBITION: 'prohibition'>)]
    """
    if language not in _PATTERNS:
        return ()
    return tuple(_found(source, language))


def _found(source: str, language: str) -> Iterator[Modal]:
    table = _TABLES[language]
    for match in _PATTERNS[language].finditer(source):
        if match["not"] is None:
            row = table[int(str(match.lastgroup)[1:])]
            yield Modal(*match.span(), match[0], frozenset(row.forces), row.is_binding)


def count_modals(source: str, language: str) -> Mapping[str, int]:
    """How often each modal word stands in a source, as written, in small letters.

    >>> count_modals("Each party shall report; it may add a map. In May they shall meet.", "en")
    {'shall': 2, 'may': 1}
    """
    return dict(Counter(" ".join(one.words.lower().split()) for one in modals(source, language)))


@dataclass(frozen=True, slots=True)
class ModalGap:
    """Modal words that do not answer each other: one of each side, or one that has none."""

    left: Modal | None
    right: Modal | None


def modal_gaps(
    left: str, left_language: str, right: str, right_language: str
) -> tuple[ModalGap, ...]:
    """Where two versions of a source oblige differently.

    As many words as can be are paired with one that can have the same force. What is left is told:
    two that differ as one gap, in order; one alone where it is binding, but not an obligation of
    English or Chinese that a French present tense may tell.

    >>> [(one.left.words, one.right.words) for one in modal_gaps("They shall report.", "en", "各方宜报告。", "zh")]
    [('shall', '宜')]
    """
    ours, theirs = modals(left, left_language), modals(right, right_language)
    paired = _paired(ours, theirs)
    only_left = [one for place, one in enumerate(ours) if place not in paired]
    held = set(paired.values())
    only_right = [one for place, one in enumerate(theirs) if place not in held]
    gaps = _differing(only_left, only_right)
    gaps += [ModalGap(one, None) for one in _alone(only_left, right_language)]
    gaps += [ModalGap(None, one) for one in _alone(only_right, left_language)]
    return tuple(gaps)


def _paired(ours: tuple[Modal, ...], theirs: tuple[Modal, ...]) -> dict[int, int]:
    """A largest set of pairs that share a force, earlier words first (augmenting paths)."""
    of_right: dict[int, int] = {}
    for binding in (True, False):
        for place, one in enumerate(ours):
            if one.is_binding is binding:
                _augment(place, ours, theirs, of_right, set())
    return {place: other for other, place in of_right.items()}


def _augment(
    place: int,
    ours: tuple[Modal, ...],
    theirs: tuple[Modal, ...],
    of_right: dict[int, int],
    tried: set[int],
) -> bool:
    order = sorted(range(len(theirs)), key=lambda other: not theirs[other].is_binding)
    for other in order:
        if other in tried or not ours[place].forces & theirs[other].forces:
            continue
        tried.add(other)
        if other not in of_right or _augment(of_right[other], ours, theirs, of_right, tried):
            of_right[other] = place
            return True
    return False


def _differing(left: list[Modal], right: list[Modal]) -> list[ModalGap]:
    """Takes off both lists the words that stand against each other, binding ones at least on a side."""
    gaps: list[ModalGap] = []
    for one in [*left]:
        for other in [*right]:
            if one.is_binding or other.is_binding:
                gaps.append(ModalGap(one, other))
                left.remove(one)
                right.remove(other)
                break
    return gaps


def _alone(left: list[Modal], other_language: str) -> list[Modal]:
    told_by_tense = {_O, _X} if other_language == "fr" else set()
    return [one for one in left if one.is_binding and not one.forces <= told_by_tense]
