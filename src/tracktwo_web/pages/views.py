"""Pages that belong to no dialogue, and what machines ask."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from tracktwo_web.accounts.doors import lacks_second_factor
from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.queries import dialogues_of
from tracktwo_web.kit.health import is_database_there
from tracktwo_web.kit.metrics import exposition
from tracktwo_web.pages.neighbours import is_from_this_machine

PLAIN = "text/plain; charset=utf-8"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What Tracktwo is; for a convenor, their dialogues."""
    user = request.user
    if not isinstance(user, User):
        return render(request, "pages/home.html")
    if lacks_second_factor(user):
        return render(request, "pages/home.html", {"lacks_second_factor": True})
    return render(request, "pages/home.html", {"dialogues": dialogues_of(user)})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Who sees what, what is protected, and what is not."""
    return render(request, "pages/privacy.html")


@require_safe
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 while the database answers."""
    if is_database_there():
        return HttpResponse("well\n", content_type=PLAIN)
    return HttpResponse("the database does not answer\n", status=503, content_type=PLAIN)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Numbers for Prometheus, told to this machine alone unless its owner says otherwise."""
    if not (settings.METRICS_OPEN or is_from_this_machine(request)):
        return HttpResponse("metrics are told to this machine alone\n", PLAIN, 403)
    return HttpResponse(exposition(), content_type=CONTENT_TYPE_LATEST)


@require_safe
@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Search engines are asked to stay out."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type=PLAIN)
