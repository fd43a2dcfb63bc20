"""How second factors are kept and shown."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from tests.web.world import a_user
from tracktwo_web.accounts.mfa_adapter import MfaAdapter


@pytest.mark.django_db
def test_secret_lies_sealed_in_the_database() -> None:
    secret = generate_totp_secret()

    TOTP.activate(a_user(), secret)

    (row,) = Authenticator.objects.all()
    assert secret not in str(row.data)
    assert MfaAdapter().decrypt(row.data["secret"]) == secret


def test_secret_of_another_server_key_fits_no_code(settings) -> None:
    sealed = MfaAdapter().encrypt("ABCDEFGH")
    settings.SECRET_KEY = "another key"

    found = {MfaAdapter().decrypt(sealed) for _ in range(3)}

    assert len(found) == 3
    assert "ABCDEFGH" not in found


def test_picture_stands_in_the_page_on_white_and_without_style() -> None:
    picture = MfaAdapter().build_totp_svg("otpauth://totp/Tracktwo?secret=ABC")

    assert picture.startswith("<svg ")
    assert picture.endswith("</svg>")
    assert '<rect width="100%" height="100%" fill="#fff"/><path ' in picture
    assert "style" not in picture
