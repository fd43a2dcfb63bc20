"""Links of two maps side by side, as a page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tracktwo.influence import Contrast, InfluenceMap
from tracktwo_web.influence.rows import weight_in_words
from tracktwo_web.influence.telling import name_of
from tracktwo_web.kit.forms import Words

ORDER: Sequence[tuple[str, Words]] = (
    ("opposite", _("opposite signs")),
    ("denied", _("one side says there is none")),
    ("only_one", _("one side alone")),
    ("only_other", _("one side alone")),
    ("both", _("both sides")),
)
"""What sets links apart, what matters most first."""


@dataclass(frozen=True)
class ComparedRow:
    """A link with its weight on either map; empty where a map has no such link."""

    source: str
    target: str
    one: str
    other: str
    kind: Words


def compared_rows(contrast: Contrast, drawn: InfluenceMap) -> list[ComparedRow]:
    """All links of either map: opposite ones first, shared ones last, strong ones before weak ones."""
    rank = {kind: place for place, (kind, _word) in enumerate(ORDER)}
    word = dict(ORDER)
    found = sorted(
        contrast.comparison.links,
        key=lambda link: (min(rank[link.kind], 3), -max(abs(link.one or 0), abs(link.other or 0))),
    )
    return [
        ComparedRow(
            name_of(drawn, link.source),
            name_of(drawn, link.target),
            "" if link.one is None else weight_in_words(link.one),
            "" if link.other is None else weight_in_words(link.other),
            word[link.kind],
        )
        for link in found
    ]
