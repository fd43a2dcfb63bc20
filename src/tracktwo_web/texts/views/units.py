"""A unit's own page: its words in every language, what is open in it, and what is said of it."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo.locale import translator
from tracktwo.text import Unit
from tracktwo.text.standing import MoveKind, Situation, UnitState, unit_fingerprint
from tracktwo.text.standing.words import state_names
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.models import Side
from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.languages import in_a_row, reader_language
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain.standpoints import stance_now
from tracktwo_web.texts.forms.positions import StanceForm
from tracktwo_web.texts.forms.remarks import NoteForm, RemarkForm
from tracktwo_web.texts.models import Note, ProposalState
from tracktwo_web.texts.moves import MoveOffer, choices_for, moves_open, with_form
from tracktwo_web.texts.offers import offer_of
from tracktwo_web.texts.queries import proposals_seen_by
from tracktwo_web.texts.rendering import Reading
from tracktwo_web.texts.sheet import cells_of, in_brief, parts_of, reading_of
from tracktwo_web.texts.standpoints import (
    OpenPoint,
    Wording,
    open_points,
    said_of_unit,
    stances_on_unit,
)
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import READ, base_facts, find_table
from tracktwo_web.texts.views.passages import find_unit

WordingRow = tuple[Wording, StanceForm | None]


@dataclass(frozen=True)
class Kept:
    """What was entered on a unit's page and could not be taken: it is shown again, nothing is lost."""

    bracket: str = ""
    told: QueryDict | None = None
    stance: StanceForm | None = None
    move: tuple[MoveKind, Form] | None = None
    remark: RemarkForm | None = None
    note: NoteForm | None = None
    note_meanwhile: str = ""


NOTHING = Kept()


@dataclass(frozen=True)
class Here:
    """A unit with what several parts of its page ask for."""

    request: StandingRequest
    table: Table
    unit: Unit
    known: Mapping[str, Situation]
    reading: Reading
    kept: Kept = field(default=NOTHING)

    @property
    def side(self) -> str:
        side = self.request.standing.side
        return side.code if side else ""

    @property
    def situation(self) -> Situation:
        return self.known[self.unit.id]


@require_http_methods(READ)
@door(rules.may_see_texts)
def unit(request: StandingRequest, text_id: uuid.UUID, unit: str) -> HttpResponse:
    """One unit, for those who work on it."""
    table = find_table(request, text_id)
    return show_unit(request, table, find_unit(table, unit))


def to_unit(table: Table, unit: str) -> HttpResponse:
    return redirect("text_unit", table.text.dialogue_id, table.text.id, unit)


def show_unit(
    request: StandingRequest, table: Table, unit: Unit, kept: Kept = NOTHING
) -> HttpResponse:
    """The page of a unit, with what was entered and could not be taken."""
    here = Here(request, table, unit, table.situations, reading_of(table), kept)
    state = here.situation.state
    facts = base_facts(request, table, "text") | {
        "unit": unit,
        "name": _name(table, unit),
        "cells": cells_of(unit, table.now.languages, here.reading),
        "state": state,
        "state_name": state_names(translator(reader_language()))[state.value],
        "situation": here.situation,
        "seen": unit_fingerprint(unit),
        "neighbours": _neighbours(table, unit),
        "is_blind": request.standing.is_blind,
        "is_frozen": rules.is_frozen(table.text),
        **_voices(here),
        **_proposals(here),
        **_sayings(here),
    }
    return render(request, "texts/unit.html", facts)


def _name(table: Table, unit: Unit) -> str:
    """What a unit is called: by its number, else as its words begin."""
    if unit.number:
        return gettext("Passage %(number)s") % {"number": unit.number}
    return in_brief(unit, [reader_language(), *table.now.languages], 60)


def _voices(here: Here) -> dict[str, object]:
    """Where the sides stand, and the forms by which the head says so."""
    table, may = here.table, rules.may_take_position(here.request.standing, here.table.text)
    points = open_points(table, here.unit.id)
    is_clean = here.situation.state is not UnitState.BRACKETED
    return {
        "points": [(one, _rows(here, one, may=may)) for one in points],
        "said": said_of_unit(table, here.situation) if is_clean else (),
        "packages": list(_packages(here)),
        "stance_form": _stance_form(here) if may and is_clean else None,
        "moves": _moves(here) if may else [],
    }


def _packages(here: Here) -> Iterator[tuple[Side, str]]:
    """Which sides make the unit depend on others, and on which."""
    spoken = [reader_language(), *here.table.now.languages]
    for one in here.situation.packages:
        named = (
            in_brief(here.table.now.unit(each), spoken, 40)
            for each in one.conditions
            if each in here.table.now.places
        )
        yield here.table.sides[one.side], in_a_row(named)


def _rows(here: Here, point: OpenPoint, *, may: bool) -> list[WordingRow]:
    """Each wording with the form on it; what was told about another bracket is left alone."""
    if not may:
        return [(one, None) for one in point.wordings]
    before = stance_now(here.table.log, here.side, point.id)
    told = here.kept.told if here.kept.bracket == point.id else None
    return [
        (
            one,
            StanceForm.on_wording(
                one.alternative, told, before.get(one.alternative), auto_id=f"{point.id}-%s"
            ),
        )
        for one in point.wordings
    ]


def _stance_form(here: Here) -> StanceForm:
    if here.kept.stance:
        return here.kept.stance
    said = stances_on_unit(here.table.log, here.situation).get(here.side)
    initial = {"stance": said.stance, "ad_ref": said.ad_ref} if said else {}
    return StanceForm(initial=initial, auto_id="unit-%s")


def _moves(here: Here) -> list[MoveOffer]:
    choices = package_choices(here.table, here.unit, here.known)
    found = list(moves_open(here.situation, here.side, choices))
    return with_form(found, *here.kept.move) if here.kept.move else found


def package_choices(
    table: Table, unit: Unit, known: Mapping[str, Situation]
) -> list[tuple[str, str]]:
    """The units on which this one may be made to depend: those of its own part of a long text."""
    spoken = [reader_language(), *table.now.languages]
    part = next(one for one in parts_of(table.now.units) if unit in one.units)
    return choices_for(unit, part.units, known, spoken)


def _proposals(here: Here) -> dict[str, object]:
    """What is proposed on the unit: what is open in full, the rest by number."""
    seen = proposals_seen_by(here.request.standing, here.table.text)
    mine = [one for one in seen if one.unit == here.unit.id]
    is_open = (ProposalState.DRAFT, ProposalState.TABLED)
    return {
        "offers": [
            offer_of(one, here.table.now, here.table.sides) for one in mine if one.state in is_open
        ],
        "earlier": [one for one in mine if one.state not in is_open],
    }


def _sayings(here: Here) -> dict[str, object]:
    """Remarks to the table, and the note of the reader's own side, which nobody else is shown."""
    standing, text, kept = here.request.standing, here.table.text, here.kept
    note = _note(here)
    may_note = rules.may_keep_notes(standing)
    held = {"words": note.words if note else "", "seen": note.edition if note else 0}
    return {
        "remarks": text.remarks.filter(unit=here.unit.id).select_related("side").order_by("number"),
        "remark_form": (kept.remark or RemarkForm(auto_id="remark-%s"))
        if rules.may_remark(standing, text)
        else None,
        "note": note,
        "note_form": (kept.note or NoteForm(initial=held, auto_id="note-%s")) if may_note else None,
        "note_meanwhile": kept.note_meanwhile,
    }


def _note(here: Here) -> Note | None:
    standing = here.request.standing
    if not standing.is_delegate:
        return None
    return here.table.text.notes.filter(side=standing.side, unit=here.unit.id).first()


def _neighbours(table: Table, unit: Unit) -> dict[str, Unit | None]:
    place, units = table.now.places[unit.id], table.now.units
    return {
        "before": units[place - 1] if place else None,
        "after": units[place + 1] if place + 1 < len(units) else None,
    }


urls: list[URLPattern] = [path("texts/<uuid:text_id>/units/<name:unit>/", unit, name="text_unit")]
