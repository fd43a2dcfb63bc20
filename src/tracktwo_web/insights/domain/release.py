"""What happens to a round's answers when it is released: they are to be frozen and analysed."""

from django.db import transaction

from tracktwo import __version__
from tracktwo_web.insights.models import Progress, Result, Snapshot
from tracktwo_web.insights.tasks import analyse_result
from tracktwo_web.perceptions.models import Round


def on_release(one: Round) -> None:
    """A hook of `perceptions.domain.rounds`: released and ordered together, or neither."""
    order_analysis(one)


@transaction.atomic
def order_analysis(one: Round) -> Result:
    """Order the analysis of a released round, by this version of the library, once."""
    snapshot, _ = Snapshot.objects.get_or_create(round=one)
    result, is_new = Result.objects.get_or_create(snapshot=snapshot, version=__version__)
    if is_new:
        analyse_result.enqueue(str(result.pk))
    return result


@transaction.atomic
def order_again(result: Result) -> Result:
    """Order an analysis anew that has failed or got stuck. One that is done stays as it is."""
    waiting = Result.objects.filter(pk=result.pk).exclude(state=Progress.DONE)
    if waiting.update(state=Progress.WAITING, step="", share=0, beat_at=None):
        analyse_result.enqueue(str(result.pk))
    result.refresh_from_db()
    return result
