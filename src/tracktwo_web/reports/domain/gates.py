"""Whether a draft may be signed and released, asked with what the tables and the record know now."""

from typing import TYPE_CHECKING

from tracktwo.dialogue import Party
from tracktwo_web.reports.domain.authors import authors_of, unheard
from tracktwo_web.reports.domain.facts import conditions_in
from tracktwo_web.reports.domain.material import named_in
from tracktwo_web.reports.domain.signatures import signatures_on
from tracktwo_web.reports.models import Draft, Review

if TYPE_CHECKING:
    from tracktwo.reports.gate import Gate
    from tracktwo.reports.joint import Material

CHANGED = "changed"
"""Missing where authors have said otherwise since the draft was composed."""


def gate_of(draft: Draft) -> "Gate":
    """Every condition; consent, reviews and signatures as they stand now."""
    from tracktwo.reports.gate import Condition, Gate, Kind

    return Gate(
        (
            *conditions_in(draft.facts),
            Condition(Kind.CONSENT, consent_missing(draft)),
            Condition(Kind.LANGUAGES, tuple(unread(draft))),
            Condition(Kind.SIGNATURES, signatures_on(draft).missing),
        )
    )


def is_ready_to_sign(found: "Gate") -> bool:
    """Whether nothing but signatures is open."""
    from tracktwo.reports.gate import Kind

    return all(one.is_met or one.kind is Kind.SIGNATURES for one in found.conditions)


def consent_missing(draft: Draft) -> tuple[str, ...]:
    """Seats that have not answered; or that what they answered is not in the draft."""
    waiting = unheard(draft.dialogue)
    if waiting:
        return tuple(str(one.pk) for one in waiting)
    return (CHANGED,) if draft.named != named_in(draft.dialogue) else ()


def unread(draft: Draft) -> list[str]:
    """The languages that nobody has reviewed as they stand in this draft."""
    read = {one.language for one in reviews_of(draft)}
    return [one for one in draft.facts["languages"] if one not in read]


def reviews_of(draft: Draft) -> list[Review]:
    """The reviews of exactly these words."""
    hashes = draft.facts["hashes"]
    found = Review.objects.filter(dialogue=draft.dialogue_id).select_related("side")
    return [one for one in found if hashes.get(one.language) == one.hash]


def told_by(draft: Draft) -> "Material":
    """As much of the material as sentences about conditions ask for."""
    from tracktwo.reports.joint import Material

    sides = draft.dialogue.sides.order_by("position")
    return Material(
        {},
        parties=tuple(Party(one.code, one.names) for one in sides),
        languages=tuple(draft.facts["languages"]),
        k=draft.facts["k"],
        authors=tuple(authors_of(draft.dialogue)),
    )
