"""Long work, done by a worker."""

from django_tasks import task


@task()
def analyse_result(result_id: str) -> None:
    """Freeze a released round if need be, and find what its answers show; then draw it by theme."""
    from tracktwo_web.insights.domain.compute import compute, draw_themes

    if compute(result_id).is_done:
        draw_themes(result_id)
