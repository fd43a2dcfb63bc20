"""The page on which a text is read, in one language or in two beside each other."""

import uuid
from collections.abc import Mapping, Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from tracktwo.text import Unit
from tracktwo.text.standing import Situation
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.texts import rules
from tracktwo_web.texts.asked import acceptable, asked_of
from tracktwo_web.texts.drafts_apart import drafts_apart
from tracktwo_web.texts.headline import headline_of
from tracktwo_web.texts.sheet import (
    Part,
    beside,
    in_brief,
    language_shown,
    parts_of,
    reading_of,
    shown_units,
)
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import READ, base_facts, find_table

Heading = tuple[Unit, str, str]


@require_http_methods(READ)
@door(rules.may_see_texts)
def text(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """A text as it stands: every bracket in its place, and what is asked of the reader above it."""
    table = find_table(request, text_id)
    standing = request.standing
    languages = languages_asked(request, table.now.languages)
    parts = parts_of(table.now.units)
    part = _part_asked(request, parts)
    known, reading = table.situations, reading_of(table)
    said = beside(standing, table.text)
    facts = base_facts(request, table, "text") | {
        "headline": headline_of(table),
        "title": reading.title(table.now, languages[:1])[languages[0]],
        "title_language": languages[0],
        "languages": languages,
        "all_languages": table.now.languages,
        "units": shown_units(part.units, languages, reading=reading, known=known, said=said),
        "part": part,
        "parts": parts,
        "contents": _contents(parts, languages),
        "asked": asked_of(standing, table),
        "acceptable": _acceptable_here(request, table, part, known),
        "drafts_apart": drafts_apart(standing, table),
        "at_beginning": [one for one in table.tabled if not one.unit],
        "is_blind": standing.is_blind,
        "is_frozen": rules.is_frozen(table.text),
    }
    return render(request, "texts/text.html", facts)


def languages_asked(request: StandingRequest, known: Sequence[str]) -> list[str]:
    """The language read in, and a second where one is asked for: the reader's own, if nothing else."""
    wanted = (request.GET.get("in", ""), reader_language())
    first = next((one for one in wanted if one in known), known[0])
    second = request.GET.get("with", "")
    return [first, second] if second in known and second != first else [first]


def _part_asked(request: StandingRequest, parts: list[Part]) -> Part:
    """By its number, or by a unit that it holds; the first part where neither is known."""
    unit, number = request.GET.get("unit", ""), request.GET.get("part", "")
    for one in parts:
        if str(one.number) == number or any(each.id == unit for each in one.units):
            return one
    return parts[0]


def _contents(parts: list[Part], languages: list[str]) -> list[tuple[Part, list[Heading]]]:
    """The headings of each part: language and words, in the language that is read if they have it."""
    return [(part, [_heading(one, languages) for one in part.headings]) for part in parts]


def _heading(unit: Unit, languages: list[str]) -> Heading:
    tried = [*languages, *unit.texts]
    return unit, language_shown(unit, tried) or languages[0], in_brief(unit, tried)


def _acceptable_here(
    request: StandingRequest, table: Table, part: Part, known: Mapping[str, Situation]
) -> list[str]:
    """The units on this page that the head may accept as they stand."""
    if not rules.may_take_position(request.standing, table.text):
        return []
    here = {one.id for one in part.units}
    return [one for one in acceptable(request.standing, known) if one in here]


urls: list[URLPattern] = [path("texts/<uuid:text_id>/", text, name="text")]
