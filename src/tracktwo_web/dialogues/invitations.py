"""Invitations as they leave the platform: an address, a printed sheet, a mail. None of it is kept."""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from tracktwo_web.dialogues.domain.keys import Invitation
from tracktwo_web.dialogues.models import Seat
from tracktwo_web.kit.languages import TAGS, django_language

NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"


@dataclass(frozen=True)
class Sheet:
    """An invitation on paper, in the language of its seat."""

    seat: Seat
    url: str = field(repr=False)
    has_passphrase: bool

    @property
    def tag(self) -> str:
        return TAGS[self.seat.language]

    @property
    def html(self) -> str:
        with override(django_language(self.seat.language)):
            return render_to_string("dialogues/invitation_sheet.html", self._facts())

    def _facts(self) -> dict[str, object]:
        return {
            "seat": self.seat,
            "dialogue": self.seat.dialogue,
            "url": self.url,
            "has_passphrase": self.has_passphrase,
        }

    def mail_to(self, address: str) -> None:
        """Send the link, now and by no queue: a queue would keep it. Raises `OSError`."""
        with override(django_language(self.seat.language)):
            send_mail(
                _("An invitation"),
                render_to_string("dialogues/invitation_mail.txt", self._facts()),
                None,
                [address],
            )


def sheet_of(request: HttpRequest, invitation: Invitation) -> Sheet:
    """The sheet of a link, with the address under which this server is asked."""
    url = request.build_absolute_uri(reverse("seat", args=[invitation.secret]))
    return Sheet(invitation.seat, url, invitation.has_passphrase)


def can_mail() -> bool:
    """Whether this installation sends mail."""
    return bool(settings.EMAIL_BACKEND != NO_MAIL)
