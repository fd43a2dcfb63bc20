"""What every request must show, and every answer of ours carries."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]


def known_hosts_only(get_response: Handler) -> Handler:
    """Refuse requests for a name that is not ours, before any view has looked at them."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.get_host()
        return get_response(request)

    return answer


def keep_private(get_response: Handler) -> Handler:
    """Nothing is kept by proxies or shown by search engines; the back button asks again."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response

    return answer
