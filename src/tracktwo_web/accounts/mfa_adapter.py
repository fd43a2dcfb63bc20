"""How second factors are kept and shown."""

from io import BytesIO

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.utils.translation import gettext

from tracktwo_web.kit.sealed import seal, unseal

PURPOSE = "second factor"
NAME = "Tracktwo"
WHITE = '<rect width="100%" height="100%" fill="#fff"/>'


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets lie sealed in the database: a copy of it makes no codes."""

    def encrypt(self, text: str) -> str:
        return seal({"secret": text}, purpose=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        """Under another server key no code fits: the convenor starts over, nobody else gets in."""
        held = unseal(encrypted_text, purpose=PURPOSE)
        secret: str = held["secret"] if held else generate_totp_secret()
        return secret

    def build_totp_svg(self, url: str) -> str:
        """A picture that stands in the page itself: the page's policy allows no data: address."""
        import qrcode  # type: ignore[import-untyped]
        from qrcode.image.svg import SvgPathImage  # type: ignore[import-untyped]

        drawn = BytesIO()
        qrcode.make(url, image_factory=SvgPathImage, border=2, box_size=16).save(drawn)
        picture = drawn.getvalue().decode().partition("?>")[2].strip()
        # On white also at night: phones look for dark on light.
        return picture.replace("><path", f">{WHITE}<path", 1)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": NAME}

    def generate_authenticator_name(self, user: object, type: object) -> str:  # noqa: A002, ARG002
        """What a new passkey is called until its owner renames it."""
        return gettext("Passkey")
