"""Laying a package on the table of a joint text: every option as a passage to be added, in one step."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import override

from tracktwo_web.convergence.models import Tabled, ValueRound
from tracktwo_web.convergence.told import Told, rationale_of
from tracktwo_web.dialogues.models import Side
from tracktwo_web.kit.languages import django_language
from tracktwo_web.rounds.states import NotNow
from tracktwo_web.texts.domain.proposals import table_addition
from tracktwo_web.texts.domain.saving import locked
from tracktwo_web.texts.models import CAME_TO_NOTHING, JointText, Proposal
from tracktwo_web.texts.queries import text_now


@transaction.atomic
def table_package(
    one: ValueRound, package: Told, text: JointText, side: Side | None, *, after: str | None
) -> list[Proposal]:
    """Propose each option of a package behind a unit, all or none. Raises `CannotBe`, `NotNow`.

    What was proposed before is proposed again where nothing is left of it: all was withdrawn, not taken
    up, or lost its place.

    Taken up in the order of their numbers, each behind the same unit, they stand in the order of the
    package: one that is taken up later is carried behind those before.
    """
    text = locked(text)
    tabled, is_new = Tabled.objects.get_or_create(round=one, package=package.key, text=text)
    if not (is_new or nothing_is_left_of(tabled)):
        raise NotNow("it was laid on the table of this text before")
    languages = text_now(text).languages
    why = _rationale(one, package, languages)
    laid = [
        table_addition(text, side, _in(languages, piece.texts), after=after, rationale=why)
        for piece in package.pieces
    ]
    tabled.proposals = [each.code for each in laid]
    tabled.save(update_fields=["proposals"])
    return laid


def nothing_is_left_of(tabled: Tabled) -> bool:
    """Whether none of its proposals is on the table or in the text any more."""
    laid = Proposal.objects.filter(text=tabled.text, code__in=tabled.proposals)
    states = set(laid.values_list("state", flat=True))
    return bool(states) and states <= set(CAME_TO_NOTHING)


def _in(languages: Sequence[str], texts: Mapping[str, str]) -> dict[str, str]:
    """An option's words in the languages of the text."""
    return {language: texts[language] for language in languages if texts.get(language)}


def _rationale(one: ValueRound, package: Told, languages: Sequence[str]) -> dict[str, str]:
    told = {}
    for language in languages:
        with override(django_language(language)):
            told[language] = rationale_of(package.key, one)
    return told
