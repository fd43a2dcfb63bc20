"""Sign-in links: how a convenor enters for the first time, or after losing a password.

A link is bound to the password and to the last sign-in, so that it dies when it is used or when the
convenor enters by another way. It stands for a password, never for the second factor. In the demo,
where nothing is secret, a link opens again and again.
"""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from tracktwo_web.accounts.models import User
from tracktwo_web.kit.sealed import seal, unseal

PURPOSE = "sign-in link"
LASTS = timedelta(days=1)
LASTS_IN_DEMO = timedelta(days=365)


def sign_in_path(user: User, *, now: datetime) -> str:
    """The path of a fresh link; the caller puts the server's address before it."""
    until = now + (LASTS_IN_DEMO if settings.DEMO else LASTS)
    held = {"user": user.pk.hex, "bound": _bound_to(user), "until": int(until.timestamp())}
    return reverse("account_enter", args=[seal(held, purpose=PURPOSE)])


def invited_by(token: str, *, now: datetime) -> User | None:
    """Whom a link would let in; None for one that is used up, too old or not ours."""
    held = unseal(token, purpose=PURPOSE)
    if held is None or held["until"] < now.timestamp():
        return None
    user = User.objects.filter(pk=uuid.UUID(held["user"]), is_active=True).first()
    return user if user and constant_time_compare(held["bound"], _bound_to(user)) else None


def use_link(token: str, *, now: datetime) -> User | None:
    """Use a link up; of two who hold the same one, the first gets in."""
    user = invited_by(token, now=now)
    if user is None or settings.DEMO:
        return user
    same = User.objects.filter(pk=user.pk, last_login=user.last_login)
    return user if same.update(last_login=now) else None


def _bound_to(user: User) -> str:
    entered = "" if settings.DEMO or user.last_login is None else user.last_login.isoformat()
    return salted_hmac(PURPOSE, f"{user.password} {entered}", algorithm="sha256").hexdigest()
