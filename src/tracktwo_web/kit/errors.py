"""What is answered when something fails here: nothing in it asks the database or the context."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

RETRY_SECONDS = 10


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- Django calls it so
    """503 while the database cannot be reached or written, so that browsers and proxies try again."""
    if isinstance(sys.exception(), (OperationalError, InterfaceError)):
        page = loader.get_template("503.html").render()
        return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_SECONDS)})
    return HttpResponse(loader.get_template("500.html").render(), status=500)
