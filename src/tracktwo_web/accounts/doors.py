"""The way into the convenor's pages."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

P = ParamSpec("P")


def lacks_second_factor(user: object) -> bool:
    """Whether this convenor must first set up a passkey or an authenticator app."""
    return not settings.DEMO and not is_mfa_enabled(user)


def convenors_only(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Ask to sign in, then for a second factor to be set up."""

    @wraps(view)
    def enter(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if lacks_second_factor(request.user):
            return redirect("mfa_index")
        return view(request, *args, **kwargs)

    return enter
