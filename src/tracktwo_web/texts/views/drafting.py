"""Writing in place: a passage as its side would have it, saved while somebody types."""

import json
import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.texts import rules
from tracktwo_web.texts.changed_words import ChangedWords, changed_words
from tracktwo_web.texts.domain.answers import CannotBe, Meanwhile
from tracktwo_web.texts.domain.drafts import Passage, discard_draft, save_draft, source_of
from tracktwo_web.texts.marks_aside import without_marks
from tracktwo_web.texts.models import JointText, Proposal, ProposalState
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import READ, base_facts, find_table, to_text
from tracktwo_web.texts.views.passages import Typed, find_desk, find_row


@require_http_methods([*READ, "POST"])
@door(rules.may_see_texts)
def text_edit(
    request: StandingRequest, text_id: uuid.UUID, unit: str, language: str
) -> HttpResponse:
    """The passage in a field. On POST it is saved as the side's draft."""
    table, at = find_table(request, text_id), Passage(unit, language)
    if not rules.may_write(request.standing, table.text):
        return refuse(request)
    if request.method == "POST":
        return _saved(request, table, at)
    facts = base_facts(request, table, "text") | {
        "desk": find_desk(request, table, at),
        "all_languages": table.now.languages,
    }
    return render(request, "texts/edit.html", facts)


def _saved(request: StandingRequest, table: Table, at: Passage) -> HttpResponse:
    typed = _typed({name: request.POST.get(name) for name in ("words", "seen", "was")})
    if typed is None:
        raise Http404
    facts = base_facts(request, table, "text") | {"at": at, "mine": typed.words}
    try:
        _save(request, table.text, at, typed)
    except CannotBe as wrong:
        return render(request, "texts/meanwhile.html", facts | {"sentence": str(wrong)}, status=422)
    except Meanwhile as other:
        told = _told_meanwhile(typed, other)
        facts |= told | {"differences": _differences(at, typed, other), "is_there": True}
        return render(request, "texts/meanwhile.html", facts, status=409)
    messages.success(request, gettext("The draft is saved."))
    return redirect("text_edit", table.text.dialogue_id, table.text.id, at.unit, at.language)


@require_POST
@door(rules.may_see_texts)
def text_draft(
    request: StandingRequest, text_id: uuid.UUID, unit: str, language: str
) -> HttpResponse:
    """One saving of the field in the browser, while somebody types."""
    text, at = find_row(request, text_id), Passage(unit, language)
    if not rules.may_write(request.standing, text):
        return _told(gettext("Nothing can be written in this text now."), 403)
    typed = _typed(_sent(request))
    if typed is None:
        return _told(gettext("This was not complete; load the page again."), 422)
    try:
        draft = _save(request, text, at, typed)
    except CannotBe as wrong:
        return _told(str(wrong), 422)
    except Meanwhile as other:
        changes = _differences(at, typed, other).as_json
        told = _told_meanwhile(typed, other) | {"changes": changes}
        return JsonResponse(told, status=409)
    return _kept(draft.edition if draft else 0, typed.was)


@require_POST
@door(rules.may_see_texts)
def text_draft_discard(
    request: StandingRequest, text_id: uuid.UUID, unit: str, language: str
) -> HttpResponse:
    """Forget what the side was writing here."""
    text = find_row(request, text_id)
    if not rules.may_write(request.standing, text):
        return refuse(request)
    discard_draft(text, rules.writes_for(request.standing), Passage(unit, language))
    messages.success(request, gettext("The draft is discarded."))
    return to_text(text, unit)


@require_http_methods(READ)
@door(rules.may_see_texts)
def text_drafts(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """Where the reader's own side is writing: which passages, and how far each saving has come.

    Browsers ask for it now and then, and see from the numbers that a colleague is writing. Nothing
    is published for that: the numbers of events are one row for all, and their gaps would tell.
    """
    text = find_row(request, text_id)
    if not rules.may_write(request.standing, text):
        return JsonResponse({"drafts": []})
    own = (
        text.proposals.filter(side=rules.writes_for(request.standing), state=ProposalState.DRAFT)
        .exclude(language="")
        .order_by("unit", "language")
    )
    return JsonResponse({"drafts": list(own.values("unit", "language", "edition"))})


def _save(request: StandingRequest, text: JointText, at: Passage, typed: Typed) -> Proposal | None:
    source = typed.source(source_of(text, at))
    side = rules.writes_for(request.standing)
    try:
        return save_draft(text, side, at, source, seen=typed.seen, was=typed.was)
    except Meanwhile as other:
        if other.words != source:
            raise
        # The very words are there: a first answer was lost on its way, or two wrote the same.
        return save_draft(text, side, at, source, seen=other.edition, was=other.was)


def _typed(told: dict[str, object] | None) -> Typed | None:
    if told is None:
        return None
    words, seen, was = told.get("words"), str(told.get("seen", "")), told.get("was")
    is_whole = isinstance(words, str) and isinstance(was, str)
    if not is_whole or not (seen.isascii() and seen.isdecimal() and len(seen) < 19):
        return None
    return Typed(str(words), int(seen), str(was))


def _sent(request: StandingRequest) -> dict[str, object] | None:
    try:
        told = json.loads(request.body)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _told_meanwhile(typed: Typed, other: Meanwhile) -> dict[str, object]:
    """The words that were quicker, beside one's own."""
    is_text = other.was != typed.was
    sentence = (
        gettext("The text itself has changed here meanwhile. Nothing of yours is lost.")
        if is_text
        else gettext("A colleague has written here meanwhile. Nothing of yours is lost.")
    )
    return {
        "sentence": sentence,
        "words": without_marks(other.words),
        "edition": other.edition,
        "was": other.was,
    }


def _differences(at: Passage, typed: Typed, other: Meanwhile) -> ChangedWords:
    """What one's own words would change in the others."""
    return changed_words(other.words, typed.words.replace("\r\n", "\n"), at.language)


def _kept(edition: int, was: str) -> HttpResponse:
    return JsonResponse({"saved": True, "edition": edition, "was": was})


def _told(sentence: str, status: int) -> HttpResponse:
    return JsonResponse({"sentence": sentence}, status=status)


_PASSAGE = "texts/<uuid:text_id>/units/<name:unit>/<str:language>"

urls: list[URLPattern] = [
    path("texts/<uuid:text_id>/drafts", text_drafts, name="text_drafts"),
    path(f"{_PASSAGE}/edit", text_edit, name="text_edit"),
    path(f"{_PASSAGE}/draft", text_draft, name="text_draft"),
    path(f"{_PASSAGE}/draft/discard", text_draft_discard, name="text_draft_discard"),
]
