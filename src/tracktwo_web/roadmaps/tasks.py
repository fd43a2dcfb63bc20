"""Long work, done by a worker."""

from django_tasks import task


@task()
def find_calendar(plan_id: str) -> None:
    """Look for the calendar that fits everybody."""
    from tracktwo_web.roadmaps.domain.search import search

    search(plan_id)


@task()
def draw_timeline(plan_id: str) -> None:
    """Draw the timeline as the roadmap stands now."""
    from tracktwo_web.roadmaps.domain.draw import draw

    draw(plan_id)
