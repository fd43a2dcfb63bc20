"""Drawing, done by a worker."""

from django_tasks import task


@task()
def draw_matrix(round_id: str) -> None:
    """Draw the matrix of a released round in every language, once."""
    from tracktwo_web.risks.domain.draw import draw

    draw(round_id)
