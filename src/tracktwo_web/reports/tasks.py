"""Long work, done by a worker."""

from django_tasks import task


@task()
def compose_draft(draft_id: str) -> None:
    """Compose the report, then make its files."""
    from tracktwo_web.reports.domain.compose import compose
    from tracktwo_web.reports.domain.draft_files import print_draft

    composed = compose(draft_id)
    print_draft(draft_id, composed)


@task()
def print_issue(issue_id: str) -> None:
    """Make the files of an issue."""
    from tracktwo_web.reports.domain.issue_files import print_files

    print_files(issue_id)


@task()
def make_open_data(data_id: str) -> None:
    """Make what a released round gives everybody."""
    from tracktwo_web.reports.domain.open_data import make

    make(data_id)
