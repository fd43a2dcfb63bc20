"""Translations of a statement: written, reviewed, found authentic."""

import uuid
from dataclasses import dataclass
from functools import partial

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.languages import NAMES, TAGS
from tracktwo_web.perceptions import rules
from tracktwo_web.perceptions.domain import translations as domain
from tracktwo_web.perceptions.domain.statements import was_asked
from tracktwo_web.perceptions.forms.statements import LONGEST
from tracktwo_web.perceptions.models import Translation, TranslationState
from tracktwo_web.perceptions.queries import Shown, find_statement
from tracktwo_web.rounds.steps import try_step


@dataclass(frozen=True)
class TranslationRow:
    """A translation with what whoever reads it may do about it."""

    translation: Translation
    is_original: bool
    may_correct: bool
    may_review: bool
    may_approve: bool
    waits_for_round: bool


def translation_rows(standing: Standing, shown: Shown) -> list[TranslationRow]:
    """The wording's languages, the original first."""
    is_asked = was_asked(shown.version)
    may_record = domain.may_be_recorded(standing)
    return [_row(standing, shown, one, is_asked, may_record) for one in shown.translations]


def _row(
    standing: Standing, shown: Shown, one: Translation, is_asked: bool, may_record: bool
) -> TranslationRow:
    is_original = one.language == shown.version.original
    is_open = shown.is_newest and not is_original
    may_approve = is_open and _may_approve(standing, shown, one)
    return TranslationRow(
        translation=one,
        is_original=is_original,
        may_correct=is_open and not is_asked and rules.may_translate(standing, shown.statement),
        may_review=is_open and _may_review(standing, shown, one),
        may_approve=may_approve and may_record,
        waits_for_round=may_approve and not may_record,
    )


def _may_review(standing: Standing, shown: Shown, one: Translation) -> bool:
    is_unread = one.state in (TranslationState.MACHINE, TranslationState.DRAFT)
    return is_unread and rules.may_review(standing, shown.statement)


def _may_approve(standing: Standing, shown: Shown, one: Translation) -> bool:
    said_already = standing.side is None or standing.side.code in one.approved_by
    return not said_already and rules.may_authenticate(standing, shown.statement, one.state)


def missing_languages(standing: Standing, shown: Shown) -> list[str]:
    """The dialogue's languages it is not in yet, for those who may translate it."""
    if not shown.is_newest or not rules.may_translate(standing, shown.statement):
        return []
    return [code for code in standing.dialogue.languages if code not in shown.version.texts]


class TranslationForm(Form):
    """A text in one language."""

    text = forms.CharField(max_length=LONGEST, widget=forms.Textarea)
    by_machine = forms.BooleanField(label=_("A machine translated this"), required=False)

    def speak(self, language: str) -> None:
        """Label the text with the language it is in."""
        self.fields["text"].label = NAMES[language]
        self.fields["text"].widget.attrs |= {"lang": TAGS[language], "class": "formal", "rows": 4}


@require_http_methods(["GET", "HEAD", "POST"])
@door()
def translation_edit(
    request: StandingRequest, statement_id: uuid.UUID, language: str
) -> HttpResponse:
    """Add a translation, or correct one."""
    shown = _translatable(request, statement_id, language)
    is_fixed = language in shown.version.texts and was_asked(shown.version)
    may_write = shown.is_newest and rules.may_translate(request.standing, shown.statement)
    if is_fixed or not may_write:
        return refuse(request)
    entered = request.POST if request.method == "POST" else None
    form = TranslationForm(entered, initial={"text": shown.version.texts.get(language, "")})
    form.speak(language)
    if not form.is_valid():
        original = shown.version.texts[shown.version.original]
        facts = {"form": form, "shown": shown, "statement": shown.statement}
        facts |= {"tongue": language, "original": original}
        return render(request, "perceptions/translation_form.html", facts)
    said = form.cleaned_data
    write = partial(
        domain.translate, shown.version, language, said["text"], by_machine=said["by_machine"]
    )
    try_step(request, write, done=gettext("Translation saved."))
    return _back(request, statement_id)


@require_POST
@door()
def translation_review(
    request: StandingRequest, statement_id: uuid.UUID, language: str
) -> HttpResponse:
    """Say that a translation was read against the original."""
    shown = _translatable(request, statement_id, language)
    if not rules.may_review(request.standing, shown.statement) or not shown.is_newest:
        return refuse(request)
    review = partial(domain.review, _found(shown, language))
    try_step(request, review, done=gettext("Translation marked as reviewed."))
    return _back(request, statement_id)


@require_POST
@door()
def translation_approve(
    request: StandingRequest, statement_id: uuid.UUID, language: str
) -> HttpResponse:
    """Say for a side that a translation is as good as the original."""
    shown = _translatable(request, statement_id, language)
    translation, standing = _found(shown, language), request.standing
    is_allowed = rules.may_authenticate(standing, shown.statement, translation.state)
    if standing.side is None or not is_allowed or not domain.may_be_recorded(standing):
        return refuse(request)
    approve = partial(domain.approve, translation, standing.side)
    try_step(request, approve, done=gettext("Recorded for your side."))
    return _back(request, statement_id)


def _translatable(request: StandingRequest, statement_id: uuid.UUID, language: str) -> Shown:
    shown = find_statement(request.standing, statement_id)
    if language not in request.standing.dialogue.languages or language == shown.version.original:
        raise Http404
    return shown


def _found(shown: Shown, language: str) -> Translation:
    for one in shown.translations:
        if one.language == language:
            return one
    raise Http404


def _back(request: StandingRequest, statement_id: uuid.UUID) -> HttpResponse:
    return redirect(
        "statement", dialogue_id=request.standing.dialogue.id, statement_id=statement_id
    )


urls = [
    path(
        "statements/<uuid:statement_id>/<slug:language>/", translation_edit, name="translation_edit"
    ),
    path(
        "statements/<uuid:statement_id>/<slug:language>/review",
        translation_review,
        name="translation_review",
    ),
    path(
        "statements/<uuid:statement_id>/<slug:language>/approve",
        translation_approve,
        name="translation_approve",
    ),
]
