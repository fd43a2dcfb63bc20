"""Who asks from this very machine."""

from ipaddress import ip_address

from django.http import HttpRequest

FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-Ip")


def is_from_this_machine(request: HttpRequest) -> bool:
    """Whether a request comes from loopback by itself, not from afar through a proxy that runs here."""
    if any(header in request.headers for header in FORWARDED):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
