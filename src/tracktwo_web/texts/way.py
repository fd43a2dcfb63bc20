"""The way of a document as a line of steps: where it is, what each step asks, what the chair can do now."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo.errors import MoveError
from tracktwo.locale import translator
from tracktwo.text.standing import (
    Document,
    DocumentFacts,
    Gate,
    SilenceState,
    Stage,
    WhyNot,
    advanced,
    document_facts,
)
from tracktwo.text.standing.refusals import why_not_sentence
from tracktwo.text.standing.words import stage_names
from tracktwo_web.kit.languages import in_a_row, reader_language
from tracktwo_web.texts.domain.onward import open_to_chair
from tracktwo_web.texts.headline import paper_name
from tracktwo_web.texts.table import Table

Words = str | Promise

MEANINGS: dict[Stage, Words] = {
    Stage.ELEMENTS: _("Points of which the text is to speak."),
    Stage.COMPILATION: _("What the sides propose stands side by side."),
    Stage.CHAIRS_TEXT: _("The chair offers one text in place of many."),
    Stage.ROLLING_DRAFT: _("The sides work on one draft, from session to session."),
    Stage.CLEAN: _("No bracket is open, and no side objects to a passage."),
    Stage.UNDER_SILENCE: _("The chair asks for silence until a set time; each side may break it."),
    Stage.ADOPTED: _(
        "Silence was kept, and the head of every delegation has signed the same words."
    ),
    Stage.PUBLISHED: _("Every condition below is met, and the chair publishes the text."),
}
"""The steps in their order, and what makes a text one of them."""


@dataclass(frozen=True)
class Step:
    """One step: what the paper is called there, what it asks, and on which side of now it lies."""

    name: str
    meaning: Words
    is_past: bool
    is_now: bool
    badge: str = ""


@dataclass(frozen=True)
class Onward:
    """A stage to which the chair can take the text, or why it cannot yet."""

    target: Stage
    label: str
    why_not: str = ""


def steps_of(document: Document, now: dt.datetime) -> list[Step]:
    """The line of steps. A silence that was broken stands where the silence was asked."""
    order = list(MEANINGS)
    broken = document.stage is Stage.SILENCE_BROKEN
    here = order.index(Stage.UNDER_SILENCE if broken else document.stage)
    names = stage_names(translator(reader_language()))
    return [
        Step(
            paper_name(document) if place == here else names[stage.value],
            MEANINGS[stage],
            place < here,
            place == here,
            _badge(document, now) if place == here else "",
        )
        for place, stage in enumerate(order)
    ]


def ways_on(table: Table, now: dt.datetime, gate: Gate | None = None) -> Iterator[Onward]:
    """Where the chair can take the text from here, and what keeps it from going there."""
    document = table.document
    facts = document_facts(
        table.now, table.log, sides=table.codes, silence=document.silence, now=now, gate=gate
    )
    for target in open_to_chair(document.stage):
        label = _label(document, target)
        yield Onward(target, label, refused(table, document, target, facts))


def refused(table: Table, document: Document, target: Stage, facts: DocumentFacts) -> str:
    """Why a document cannot go on, with its passages called as readers call them; "" where it can."""
    try:
        advanced(document, target, facts)
    except MoveError as error:
        units = [one for one in error.told.get("detail", "").split(", ") if one]
        told = error.told | {"detail": in_a_row(called(table, one) for one in units)}
        return why_not_sentence(WhyNot(error.reason), translator(reader_language()), **told)
    return ""


def called(table: Table, unit: str) -> str:
    """What a reader calls a unit: its printed number, else its id."""
    if unit in ("", "title"):
        return gettext("the title")
    number = table.now.unit(unit).number if unit in table.now.places else ""
    return number.rstrip(".") or unit


def _badge(document: Document, now: dt.datetime) -> str:
    """What the clock alone says of a silence."""
    is_asked = document.silence and document.stage is Stage.UNDER_SILENCE
    if is_asked and document.silence and document.silence.state(now) is SilenceState.KEPT:
        return gettext("silence was kept")
    return ""


def _label(document: Document, target: Stage) -> str:
    if document.stage is Stage.SILENCE_BROKEN:
        return gettext("Open the draft again")
    if target is Stage.PUBLISHED:
        return gettext("Publish the text")
    if target is Stage.ROLLING_DRAFT:
        number = translator(reader_language()).number(document.draft + 1)
        return gettext("Begin rolling draft %(number)s") % {"number": number}
    name = stage_names(translator(reader_language()))[target.value]
    return gettext("Go on to: %(stage)s") % {"stage": name}
