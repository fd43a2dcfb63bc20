"""The card of one's own office, and taking the other's: compared first by two people, then taken."""

import uuid
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.domain.open import card_of, connect
from tracktwo_web.channel.forms.opening import CardForm
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.views.page import READ, base_facts, try_change
from tracktwo_web.dialogues.doors import StandingRequest, door


@require_http_methods(READ)
@door(rules.may_connect)
def line_card(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """The card as a file to hand over: no secret is on it."""
    line = queries.find_line(request.standing, line_id)
    headers = {"Content-Disposition": f'attachment; filename="{line.office}-card.json"'}
    return HttpResponse(card_of(line).as_text(), "application/json", headers=headers)


@require_http_methods([*READ, "POST"])
@door(rules.may_connect)
def line_connect(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """Show the fingerprint of a card first; take it once somebody says that it was compared."""
    line = queries.find_line(request.standing, line_id)
    form = CardForm(request.POST if request.method == "POST" else None, initial=_known(line))
    card = form.cleaned_data["card"] if form.is_valid() else None
    is_compared = request.POST.get("compared") == "yes"
    if card and request.POST.get("go") == "take" and is_compared:
        change = partial(connect, line, card, form.cleaned_data["ways"])
        if try_change(request, change, done=gettext("The card is taken. The line is connected.")):
            return redirect("line_state", request.standing.dialogue.id, line.pk)
    facts = base_facts(request, line, "state") | {
        "form": form,
        "card": card,
        "own": card_of(line),
        "asks_again": card is not None and request.POST.get("go") == "take",
    }
    return render(request, "channel/connect.html", facts)


def _known(line: Line) -> dict[str, str]:
    return {"ways": "\n".join(line.routes.order_by("order").values_list("address", flat=True))}


urls: list[URLPattern] = [
    path("line/<uuid:line_id>/card", line_card, name="line_card"),
    path("line/<uuid:line_id>/connect", line_connect, name="line_connect"),
]
