"""Sitting down with an invitation link.

The link's secret is in the address. So the page is never named in a `Referer` (see `_quiet`), the
answer to the form leads to the dialogue's own address, and nothing here writes or logs.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import check_for_language, override
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues import attempts
from tracktwo_web.dialogues.cookie import Sitting, arrive
from tracktwo_web.dialogues.domain.keys import (
    NotWhileOpen,
    WrongPassphrase,
    find_key,
    protect_with_passphrase,
    take_seat,
)
from tracktwo_web.dialogues.forms.seats import SitForm
from tracktwo_web.dialogues.models import Key
from tracktwo_web.dialogues.rules import may_choose_passphrase
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.languages import NAMES


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def seat(request: HttpRequest, secret: str) -> HttpResponse:
    """Say what the link opens; on POST, open it."""
    key = find_key(secret)
    if key is None:
        return _quiet(render(request, "dialogues/no_such_seat.html", status=404))
    if request.method != "POST":
        return _page(request, key)
    if "language" in request.POST:
        return _in_language(request, key, request.POST["language"])
    form = SitForm(request.POST, asks_passphrase=key.has_passphrase)
    sitting = _sitting(form, key, secret)
    if sitting is None:
        return _page(request, key, form)
    dialogue_id = key.seat.dialogue_id
    response = redirect("dialogue", dialogue_id=dialogue_id)
    arrive(response, dialogue_id, sitting)
    return _quiet(response)


@sensitive_variables()
def _sitting(form: SitForm, key: Key, secret: str) -> Sitting | None:
    """The sitting that a form leads to; None, and a word in the form, where it leads to none."""
    if not form.is_valid():
        return None
    if key.has_passphrase and attempts.are_used_up(key.id):
        form.add_error("passphrase", _("Too many tries. Wait a quarter of an hour."))
        return None
    chosen = form.cleaned_data["new_passphrase"]
    try:
        if chosen:
            return protect_with_passphrase(key, secret, chosen)
        return take_seat(key, secret, passphrase=form.cleaned_data["passphrase"])
    except WrongPassphrase:
        attempts.count_wrong(key.id)
        form.add_error("passphrase", _("This is not the passphrase of this link."))
    except (NotWhileOpen, Key.DoesNotExist):
        form.add_error(None, _("The passphrase cannot be chosen now. Sit down without one."))
    return None


def _page(request: HttpRequest, key: Key, form: SitForm | None = None) -> HttpResponse:
    dialogue = key.seat.dialogue
    facts = {
        "form": form or SitForm(asks_passphrase=key.has_passphrase),
        "seat": key.seat,
        "dialogue": dialogue,
        "languages": [NAMES[language] for language in dialogue.languages],
        "asks_passphrase": key.has_passphrase,
        "offers_passphrase": may_choose_passphrase(Standing(dialogue, key=key)),
    }
    return _quiet(render(request, "dialogues/seat.html", facts))


def _in_language(request: HttpRequest, key: Key, language: str) -> HttpResponse:
    """The page in another language, without the redirect that would carry its address."""
    if not check_for_language(language):
        return _page(request, key)
    with override(language):
        response = _page(request, key)
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax")
    return response


def _quiet(response: HttpResponse) -> HttpResponse:
    """Keep the address, which holds the secret, out of every `Referer`.

    Not `no-referrer`: browsers then send `Origin: null` with the form, which the check against
    forged forms must refuse. `strict-origin` sends the host and never the path.
    """
    response.headers["Referrer-Policy"] = "strict-origin"
    return response
