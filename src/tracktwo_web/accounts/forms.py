"""allauth's forms in our words: labels instead of placeholders."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.translation import gettext_lazy as _

LABELS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Present password"),
    "password1": _("New password"),
    "password2": _("New password, once more"),
    "code": _("Code"),
    "name": _("Name of this passkey"),
}


class Labelled:
    """Labels of ours; no placeholders, which repeat a label and vanish as soon as one types."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- those of any form
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)


class SignIn(Labelled, account.LoginForm):  # type: ignore[misc]
    """E-mail address and password; what to do without one, the page says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class ChangePassword(Labelled, account.ChangePasswordForm):  # type: ignore[misc]
    """The present password, and a new one twice."""


class SetPassword(Labelled, account.SetPasswordForm):  # type: ignore[misc]
    """A first password, twice."""


class ResetPassword(Labelled, account.ResetPasswordForm):  # type: ignore[misc]
    """The address a link is sent to."""


class NewPassword(Labelled, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, twice."""


class ConfirmPassword(Labelled, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something weighty."""


class EnterCode(Labelled, mfa.AuthenticateForm):  # type: ignore[misc]
    """A code from the app, or a recovery code."""


class ConfirmCode(Labelled, mfa.ReauthenticateForm):  # type: ignore[misc]
    """A code once more, before something weighty."""


class SetUpApp(Labelled, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code, to show that the app is set up."""


class AddPasskey(Labelled, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A passkey and its name; the browser does the rest."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        alone = self.fields["passwordless"]
        alone.label = _("It signs me in by itself, without my password")
        alone.help_text = _("The device will ask for a fingerprint, a face or a PIN.")
        alone.initial = True


class RenamePasskey(Labelled, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""
