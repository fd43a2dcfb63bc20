"""The convenor's dialogues, and convening a new one."""

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tracktwo_web.accounts.doors import convenors_only
from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.domain.convene import convene as convene_dialogue
from tracktwo_web.dialogues.forms.new import NewDialogue
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.queries import dialogues_of

if TYPE_CHECKING:
    from tracktwo_web.accounts.models import User


@require_safe
@convenors_only
def convene(request: HttpRequest) -> HttpResponse:
    """The dialogues this account has convened."""
    found = dialogues_of(cast("User", request.user))
    cards = [{"dialogue": one, "stage": stages.stage(one.stage)} for one in found]
    return render(request, "dialogues/convene.html", {"cards": cards})


@require_http_methods(["GET", "HEAD", "POST"])
@convenors_only
def convene_new(request: HttpRequest) -> HttpResponse:
    """The form of a new dialogue. A button that adds a row only makes the page longer."""
    if request.method != "POST":
        return _page(request, NewDialogue.empty())
    new = NewDialogue.typed_in(request.POST)
    row = request.POST.get("add")
    if row:
        return _page(request, new.with_another(row))
    if not new.is_valid():
        return _page(request, new)
    made = convene_dialogue(new.plan(), cast("User", request.user))
    messages.info(request, _what_next(made))
    return redirect("office", dialogue_id=made.id)


def _what_next(made: Dialogue) -> str:
    if made.is_open:
        return _("The dialogue is convened. Anybody may take part by the address on this page.")
    return _("The dialogue is convened. Next, add seats and invite people.")


def _page(request: HttpRequest, new: NewDialogue) -> HttpResponse:
    return render(request, "dialogues/convene_new.html", {"new": new})
