"""The API as one object: its routes, its door, and how refusals are worded."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from tracktwo import __version__
from tracktwo_web.api.doors import Bearer
from tracktwo_web.api.errors import Refusal
from tracktwo_web.api.routes import answers, dialogue, results, rounds, statements

api = NinjaAPI(
    title="Tracktwo",
    version=__version__,
    description="Dialogues between parties who do not trust each other. Tokens belong to a seat"
    " or to a service; see docs/api.md.",
    auth=Bearer(),
    docs_url=None,  # its page loads scripts that our policy forbids
    urls_namespace="api-1",
)
for topic in (dialogue, statements, rounds, answers, results):
    api.add_router("", topic.router)


@api.exception_handler(Refusal)
def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return api.create_response(request, {"detail": refusal.detail}, status=refusal.status)


@api.exception_handler(AuthenticationError)
def ask_for_token(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
    detail = "send a seat's or a service's token: Authorization: Bearer …"
    return api.create_response(request, {"detail": detail}, status=401)


@api.exception_handler(ValidationError)
def point_out(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Which field is wrong and why; never what it held."""
    return api.create_response(request, {"detail": _worded(error.errors)}, status=422)


def _worded(errors: list[dict[str, Any]]) -> str:
    told = (f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in errors)
    return "; ".join(told)
