"""What an option bears on: risks of the register, concepts of the joint map, spirals through these."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q

from tracktwo.influence.sentences import spiral_sentence
from tracktwo.locale import translator
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.influence.models import Concept, Map
from tracktwo_web.influence.studies import study_of
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.risks.models import Risk

MOST_SPIRALS = 3


@dataclass(frozen=True)
class Touched:
    """A risk, or a concept of the joint map, on which an option bears."""

    text: str
    risk: Risk | None = None


def touched_by(dialogue: Dialogue, codes: Iterable[str]) -> list[Touched]:
    """Risks and concepts by code, in the order of the codes; what is not known any more is left out."""
    wanted = list(codes)
    risks = {one.code: one for one in dialogue.risks.filter(code__in=wanted)}
    concepts = {one.code: one for one in joint_concepts(dialogue) if one.code in wanted}
    found = []
    for code in wanted:
        if code in risks:
            found.append(Touched(str(risks[code]), risks[code]))
        elif code in concepts:
            found.append(Touched(str(concepts[code])))
    return found


def joint_concepts(dialogue: Dialogue) -> Iterable[Concept]:
    """What stands on the joint map."""
    return Concept.objects.filter(map__dialogue=dialogue, map__side=None).order_by("code")


def spirals_through(dialogue: Dialogue, codes: Collection[str]) -> list[str]:
    """Spirals of the maps that everybody sees which pass through a concept of these, as sentences."""
    seen = Map.objects.filter(Q(side=None) | Q(is_released=True), dialogue=dialogue)
    found = study_of(seen.order_by("id")) if codes else None
    if found is None:
        return []
    words = translator(reader_language())
    spirals = dict.fromkeys((*found.across.spirals, *found.reinforcing.spirals))
    through = [one for one in spirals if set(one.concepts) & set(codes)]
    return [spiral_sentence(one, found.drawn, words) for one in through[:MOST_SPIRALS]]
