"""Making a convenor from the command line: the only way an account comes to be."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from tracktwo_web.accounts.domain import convenors
from tracktwo_web.accounts.domain.sign_in import sign_in_path
from tracktwo_web.operations.errors import CannotRun


def link_for(email: str, *, address: str = "", starts_over: bool = False) -> str:
    """A fresh sign-in link for the convenor of an address, made if need be."""
    try:
        validate_email(email)
    except ValidationError as error:
        raise CannotRun(f"{email} is no e-mail address") from error
    user = convenors.make_convenor(email)
    if starts_over:
        convenors.start_over(user)
    return f"{address.rstrip('/') or usual_address()}{sign_in_path(user, now=timezone.now())}"


def usual_address() -> str:
    """Where the server is, as far as its settings tell."""
    host = str(settings.ALLOWED_HOSTS[0])
    return f"https://{host}" if settings.ENVIRONMENT.has_tls else f"http://{host}:8000"
