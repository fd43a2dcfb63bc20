"""Entering by a sign-in link, and asking for a new password."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.account.views import password_reset as reset_by_mail
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tracktwo_web.accounts.domain.sign_in import invited_by, use_link

NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Show the link's door; go in by its button, so that a preview of the link does not use it up."""
    now = timezone.now()
    user = use_link(token, now=now) if request.method == "POST" else invited_by(token, now=now)
    if user is None:
        return render(request, "accounts/link_used_up.html", status=410)
    if request.method == "POST":
        record_authentication(request, user, method="sign_in_link")
        login = Login(user=user, redirect_url=reverse("convene"))
        response: HttpResponse = perform_login(request, login)
        return response
    return render(request, "accounts/enter.html", {"email": user.email})


@require_http_methods(["GET", "HEAD", "POST"])
def password_reset(request: HttpRequest) -> HttpResponse:
    """Send a link by mail; where no mail is sent, say whom to ask."""
    if settings.EMAIL_BACKEND == NO_MAIL:
        return render(request, "accounts/no_mail.html")
    response: HttpResponse = reset_by_mail(request)
    return response
