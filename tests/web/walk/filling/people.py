"""Convenors, by how far each has come."""

from django.utils import timezone

from tests.web.walk.filling.tables import the_convenor

NEWCOMERS = ("invited", "twice", "halfway", "new")
"""Convenors who have not come yet, who are asked for the second factor, who have none."""


def convenors() -> dict[str, object]:
    """Sign-in links of convenors, by how far each has come. One has codes on paper."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    from tracktwo_web.accounts.domain.convenors import make_convenor
    from tracktwo_web.accounts.domain.sign_in import sign_in_path

    people = {"convenor": the_convenor()}
    people |= {name: make_convenor(f"{name}@" + "localhost") for name in NEWCOMERS}
    for name in ("convenor", "halfway"):
        TOTP.activate(people[name], generate_totp_secret())
    people["new"].set_password("correct horse battery")
    people["new"].save()
    return {
        "links": {name: sign_in_path(one, now=timezone.now()) for name, one in people.items()},
        "recovery_codes": RecoveryCodes.activate(people["convenor"]).get_unused_codes(),
    }
