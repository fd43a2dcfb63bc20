"""Translations of a wording, and how far each may be relied on.

Anybody who may write it makes a draft; an interpreter or the secretariat, who read both languages,
say that it was reviewed; it is authentic when the head or the interpreter of every side has said
that it is as good as the original.
"""

from django.db import transaction

from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.perceptions.domain.statements import locked, was_asked
from tracktwo_web.perceptions.models import Translation, TranslationState, Version
from tracktwo_web.perceptions.rules import CHANGEABLE
from tracktwo_web.rounds.states import NotNow


@transaction.atomic
def translate(version: Version, language: str, text: str, *, by_machine: bool = False) -> None:
    """Add a translation, or correct one of a wording that was never put to the vote."""
    locked(version.statement, *CHANGEABLE)
    found = version.translations.filter(language=language).first()
    if language == version.original or (found and was_asked(version)):
        raise NotNow
    state = TranslationState.MACHINE if by_machine else TranslationState.DRAFT
    version.translations.update_or_create(
        language=language, defaults={"text": text, "state": state, "approved_by": []}
    )


@transaction.atomic
def review(translation: Translation) -> None:
    """Say that a translation was read against the original and says the same."""
    translation = _locked(translation, TranslationState.MACHINE, TranslationState.DRAFT)
    translation.state = TranslationState.REVIEWED
    translation.save(update_fields=["state"])


@transaction.atomic
def approve(translation: Translation, side: Side) -> Translation:
    """Say for a side that a translation is as good as the original; authentic once all sides do."""
    translation = _locked(translation, TranslationState.REVIEWED)
    translation.approved_by = sorted({*translation.approved_by, side.code})
    sides = set(side.dialogue.sides.values_list("code", flat=True))
    if sides <= set(translation.approved_by):
        translation.state = TranslationState.AUTHENTIC
    translation.save(update_fields=["approved_by", "state"])
    return translation


def may_be_recorded(standing: Standing) -> bool:
    """Whether an approval may be written down now: a side has one head, and that is a seat's name."""
    return not is_blind(standing)


def _locked(translation: Translation, *states: str) -> Translation:
    locked(translation.version.statement, *CHANGEABLE)
    found = Translation.objects.get(pk=translation.pk)
    if found.language == found.version.original or found.state not in states:
        raise NotNow
    return found
