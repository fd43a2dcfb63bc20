"""What every page's frame shows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Whether this is the demo, and who sits here in which dialogue."""
    return {"is_demo": settings.DEMO, "standing": getattr(request, "standing", None)}
