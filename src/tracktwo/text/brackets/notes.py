"""What stands in brackets and is no wording: references, notes, omissions, links, and content to come."""

import re

from tracktwo.text.brackets.signs import BRACKETS, CLOSING_OF, OPENING_OF

LONGEST = 200
"""Characters between the brackets of a note. What is longer is taken for words under negotiation."""

_NOTE = re.compile(
    # A reference: [1], [12, 14], [3–5], [4a], [iv], [a], [*], [^1]
    r"\d[\d\s,;–-]*|\d+[a-z]|(?!xx+$)[ivx]{1,5}|[a-z*†‡§✓✗]|\^[\w-]+"
    # Something heard or seen, not said: [sic], [applause]
    r"|sic!?|applause|laughter|crosstalk|inaudible|silence|rires|applaudissements|掌声|笑声|鼓掌|原文如此"
    # A word of the editor: [emphasis added], [our translation], [note: ...], [see ...]
    r"|(?:emphasis|italics|underlining)\s+(?:added|mine|ours|(?:in\s+)?(?:the\s+)?original)"
    r"|(?:our|my|author['’]?s?['’]?|unofficial|official)\s+(?:translation|emphasis|italics)"
    r"|(?:translat(?:ed|ion|or)|trad(?:uction|uit)?)\b(?:\s*[:.]|\s+(?:by|from|par|de)\b|['’]s\s+note).*"
    r"|(?:note|source|nb|n\.\s?b\.|n\.\s?d\.|ndlr|ndt|注|译注|译者注|编者注|来源)\s*[:：].*|n\.d\.(?:\s?[lt]\.[rt]?\.?)?"
    r"|(?:ibid|cf|op\.\s?cit|loc\.\s?cit)\b.*|(?:see|voir)\s.*|参见.*|https?://\S*",
    re.IGNORECASE | re.DOTALL,
)
_PLACEHOLDER = re.compile(
    r"\.{2,}|…+|[x]{2,}|_+|[•●■□]+|"
    r"tb[acdn]|dates?|numbers?|names?|amount|year|venue|place|blank|to\s+come|placeholder|"
    r"to\s+be\s+(?:added|completed|confirmed|decided|determined|developed|inserted|agreed|negotiated)|"
    r"(?:insert|add)\s+(?:the\s+)?(?:date|number|name|text|place|venue|year|title|amount|reference)s?(?:\s+here)?|"
    r"待定|待补充?|待确认|待商定|待议|待填|日期|数字|数量|名称|姓名|地点|年份|金额|"
    r"[àa]\s+(?:préciser|compléter|confirmer|déterminer|définir|venir|insérer|ajouter)|nombre|lieu|nom|montant|année|",
    re.IGNORECASE,
)
OMITTED = re.compile(
    rf"[{re.escape(''.join(CLOSING_OF))}] ?(?:\.{{2,}}|…+) ?[{re.escape(''.join(OPENING_OF))}]"
)
"""An omission in its brackets: dots alone."""
_UNNAMED = re.compile(r"\.{2,}|…+|[xX]{2,}|_+|[•●■□]+")
_INDEX = re.compile(rf"[\w.:*|-]*(?:(?:, ?|[{re.escape(BRACKETS)}])[\w.:*|-]*)*+")
_LONGEST_INDEX = 60
_TARGET = rf"[^\s(){re.escape(BRACKETS)}]*+"
_LINK = re.compile(rf"\({_TARGET}(?:\({_TARGET}\){_TARGET})*+\)")
_DEFINITION = re.compile(r":[ \t]+(?:https?://|mailto:|[./#])")
_TASK = re.compile(r"(?:\A|[\r\n])[ \t>]*[-*+][ \t]+\Z")
_BEFORE_TASK = 40
_LATIN_LIMIT = "\u2e80"


def is_placeholder(inside: str) -> bool:
    """Whether brackets hold content to come: [...], [xx], [tbd], [date], [待定], or blanks alone.

    >>> is_placeholder("date"), is_placeholder("data")
    (True, False)
    """
    return len(inside) <= LONGEST and bool(_PLACEHOLDER.fullmatch(inside.strip()))


def is_note(inside: str) -> bool:
    """Whether brackets hold a reference or a note of the editor: [1], [sic], [see page 4].

    >>> is_note("12, 14"), is_note("our translation"), is_note("our common aim")
    (True, True, False)
    """
    return len(inside) <= LONGEST and bool(_NOTE.fullmatch(inside.strip()))


def end_of_link(source: str, start: int, end: int) -> int:
    """Behind a link of Markdown that begins with these brackets: [x](y); -1 where there is none."""
    found = _LINK.match(source, end) if source[start] == "[" else None
    return found.end() if found else -1


def is_fixed(source: str, start: int, end: int) -> bool:
    """Whether what stands around brackets makes them something else: a task, a letter changed.

    `start` and `end` are the places of the opening bracket and behind the closing one.
    """
    is_markdown = source[start] == "[" and _is_definition_or_task(source, start, end)
    return is_markdown or _is_letter_changed(source, start, end)


def is_index(source: str, start: int, end: int, *, behind_index: bool = False) -> bool:
    """Whether brackets stand right behind a letter and hold one name or more: state[s], list[int].

    Words that begin with a blank or a comma, or hold a slash or a doubt, are a wording all the
    same: "measures[, with dates]". Behind Chinese there is no such use.
    """
    last = source[start - 1 : start]
    is_attached = behind_index or (last < _LATIN_LIMIT and (last.isalnum() or last == "_"))
    if not is_attached or end - start > _LONGEST_INDEX:
        return False
    if source[start + 1] == "," or _UNNAMED.fullmatch(source, start + 1, end - 1):
        return False
    return bool(_INDEX.fullmatch(source, start + 1, end - 1))


def _is_letter_changed(source: str, start: int, end: int) -> bool:
    """[T]he, [re]open: a few letters right before a letter."""
    inside, following = source[start + 1 : end - 1], source[end : end + 1]
    is_short = 0 < len(inside) <= 3 and inside.isalpha() and inside < _LATIN_LIMIT
    return is_short and following.isalpha() and following < _LATIN_LIMIT


def _is_definition_or_task(source: str, start: int, end: int) -> bool:
    """Where a link of Markdown leads, or the box of a task."""
    is_first = start == 0 or source[start - 1] in "\r\n"
    if is_first and _DEFINITION.match(source, end):
        return True
    is_box = source[start + 1 : end - 1] in ("", " ", "x", "X")
    begins = source[max(0, start - _BEFORE_TASK) : start]
    return is_box and source[end : end + 1] in (" ", "\t") and bool(_TASK.search(begins))
