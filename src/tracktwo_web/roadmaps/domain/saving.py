"""What every change of a roadmap shares: it is alone with it, leaves it whole, and is told."""

from django.utils.translation import gettext

from tracktwo.errors import InputError, OptionError
from tracktwo.roadmap import Roadmap
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.kit.languages import said_to_reader
from tracktwo_web.roadmaps.as_library import roadmap_of
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.tasks import draw_timeline
from tracktwo_web.roadmaps.working import board_of


def locked(plan: Plan) -> Plan:
    """The roadmap as it stands now, and nobody else's until the transaction ends."""
    found = Plan.objects.select_for_update(of=("self",)).select_related("dialogue")
    return found.get(pk=plan.pk)


def still_whole(plan: Plan) -> Roadmap:
    """The roadmap after a change. `CannotBe` where it cannot be meant: the transaction takes all back."""
    try:
        roadmap = roadmap_of(plan)
        board_of(roadmap)
    except InputError as error:
        raise CannotBe(said_to_reader(str(error))) from error
    except OptionError as error:
        raise CannotBe(
            gettext(
                "The holidays of a country are not known here: write its code of two capital letters, such as BE or CN."
            )
        ) from error
    return roadmap


def tell(plan: Plan, *, draws: bool = False) -> None:
    """Count a change that the table sees, and tell those who look at the roadmap.

    With `draws` the timeline shows it, and is drawn anew.
    """
    plan.edition += 1
    if draws:
        plan.pictured = plan.edition
        draw_timeline.enqueue(str(plan.id))
    plan.save(update_fields=["edition", "pictured"])
    publish(plan.dialogue_id, "roadmap")


def tell_dialogue(dialogue: Dialogue) -> None:
    """Say that a dialogue has a roadmap."""
    publish(dialogue.id, "roadmap")
