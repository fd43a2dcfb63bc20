"""Addresses under which calendar programs fetch meetings: issued, renewed, revoked. Only a hash is kept."""

import hashlib

from django.db import transaction

from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.secrets import new_secret
from tracktwo_web.roadmaps.domain.saving import locked
from tracktwo_web.roadmaps.models import Plan, Subscription


@transaction.atomic
def issue_subscription(
    plan: Plan, *, side: Side | None, stream: str = "", office: str = "", language: str = "en"
) -> tuple[Subscription, str]:
    """A new address, and the token in it, which is shown once and kept nowhere."""
    plan = locked(plan)
    token = new_secret()
    newest = plan.subscriptions.order_by("-number").first()
    one = Subscription.objects.create(
        plan=plan,
        number=newest.number + 1 if newest else 1,
        verifier=verifier_of(token),
        side=side,
        stream=stream,
        office=office,
        language=language,
    )
    return one, token


@transaction.atomic
def renew_subscription(one: Subscription) -> str:
    """Another token in the place of the one that was known: whoever holds the old one fetches no more."""
    token = new_secret()
    one.verifier = verifier_of(token)
    one.save(update_fields=["verifier"])
    return token


@transaction.atomic
def revoke_subscription(one: Subscription) -> None:
    one.delete()


def find_subscription(token: str) -> Subscription | None:
    """The subscription that a token opens. The hash is looked for: nothing is compared letter by letter."""
    found = Subscription.objects.select_related("plan__dialogue", "side")
    return found.filter(verifier=verifier_of(token)).first()


def verifier_of(token: str) -> str:
    """256 random bits need no slow hash: nobody guesses them."""
    return hashlib.sha256(f"tracktwo calendar {token}".encode()).hexdigest()
