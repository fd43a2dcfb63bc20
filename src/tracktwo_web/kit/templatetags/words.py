"""Filters and tags for what pages show: texts in several languages, times on several clocks."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Protocol

from django import template
from django.core.paginator import Page
from django.template import Context
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tracktwo.locale import translator
from tracktwo_web.kit import times
from tracktwo_web.kit.languages import (
    CALLED,
    NAMES,
    TAGS,
    in_a_row,
    in_reader_language,
    reader_language,
    shown_language,
)
from tracktwo_web.kit.turns import in_turn

SIDE_COLOURS = 8
Dialogue = Any
"""Its class lives in an app above this one: asked for here are its key and its sides."""
register = template.Library()
register.filter(in_a_row)


class HasPosition(Protocol):
    """A side, as far as its colour goes."""

    position: int


@register.filter
def in_language(texts: Mapping[str, str] | None) -> str:
    """A text of the dialogue in the reader's language, else in one there is."""
    return in_reader_language(texts) if texts else ""


@register.filter
def language_of(texts: Mapping[str, str] | None) -> str:
    """The `lang` attribute for what `in_language` shows."""
    return TAGS[shown_language(texts or {})]


@register.filter
def spoken(texts: Mapping[str, str] | None) -> SafeString:
    """A text of the dialogue, wrapped in its own `lang` where that is not the page's."""
    shown, language = in_language(texts), shown_language(texts or {})
    if language == reader_language():
        return conditional_escape(shown)
    return format_html('<span lang="{}">{}</span>', TAGS[language], shown)


@register.filter
def tag_of(language: str) -> str:
    """The `lang` attribute for a language the dialogue keeps texts in."""
    return TAGS[language]


@register.filter
def name_of(language: str) -> str:
    """A language's name for itself."""
    return NAMES[language]


@register.filter
def called(language: str) -> str:
    """What the reader calls a language, in the midst of a sentence."""
    return str(CALLED[language])


@register.filter
def percent(share: float | None) -> str:
    """A share from 0 to 1 as whole percents; nothing for None."""
    return "" if share is None else translator(reader_language()).percent(share)


@register.filter
def number(value: float | None, decimals: int = 0) -> str:
    """A number as the reader's language writes it; nothing for None."""
    return "" if value is None else translator(reader_language()).number(value, decimals)


@register.filter
def day(moment: date | None) -> str:
    """A day, for readers in any zone who need no hour. Deadlines want `both_times`."""
    return "" if moment is None else times.day(moment)


@register.filter
def iso(moment: datetime) -> str:
    """A moment for machines: the `datetime` of `<time>`, a countdown."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@register.filter
def side_class(side: HasPosition | None) -> str:
    """The class that gives a side its colour and shape."""
    return f"side-{side.position % SIDE_COLOURS + 1}" if side else ""


@register.filter
def shown_pages(page: Page[Any]) -> Iterable[int | str]:
    """The numbers of pages to offer: the ends, those around this one, dots between."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.simple_tag(takes_context=True)
def both_times(context: Context, moment: datetime, dialogue: Dialogue) -> SafeString:
    """A moment on every side's clock, as a list."""
    return format_html("<ul>{}</ul>", _clocks(context, moment, dialogue, "<li>{}</li>", ""))


@register.simple_tag(takes_context=True)
def both_times_in_line(context: Context, moment: datetime, dialogue: Dialogue) -> SafeString:
    """A moment on every side's clock, within a line of text."""
    return _clocks(context, moment, dialogue, "<span>{}</span>", " · ")


@register.simple_tag
def one_time(clock: times.LocalTime, moment: datetime) -> SafeString:
    """A moment on one clock, with its place."""
    return _said(clock, iso(moment))


def _clocks(
    context: Context, moment: datetime, dialogue: Dialogue, each: str, between: str
) -> SafeString:
    clocks = times.local_times(moment, _zones(context, dialogue))
    said = ((_said(clock, iso(moment)),) for clock in clocks)
    return format_html_join(SafeString(between), each, said)


def _zones(context: Context, dialogue: Dialogue) -> list[str]:
    if dialogue is None:
        return []
    # The same order as the page's own (`dialogues.queries.sides_in_turn`); a prefetch is made use of.
    sides = sorted(dialogue.sides.all(), key=lambda side: side.position)
    key = f"{dialogue.pk}{context['request'].path}"
    return [side.time_zone for side in in_turn(sides, key)]


def _said(clock: times.LocalTime, machine: str) -> SafeString:
    time = format_html('<time datetime="{}">{}</time>', machine, clock)
    sentence = conditional_escape(gettext("%(place)s: %(time)s"))
    return SafeString(sentence % {"place": conditional_escape(clock.place), "time": time})
