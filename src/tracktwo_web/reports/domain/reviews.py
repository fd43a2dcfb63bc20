"""Reviewing a language of the report: somebody who speaks it has read it, word for word."""

from django.db import transaction
from django.utils.translation import gettext

from tracktwo_web.dialogues.models import Side
from tracktwo_web.events.publish import publish
from tracktwo_web.reports.domain.answers import CannotBe
from tracktwo_web.reports.models import Draft, Review


@transaction.atomic
def review(draft: Draft, language: str, seen: str, side: Side | None) -> None:
    """Confirm a language in the name of a side, or of the secretariat.

    `seen` is the hash of the words that were read: `CannotBe` where they are others by now.
    """
    if draft.facts["hashes"].get(language) != seen:
        raise CannotBe(
            gettext("Nothing was confirmed: the report has been composed anew. Read it again.")
        )
    Review.objects.get_or_create(dialogue=draft.dialogue, language=language, hash=seen, side=side)
    publish(draft.dialogue_id, "report")
