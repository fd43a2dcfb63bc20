"""Drawing the timeline in a worker, so that a page has only a row to read."""

from django.db import transaction

from tracktwo.locale import LANGUAGES, translator
from tracktwo.roadmap import Calendar
from tracktwo_web.events.publish import publish
from tracktwo_web.roadmaps.calendar import calendar_of
from tracktwo_web.roadmaps.models import Picture, Plan

WIDTH = 760
DESCRIBED = "timeline-title timeline-alt"
"""Ids of the texts on the page that describe the picture."""


def draw(plan_id: str) -> None:
    """Draw in each language, and tell the pages that wait for it. What is drawn already is left alone."""
    plan = Plan.objects.select_related("dialogue").filter(pk=plan_id).first()
    if plan is None or plan.pictures.filter(edition__gte=plan.pictured).exists():
        return
    calendar = calendar_of(plan)
    drawn = [_picture(plan, calendar, one) for one in LANGUAGES] if calendar.slots else []
    with transaction.atomic():
        # Where a meeting has moved meanwhile, the next task draws that.
        if Plan.objects.select_for_update().get(pk=plan.pk).pictured == plan.pictured:
            plan.pictures.all().delete()
            Picture.objects.bulk_create(drawn)
            publish(plan.dialogue_id, "roadmap")


def _picture(plan: Plan, calendar: Calendar, language: str) -> Picture:
    from tracktwo.figures.roadmap.plan import roadmap_picture
    from tracktwo.reports.drawing import drawn

    figure = roadmap_picture(calendar, translator(language), width=WIDTH)
    assert figure is not None  # there are slots
    body = drawn(figure.chart, labelled_by=DESCRIBED, css_class="wide")
    return Picture(
        plan=plan,
        language=language,
        edition=plan.edition,
        title=figure.title,
        alt=figure.alt,
        body=body,
    )
