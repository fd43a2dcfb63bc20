"""The token that shows a form came from a page of ours, for pages that are filled in by hand."""

from django.http import HttpRequest
from django.middleware.csrf import get_token


def token_of(request: HttpRequest) -> str:
    """Django's CSRF token, masked once a request; a cookie that is there already is not sent again.

    Django renews the cookie's year with each page that holds a form.
    """
    found: str | None = getattr(request, "_token", None)
    if found is None:
        has_cookie = "CSRF_COOKIE" in request.META
        found = get_token(request)
        if has_cookie:
            request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False
        request._token = found  # type: ignore[attr-defined]  # noqa: SLF001 -- ours
    return found
