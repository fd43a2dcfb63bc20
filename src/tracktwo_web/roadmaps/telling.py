"""Words of the library for what a roadmap holds, in the reader's language."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tracktwo.locale import Words, translator
from tracktwo.roadmap import ItemStep, item_state_names
from tracktwo.roadmap.calendar.words import stream_names
from tracktwo.roadmap.dates import dated
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.roadmaps.frame import Frame

LEVELS: Mapping[str, str | Promise] = {
    "experts": pgettext_lazy("level of a meeting", "experts"),
    "working": pgettext_lazy("level of a meeting", "working level"),
    "senior": pgettext_lazy("level of a meeting", "senior level"),
    "political": pgettext_lazy("level of a meeting", "political level"),
}
FORMATS: Mapping[str, str | Promise] = {
    "in person": pgettext_lazy("format of a meeting", "in person"),
    "virtual": pgettext_lazy("format of a meeting", "by video"),
}
STEPS: Mapping[ItemStep, str | Promise] = {
    ItemStep.AGREE: _("The sides are asked to agree to this item."),
    ItemStep.DELIVER: _("It is reported as delivered: the sides are asked to accept that."),
    ItemStep.SLIP: _("The sides are asked to give it more time."),
    ItemStep.DROP: _("The sides are asked to drop it."),
    ItemStep.REVIVE: _("The sides are asked to take it up again."),
}
"""What is asked of the sides, by step."""


def reader_words() -> Words:
    return translator(reader_language())


def state_name(state: str) -> str:
    return item_state_names(reader_words())[state]


def stream_name(stream: str) -> str:
    return stream_names(reader_words())[stream]


def stream_choices() -> list[tuple[str, str]]:
    return list(stream_names(reader_words()).items())


def level_name(level: str) -> str:
    """A level in words; one of the sides' own as they wrote it."""
    return str(LEVELS.get(level, level))


def office_names(frame: Frame, offices: Iterable[str]) -> list[str]:
    """Offices as readers call them."""
    known = {one.office: one for one in frame.offices}
    language = reader_language()
    return [known[one].name(language) if one in known else one for one in offices]


def on_day(day: date) -> str:
    """A day with its day of the week."""
    return dated(day, reader_words())
