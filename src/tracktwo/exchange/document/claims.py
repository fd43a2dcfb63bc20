"""Headings that say who perceives whom: "NATO perceptions of China", "Comment A voit B", "甲对乙的看法"."""

import re
from dataclasses import dataclass

from tracktwo.exchange.document.letters import HAN, without_accents

_SEEING = r"(?:mis)?perceptions?|images?|impressions?|opinions?|beliefs?"
_NOUN = rf"(?:{_SEEING})(?:(?:,| and| &) (?:{_SEEING}|concerns|views))*"
_DE = r"(?:de l[’'] ?|de la |du |des |de |d[’'] ?)"
_SUR = r"(?:sur|envers|au sujet|[àa] l[’'][ée]gard|[àa] propos|vis-[àa]-vis)(?: de l[’'] ?| de la| du| des| de| d[’'] ?)? ?"
_VOIT = r"(?:voit|voient|per[çc]oit|per[çc]oivent|consid[èe]re(?:nt)?|juge(?:nt)?|regarde(?:nt)?)"
_ZH_NOUN = "看法|认知|印象|认识|观感|感知|误解|误判|误读|偏见|评价|观点"

# Sure forms name a perception; the others need a mirror (the same two, the other way) to count.
_SURE = (
    rf"(?P<by>.+?) {_NOUN} (?:of|about|regarding|towards?|concerning) (?P<of>.+)",
    rf"{_NOUN} (?:of|about|regarding|towards?) (?P<of>.+?) (?:by|in|among|from|held by|(?:as )?seen (?:by|from)) (?P<by>.+)",
    r"(?:how|what) (?P<by>.+?) (?:sees?|views?|perceives?|regards?|thinks? (?:of|about)|believes? (?:of|about)) (?P<of>.+)",
    r"(?P<of>.+?),? (?:as )?(?:seen|viewed|perceived) (?:by|from|in) (?P<by>.+)",
    r"(?P<of>.+?),? (?:in|through) the eyes of (?P<by>.+)",
    rf"(?:les )?perceptions? {_DE}(?P<of>.+?) par (?P<by>.+)",
    rf"(?:les )?perceptions? {_DE}(?P<by>.+?) {_SUR}(?P<of>.+)",
    rf"(?:les |la |l[’'])?(?:perceptions?|visions?|images?|regards?) (?P<by>[\w-]+) (?:{_DE}|{_SUR})(?P<of>.+)",
    rf"(?:comment |ce que )?(?P<by>.+?) {_VOIT} (?P<of>.+)",
    r"ce que (?P<by>.+?) pens(?:e|ent) (?:de l[’'] ?|de la |du |des |de |d[’'] ?)(?P<of>.+)",
    r"(?P<of>.+?),? (?:vue?s?|perçue?s?) (?:par|depuis) (?P<by>.+)",
    r"(?P<of>.+?),? aux yeux (?:de l[’'] ?|de la |du |des |de |d[’'] ?)(?P<by>.+)",
    rf"(?P<by>[^对]+?)对(?P<of>.+?)(?:的)?(?:主要|总体|基本|普遍)?(?:{_ZH_NOUN})(?:[与和及、](?:{_ZH_NOUN}))*",
    r"(?P<by>.+?)(?:是)?(?:如何|怎样|怎么)(?:看待|看|认识|评价)(?P<of>.+)",
    r"(?P<by>.+?)(?:眼中|眼里|心目中|视角下)的(?P<of>.+)",
)
_UNSURE = (
    r"(?P<by>.+?) (?:views?|concerns?|assessments?|attitudes?) (?:of|about|on|regarding|towards?) (?P<of>.+)",
    r"(?P<by>.{2,40}?) (?:on|sur) (?P<of>.{2,40})",
    r"(?P<by>.{2,40}?)\s?(?:→|->|=>)\s?(?P<of>.{2,40})",
    rf"(?P<by>[{HAN}]+?)看(?![法待])(?P<of>[{HAN}]+)",
)
_ALONE = (
    rf"(?:(?:the|key|main|common|general) )*{_NOUN} of (?P<of>.+)",
    rf"(?:les )?perceptions? {_DE}(?P<of>.+)",
)
_FORMS = [(re.compile(one, re.IGNORECASE), True) for one in _SURE] + [
    (re.compile(one, re.IGNORECASE), False) for one in (*_UNSURE, *_ALONE)
]

_HINT = re.compile(
    rf"{_SEEING}|\b(?:views?|sees?|thinks?|believes?|regards?|perceives?|seen|viewed|perceived|eyes|concerns?|assessments?|attitudes?|on|sur)\b|→|[-=]>|"
    rf"{_VOIT}|\b(?:visions?|regards?|vue?s?|perçue?s?|yeux|pens(?:e|ent))\b|对|看|认识|评价|[眼心视]",
    re.IGNORECASE,
)
"""What every form has some part of: a quick look that spares most headings the slow one."""

_BEFORE = re.compile(
    r"(?:(?:the|a|an|some|main|key|common|general|current|prevailing|dominant|predominant|existing|recurrent|mutual|le|la|les|des|du|de la|principales|toward|towards|对于|关于)\s+|l[’']\s?|d[’']\s?|de l[’']\s?)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[:：;(（,，].*|\s[-–—]\s.*|[’']s?|\bthe same\b.*)$|(?:的|方面|一方)$", re.IGNORECASE
)
_REFLEXIVE = re.compile(
    r"the|main|key|common|general|current|prevailing|dominant|existing|all|(?:each|one an)?\s?others?|themselves|itself|both.*|sides?|mutual.*|reciprocal.*|relations.*|(?:l[’'])?autre.*|双方|彼此|对方|相互|各方|我们|they|we|it|us|each side.*|you",
    re.IGNORECASE,
)
MOST_WORDS, MOST_HAN = 5, 12
"""Longest name of a side."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who perceives whom, as the heading writes both; `by` is empty where it is not said."""

    by: str
    of: str
    line: int
    is_sure: bool


def claim_of(heading: str, line: int) -> Claim | None:
    """The claim a heading makes, if it makes one.

    >>> claim_of("IV. CHINESE PERCEPTIONS OF NATO".removeprefix("IV. "), 61)
    Claim(by='CHINESE', of='NATO', line=61, is_sure=True)
    >>> claim_of("Comment l’Amont voit l’Aval", 3)
    Claim(by='Amont', of='Aval', line=3, is_sure=True)
    """
    if len(heading) > 160 or not _HINT.search(heading):
        return None
    for form, is_sure in _FORMS:
        if match := form.fullmatch(heading):
            by, of = (name_in(match.groupdict().get(part) or "") for part in ("by", "of"))
            if of and (by or "by" not in form.groupindex) and by.casefold() != of.casefold():
                return Claim(by, of, line, is_sure)
    return None


def name_in(phrase: str) -> str:
    """The name in a phrase, without article and what is added to it; empty where there is none.

    >>> name_in("the Alliance’s")
    'Alliance'
    """
    bare = _AFTER.sub("", _BEFORE.sub("", phrase.strip(), count=1)).strip(" .\"“”'’«»")
    if not bare or _REFLEXIVE.fullmatch(without_accents(bare)):
        return ""
    is_long = len(bare.split()) > MOST_WORDS or (not bare.isascii() and _han(bare) > MOST_HAN)
    return "" if is_long else bare


def _han(text: str) -> int:
    return len(re.findall(f"[{HAN}]", text))
