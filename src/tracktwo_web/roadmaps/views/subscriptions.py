"""Addresses for calendar programs: issued, renewed, revoked on a page; served without a session."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.kit.lately import Lately
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.domain import subscriptions as domain
from tracktwo_web.roadmaps.forms.chronology import SubscribeForm
from tracktwo_web.roadmaps.frame import frame_from
from tracktwo_web.roadmaps.models import Plan, Subscription
from tracktwo_web.roadmaps.subscribed import calendar_file, mark_of
from tracktwo_web.roadmaps.telling import office_names, stream_name
from tracktwo_web.roadmaps.views.page import READ, base_facts

TOO_MANY = 429
WITHIN = 15 * 60
FETCHES = Lately(at_most=12, within=WITHIN)
"""Calendars made for an address. Guesses at others need no limit: nobody guesses 256 random bits."""


@require_http_methods([*READ, "POST"])
@door(rules.may_subscribe)
def roadmap_subscribe(request: StandingRequest) -> HttpResponse:
    """The addresses of one's side, and a new one, which is shown this once."""
    plan = queries.find_plan(request.standing)
    entered = request.POST if request.method == "POST" else None
    form = SubscribeForm(_offices(request, plan), entered, initial={"language": reader_language()})
    if form.is_valid():
        side = None if is_neutral(request.standing) else request.standing.side
        _, token = domain.issue_subscription(plan, side=side, **form.cleaned_data)
        return _page(request, plan, SubscribeForm(_offices(request, plan)), token)
    return _page(request, plan, form)


def _page(
    request: StandingRequest, plan: Plan, form: SubscribeForm, token: str = ""
) -> HttpResponse:
    frame = frame_from(plan.frame)
    found = plan.subscriptions.select_related("side").order_by("number")
    path = reverse("roadmap_ics", args=[token]) if token else ""
    facts = base_facts(request, plan, "subscribe") | {
        "form": form,
        "address": request.build_absolute_uri(path) if token else "",
        "rows": [
            (
                one,
                stream_name(one.stream) if one.stream else "",
                office_names(frame, [one.office])[0] if one.office else "",
            )
            for one in found
            if rules.keeps_subscription(request.standing, one)
        ],
    }
    return render(request, "roadmaps/subscribe.html", facts)


def _offices(request: StandingRequest, plan: Plan) -> list[tuple[str, str]]:
    language, standing = reader_language(), request.standing
    code = None if is_neutral(standing) or standing.side is None else standing.side.code
    offices = frame_from(plan.frame).offices
    return [(one.office, one.name(language)) for one in offices if code in (None, one.party)]


@require_POST
@door(rules.may_subscribe)
def subscription_renew(request: StandingRequest, subscription_id: uuid.UUID) -> HttpResponse:
    """Another address in the place of the one that was known."""
    one = _find(request, subscription_id)
    token = domain.renew_subscription(one)
    return _page(request, one.plan, SubscribeForm(_offices(request, one.plan)), token)


@require_POST
@door(rules.may_subscribe)
def subscription_revoke(request: StandingRequest, subscription_id: uuid.UUID) -> HttpResponse:
    """Take an address back: whoever holds it fetches no more."""
    one = _find(request, subscription_id)
    domain.revoke_subscription(one)
    messages.success(request, gettext("The address opens nothing any more."))
    return redirect("roadmap_subscribe", one.plan.dialogue_id)


def _find(request: StandingRequest, subscription_id: uuid.UUID) -> Subscription:
    plan = queries.find_plan(request.standing)
    found = plan.subscriptions.select_related("side").filter(pk=subscription_id).first()
    if found is None or not rules.keeps_subscription(request.standing, found):
        raise Http404
    found.plan = plan
    return found


@require_http_methods(READ)
def roadmap_ics(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of a token; to every other one the address does not exist.

    A program that asks with the mark it was given is told in two queries that nothing has changed. The
    whole calendar is made a few times a quarter of an hour for each address, and no more.
    """
    one = domain.find_subscription(token)
    if one is None:
        raise Http404
    mark = mark_of(one)
    headers = {"Cache-Control": "private, no-cache", "ETag": mark}
    if get_conditional_response(request, etag=mark) is not None:
        return HttpResponseNotModified(headers=headers)
    if FETCHES.is_used_up(one.id):
        return HttpResponse(status=TOO_MANY, headers={"Retry-After": str(WITHIN)})
    FETCHES.count(one.id)
    text = calendar_file(one, now=timezone.now().replace(microsecond=0))
    headers |= {"Content-Disposition": 'inline; filename="roadmap.ics"'}
    return HttpResponse(text, "text/calendar; charset=utf-8", headers=headers)


urls: list[URLPattern] = [
    path("roadmap/subscribe/", roadmap_subscribe, name="roadmap_subscribe"),
    path(
        "roadmap/subscribe/<uuid:subscription_id>/renew",
        subscription_renew,
        name="roadmap_subscription_renew",
    ),
    path(
        "roadmap/subscribe/<uuid:subscription_id>/revoke",
        subscription_revoke,
        name="roadmap_subscription_revoke",
    ),
]
served: list[URLPattern] = [path("calendar/<str:token>.ics", roadmap_ics, name="roadmap_ics")]
