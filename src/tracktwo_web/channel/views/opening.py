"""Opening a line: a side its own end, or those who run the dialogue both ends on this server."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.open import open_here, open_line
from tracktwo_web.channel.forms.opening import BothEndsForm, OwnEndForm
from tracktwo_web.channel.views.page import READ, light_of, try_change
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.standing import Standing

Ends = BothEndsForm | OwnEndForm


@require_http_methods([*READ, "POST"])
@door(rules.may_open)
def line_open(request: StandingRequest) -> HttpResponse:
    """Name the offices; the office gets a key and a certificate of its own."""
    standing, entered = request.standing, request.POST if request.method == "POST" else None
    is_both = rules.opens_both(standing)
    form: Ends = BothEndsForm(standing.dialogue, entered) if is_both else OwnEndForm(entered)
    if form.is_valid():
        done = gettext("The line is open.")
        if try_change(request, partial(_open, standing, form), done=done):
            return redirect("line_home", standing.dialogue.id)
    facts = {"form": form, "is_both": is_both, "light": light_of(request)}
    return render(request, "channel/open.html", facts)


def _open(standing: Standing, form: Ends) -> None:
    """Open what is not open yet. Raises `CannotBe` where a line of a side is there already."""
    if queries.lines_seen(standing):
        raise CannotBe(gettext("A line is open already."))
    now = timezone.now()
    if isinstance(form, BothEndsForm):
        first, second = form.sides
        open_here(first, second, form.offices(), now=now)
    elif standing.side is not None:
        open_line(standing.side, form.cleaned_data["office"], form.cleaned_data["peer"], now=now)


urls: list[URLPattern] = [path("line/open", line_open, name="line_open")]
