"""What every change of a roadmap shares: it is alone with it, leaves it whole, and is told."""

from tracktwo.errors import InputError
from tracktwo.roadmap import Roadmap
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.kit.languages import said_to_reader
from tracktwo_web.roadmaps.as_library import roadmap_of
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.models import Plan


def locked(plan: Plan) -> Plan:
    """The roadmap as it stands now, and nobody else's until the transaction ends."""
    found = Plan.objects.select_for_update(of=("self",)).select_related("dialogue")
    return found.get(pk=plan.pk)


def still_whole(plan: Plan) -> Roadmap:
    """The roadmap after a change. `CannotBe` where it cannot be meant: the transaction takes all back."""
    try:
        return roadmap_of(plan)
    except InputError as error:
        raise CannotBe(said_to_reader(str(error))) from error


def tell(plan: Plan) -> None:
    """Count a change that the table sees, and tell those who look at the roadmap."""
    plan.edition += 1
    plan.save(update_fields=["edition"])
    publish(plan.dialogue_id, "roadmap")


def tell_dialogue(dialogue: Dialogue) -> None:
    """Say that a dialogue has a roadmap."""
    publish(dialogue.id, "roadmap")
