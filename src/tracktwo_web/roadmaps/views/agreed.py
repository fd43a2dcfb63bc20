"""What the sides have agreed of the roadmap, and the page on which heads sign it."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.records.groups import in_fours
from tracktwo_web.records.signing import SigningStep, signing_step
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.board import cards_of
from tracktwo_web.roadmaps.calendar import calendar_of, entries_of
from tracktwo_web.roadmaps.domain import agreed as domain
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.signed_words import counted
from tracktwo_web.roadmaps.views.page import READ, base_facts


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap_agreed(request: StandingRequest) -> HttpResponse:
    """The promises as they stand, the number that stands for them, and who has signed it."""
    plan, side = queries.find_plan(request.standing), request.standing.side
    signatures = domain.signatures_on(plan)
    is_signed = side is not None and side.code in signatures.signed
    facts = _facts(request, plan) | {
        "problem": signatures.problem,
        "may_sign": rules.may_agree(request.standing) and not is_signed,
    }
    return render(request, "roadmaps/agreed.html", facts)


def _facts(request: StandingRequest, plan: Plan) -> dict[str, object]:
    signatures, sides = domain.signatures_on(plan), sides_in_turn(plan.dialogue, request.path)
    rows = {one.code: one for one in domain.agreed_meetings(plan)}
    entries = entries_of(calendar_of(plan), {one.code: one for one in queries.meetings_of(plan)})
    # A promise is late or not elsewhere: here it is only read.
    cards = cards_of(domain.agreed_items(plan), sides, plan, today=plan.first)
    return base_facts(request, plan, "agreed") | {
        "cards": list(cards),
        "entries": [one for one in entries if one.meeting.code in rows],
        "fingerprint": in_fours(signatures.hash),
        "sides": [(one, one.code in signatures.signed) for one in sides],
    }


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap_exact(request: StandingRequest) -> HttpResponse:
    """The bytes whose SHA-256 is signed."""
    content = domain.agreed_bytes(queries.find_plan(request.standing))
    headers = {"Content-Disposition": 'attachment; filename="roadmap-agreed.json"'}
    return HttpResponse(content, "application/json", headers=headers)


@require_http_methods([*READ, "POST"])
@door(rules.may_agree)
def roadmap_sign(request: StandingRequest) -> HttpResponse:
    """Say in words what is signed; on POST enter the signature."""
    plan, side = queries.find_plan(request.standing), request.standing.side
    if side is None:
        return refuse(request)
    try:
        step = _step(request, plan, side.code)
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return redirect("roadmap_agreed", plan.dialogue_id)
    if step.entry:
        messages.success(request, gettext("Your side has signed. It stands in the record."))
        return redirect("roadmap_agreed", plan.dialogue_id)
    facts = _facts(request, plan) | {"step": step}
    return render(request, "roadmaps/sign.html", facts, status=step.status)


def _step(request: StandingRequest, plan: Plan, side: str) -> SigningStep:
    ask = partial(signing_step, request, kind=domain.KIND, words=_words(plan))
    if request.method == "POST":
        return domain.sign(plan, side, lambda body: ask(body=body))
    domain.refuse_unready(plan, side)
    return ask(body=domain.body_of(plan))


def _words(plan: Plan) -> str:
    what = counted(len(domain.agreed_items(plan)), len(domain.agreed_meetings(plan)))
    sentence = gettext(
        "Your side agrees to the roadmap “%(title)s” with %(what)s, as they stand now."
    )
    return sentence % {"title": in_reader_language(plan.title) or plan.code, "what": what}


urls: list[URLPattern] = [
    path("roadmap/agreed/", roadmap_agreed, name="roadmap_agreed"),
    path("roadmap/agreed/exact", roadmap_exact, name="roadmap_exact"),
    path("roadmap/agreed/sign", roadmap_sign, name="roadmap_sign"),
]
