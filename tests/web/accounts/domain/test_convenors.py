"""Making convenors, and letting one start over."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from tracktwo_web.accounts.domain.convenors import make_convenor, start_over
from tracktwo_web.accounts.models import User

pytestmark = pytest.mark.django_db
ADDRESS = "Some.One@" + "Example.org"


def test_make_convenor_makes_one_who_has_no_password() -> None:
    made = make_convenor(ADDRESS)

    assert (made.email, made.has_usable_password(), made.is_active) == (
        ADDRESS.lower(),
        False,
        True,
    )


def test_make_convenor_finds_the_one_who_is_there() -> None:
    made = make_convenor(ADDRESS)

    assert make_convenor(ADDRESS.upper()) == made
    assert User.objects.count() == 1


def test_start_over_forgets_password_and_second_factor(client_at) -> None:
    user = User.objects.create_user(ADDRESS, "correct horse battery")
    TOTP.activate(user, generate_totp_secret())
    client = client_at()
    client.force_login(user)

    start_over(user)

    user.refresh_from_db()
    assert not user.has_usable_password()
    assert Authenticator.objects.count() == 0
    assert client.get("/account/2fa/").status_code == 302  # the session has ended too
