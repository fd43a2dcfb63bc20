"""The desk of the secretariat: what waits, what was decided, and the log as a file."""

import csv
import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.perceptions import rules
from tracktwo_web.perceptions.domain import moderation as domain
from tracktwo_web.perceptions.forms.desk import DecisionForm
from tracktwo_web.perceptions.models import Decision, Statement, StatementState, Verdict
from tracktwo_web.perceptions.queries import (
    Shown,
    find_statement,
    log_of,
    near_among,
    on_the_desk,
    statements_of,
    visible_statements,
)
from tracktwo_web.perceptions.wording import labels_in
from tracktwo_web.rounds.steps import try_step

READ = ("GET", "HEAD")
LOG_COLUMNS = ("number", "date", "verdict", "code", "side", "into", "reason", "language", "text")


@require_http_methods(READ)
@door(rules.may_run_desk)
def desk(request: StandingRequest) -> HttpResponse:
    """What waits for a decision."""
    visible = visible_statements(request.standing)
    proposed = [one for one in visible if one.statement.state == StatementState.PROPOSED]
    facts = {"waiting": [_item(one, visible) for one in proposed], "policy": True}
    return render(request, "perceptions/desk.html", facts)


@require_http_methods([*READ, "POST"])
@door(rules.may_run_desk)
def desk_statement(request: StandingRequest, statement_id: uuid.UUID) -> HttpResponse:
    """Decide about one statement."""
    waiting = on_the_desk(request.standing.dialogue)
    if not waiting.filter(pk=statement_id).exists():
        raise Http404
    shown = find_statement(request.standing, statement_id)
    listed = statements_of(request.standing.dialogue).filter(state=StatementState.ACCEPTED)
    entered = request.POST if request.method == "POST" else None
    form = DecisionForm(listed.order_by("code"), entered)
    if form.is_valid():
        _decide(request, shown.statement, form)
        return redirect("desk", dialogue_id=request.standing.dialogue.id)
    item = _item(shown, visible_statements(request.standing))
    return render(request, "perceptions/desk_statement.html", {"form": form, **item})


@require_http_methods(READ)
@door(rules.may_run_desk)
def desk_log(request: StandingRequest) -> HttpResponse:
    """Every decision, the newest first."""
    facts = {"decisions": log_of(request.standing.dialogue)}
    return render(request, "perceptions/desk_log.html", facts)


@require_http_methods(READ)
@door(rules.may_run_desk)
def desk_log_file(request: StandingRequest) -> HttpResponse:
    """The log as CSV: one row a decision and language, in the order in which they were taken."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="moderation-log.csv"'
    rows = csv.writer(answer)
    rows.writerow(LOG_COLUMNS)
    for decision in log_of(request.standing.dialogue).reverse():
        for language, text in decision.wording.items():
            rows.writerow(map(harmless, _line(decision, language, text)))
    return answer


def _line(decision: Decision, language: str, text: str) -> tuple[object, ...]:
    statement = decision.version.statement
    return (
        decision.number,
        decision.decided_on.isoformat(),
        decision.verdict,
        statement.code,
        statement.side.code if statement.side else "",
        decision.into.code if decision.into else "",
        decision.reason,
        language,
        text,
    )


def harmless(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _item(shown: Shown, visible: list[Shown]) -> dict[str, object]:
    return {
        "shown": shown,
        "statement": shown.statement,
        "near": near_among(visible, shown.version.texts, but=shown.statement),
        "labels": labels_in(shown.version.texts),
    }


def _decide(request: StandingRequest, statement: Statement, form: DecisionForm) -> None:
    said, today = form.cleaned_data, timezone.now().date()
    reason = said["reason"]
    steps = {
        Verdict.ACCEPTED: partial(domain.accept, statement, reason=reason, today=today),
        Verdict.RETURNED: partial(domain.send_back, statement, reason, today=today),
        Verdict.MERGED: partial(domain.merge, statement, said["into"], reason=reason, today=today),
    }
    try_step(request, steps[said["verdict"]], done=gettext("Decision recorded."))


urls = [
    path("desk/", desk, name="desk"),
    path("desk/log", desk_log, name="desk_log"),
    path("desk/log.csv", desk_log_file, name="desk_log_file"),
    path("desk/<uuid:statement_id>/", desk_statement, name="desk_statement"),
]
