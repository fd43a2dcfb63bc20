"""Statements: the list, one of them, and writing one."""

import uuid
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.dialogue import Scale
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.perceptions import rules
from tracktwo_web.perceptions.domain import statements as domain
from tracktwo_web.perceptions.forms.statements import KINDS, StatementForm, initial_of
from tracktwo_web.perceptions.queries import (
    Shown,
    by_theme,
    decisions_about,
    find_statement,
    near_statements,
    visible_statements,
)
from tracktwo_web.perceptions.views.translations import missing_languages, translation_rows
from tracktwo_web.perceptions.wording import labels_in
from tracktwo_web.rounds.states import NotNow
from tracktwo_web.rounds.steps import try_step

SEND = "send"
READ = ("GET", "HEAD")


@require_http_methods(READ)
@door()
def statements(request: StandingRequest) -> HttpResponse:
    """The list by theme; above it, what is still in the room of whoever reads."""
    shown = visible_statements(request.standing)
    waiting = [one for one in shown if not one.statement.code]
    facts = {
        "waiting": waiting,
        "themes": by_theme(one for one in shown if one.statement.code),
        "may_propose": rules.may_propose(request.standing),
        "is_neutral": is_neutral(request.standing),
    }
    return render(request, "perceptions/statements.html", facts)


@require_http_methods(READ)
@door()
def statement(request: StandingRequest, statement_id: uuid.UUID) -> HttpResponse:
    """A statement, its translations, and to its own room what was decided and what may be done."""
    shown = find_statement(request.standing, statement_id)
    return render(request, "perceptions/statement.html", _facts(request, shown))


def _facts(request: StandingRequest, shown: Shown) -> dict[str, object]:
    standing, one = request.standing, shown.statement
    is_inside = rules.is_of_its_room(standing, one) or is_neutral(standing)
    decisions = decisions_about(one) if shown.is_newest and is_inside else ()
    return {
        "shown": shown,
        "statement": one,
        "decisions": decisions,
        "kind": dict(KINDS).get(one.kind, one.kind),
        "scale": Scale.parse(one.scale),
        "is_author": rules.is_author(standing, one),
        "is_inside": is_inside,
        "labels": labels_in(shown.version.texts) if is_inside and shown.is_newest else (),
        "translations": translation_rows(standing, shown),
        "missing": missing_languages(standing, shown),
        "may_change": rules.may_change(standing, one),
        "may_submit": rules.may_submit(standing, one),
        "may_withdraw": rules.may_withdraw(standing, one),
        "may_decide": rules.may_decide(standing, one),
    }


@require_http_methods([*READ, "POST"])
@door(rules.may_propose)
def statement_new(request: StandingRequest) -> HttpResponse:
    """Write a statement: keep it in the room, or send it."""
    form = _form(request, {"original": reader_language()})
    if request.method != "POST" or not form.is_valid() or _asks_whether_different(request, form):
        return _render_form(request, form)
    standing = request.standing
    side = standing.side if standing.is_delegate else None
    author = standing.root if standing.sitting else None
    one = domain.draft_statement(standing.dialogue, form.wording(), side=side, author=author)
    return _after_writing(request, one.id)


@require_http_methods([*READ, "POST"])
@door()
def statement_edit(request: StandingRequest, statement_id: uuid.UUID) -> HttpResponse:
    """Change a statement; where it was put to the vote, this makes another version."""
    shown = find_statement(request.standing, statement_id)
    if not rules.may_change(request.standing, shown.statement):
        return refuse(request)
    form = _form(request, initial_of(shown.statement, shown.version))
    is_asked = domain.was_asked(shown.version)
    if is_asked:
        form.keep_what_answers_rest_on()
    if (
        request.method != "POST"
        or not form.is_valid()
        or _asks_whether_different(request, form, shown)
    ):
        return _render_form(request, form, shown=shown, is_asked=is_asked)
    try:
        as_read = form.cleaned_data["as_read"]
        domain.revise_statement(shown.statement, form.wording(), as_read=as_read)
    except NotNow:
        shown = find_statement(request.standing, statement_id)
        form.show_what_was_written_meanwhile(shown.statement, shown.version)
        return _render_form(request, form, shown=shown, is_asked=is_asked)
    return _after_writing(request, statement_id)


@require_POST
@door()
def statement_submit(request: StandingRequest, statement_id: uuid.UUID) -> HttpResponse:
    """Send a draft as it stands; what is close to it is shown first."""
    shown = find_statement(request.standing, statement_id)
    if not rules.may_submit(request.standing, shown.statement):
        return refuse(request)
    near = near_statements(request.standing, shown.version.texts, but=shown.statement)
    if near and not request.POST.get("is_different"):
        facts = {"shown": shown, "statement": shown.statement, "near": near}
        return render(request, "perceptions/statement_near.html", facts)
    return _after_writing(request, statement_id, is_sent=True)


@require_http_methods([*READ, "POST"])
@door()
def statement_withdraw(request: StandingRequest, statement_id: uuid.UUID) -> HttpResponse:
    """Ask, then take a statement back."""
    shown = find_statement(request.standing, statement_id)
    if not rules.may_withdraw(request.standing, shown.statement):
        return refuse(request)
    if request.method != "POST":
        facts = {"shown": shown, "statement": shown.statement}
        return render(request, "perceptions/statement_withdraw.html", facts)
    withdraw = partial(domain.withdraw_statement, shown.statement)
    try_step(request, withdraw, done=gettext("Statement withdrawn."))
    return _to(request, statement_id)


@require_http_methods(READ)
@door()
def policy(request: StandingRequest) -> HttpResponse:
    """By what the desk decides, for everybody to read."""
    return render(request, "perceptions/policy.html")


def _form(request: StandingRequest, initial: dict[str, object]) -> StatementForm:
    entered = request.POST if request.method == "POST" else None
    return StatementForm(request.standing.dialogue, entered, initial=initial)


def _asks_whether_different(
    request: StandingRequest, form: StatementForm, shown: Shown | None = None
) -> bool:
    """Whether close statements are to be shown first: only on the way out of the room."""
    if request.POST.get("go") != SEND or form.cleaned_data["is_different"]:
        return False
    but = shown.statement if shown else None
    form.near = near_statements(request.standing, form.cleaned_data["text"], but=but)
    return bool(form.near)


def _render_form(request: StandingRequest, form: StatementForm, **facts: object) -> HttpResponse:
    texts = form.cleaned_data.get("text", {}) if form.is_bound and form.is_valid() else {}
    facts |= {"form": form, "labels": labels_in(texts), "is_neutral": is_neutral(request.standing)}
    return render(request, "perceptions/statement_form.html", facts)


def _after_writing(
    request: StandingRequest, statement_id: uuid.UUID, *, is_sent: bool = False
) -> HttpResponse:
    """Send what was written where that was asked for, and show it."""
    if is_sent or request.POST.get("go") == SEND:
        one = request.standing.dialogue.statements.get(pk=statement_id)
        is_own = one.side_id is None
        done = gettext("Statement put on the list.") if is_own else gettext("Statement sent.")
        try_step(request, partial(domain.submit_statement, one), done=done)
    return _to(request, statement_id)


def _to(request: StandingRequest, statement_id: uuid.UUID) -> HttpResponse:
    return redirect(
        "statement", dialogue_id=request.standing.dialogue.id, statement_id=statement_id
    )


urls = [
    path("statements/", statements, name="statements"),
    path("statements/new", statement_new, name="statement_new"),
    path("statements/policy", policy, name="policy"),
    path("statements/<uuid:statement_id>/", statement, name="statement"),
    path("statements/<uuid:statement_id>/edit", statement_edit, name="statement_edit"),
    path("statements/<uuid:statement_id>/submit", statement_submit, name="statement_submit"),
    path("statements/<uuid:statement_id>/withdraw", statement_withdraw, name="statement_withdraw"),
]
