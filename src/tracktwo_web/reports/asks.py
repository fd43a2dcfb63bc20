"""What the report asks of somebody now: to say how to be named, to sign, to release."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.dialogues.tasks_now import Ask
from tracktwo_web.reports import rules
from tracktwo_web.reports.domain.compose import newest_draft
from tracktwo_web.reports.domain.gates import gate_of, is_ready_to_sign
from tracktwo_web.reports.models import Consent, Draft


def say_how_to_be_named(standing: Standing) -> Ask | None:
    """For authors who have not answered."""
    if not rules.may_consent(standing) or Consent.objects.filter(seat=standing.seat).exists():
        return None
    return Ask(
        gettext("Say how you are to be named in the joint report."),
        gettext("Choose"),
        reverse("report_consent", args=[standing.dialogue.id]),
        urgency=70,
    )


def sign(standing: Standing) -> Ask | None:
    """For a head whose side has not signed what is ready to be signed."""
    draft = _done(standing) if rules.may_sign(standing) else None
    if draft is None or standing.side is None:
        return None
    found = gate_of(draft)
    missing = found.conditions[-1].missing
    if not is_ready_to_sign(found) or standing.side.code not in missing:
        return None
    return Ask(
        gettext("The joint report is ready: sign it for your side."),
        gettext("Read what is signed"),
        reverse("report_sign", args=[standing.dialogue.id]),
        urgency=88,
    )


def release(standing: Standing) -> Ask | None:
    """For the secretariat, once nothing is in the way."""
    draft = _done(standing) if rules.may_release(standing) else None
    if draft is None or draft.dialogue.report_issues.filter(hash=draft.hash).exists():
        return None
    if not gate_of(draft).is_clear:
        return None
    return Ask(
        gettext("Every side has signed the joint report: it can be released."),
        gettext("Go to the report"),
        reverse("report", args=[standing.dialogue.id]),
        urgency=86,
    )


def _done(standing: Standing) -> Draft | None:
    draft = newest_draft(standing.dialogue)
    return draft if draft and draft.is_done else None


ALL: tuple[Callable[[Standing], Ask | None], ...] = (say_how_to_be_named, sign, release)
