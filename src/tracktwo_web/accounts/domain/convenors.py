"""Making convenors, and letting one start over who has lost every way in."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from tracktwo_web.accounts.models import User


@transaction.atomic
def make_convenor(email: str) -> User:
    """The convenor of that address, made if need be: without password, to enter by a sign-in link."""
    address = User.objects.normalize_email(email).lower()
    found = User.objects.filter(email=address).first()
    return found or User.objects.create_user(address)


@transaction.atomic
def start_over(user: User) -> None:
    """Forget a convenor's password and second factors, and end their sessions everywhere."""
    Authenticator.objects.filter(user=user).delete()
    user.set_unusable_password()
    user.save(update_fields=["password"])
