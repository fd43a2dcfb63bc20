"""Long work, done by a worker."""

from django_tasks import task


@task()
def find_calendar(plan_id: str) -> None:
    """Look for the calendar that fits everybody."""
    from tracktwo_web.roadmaps.domain.search import search

    search(plan_id)
