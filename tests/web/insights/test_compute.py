"""An analysis from order to result: the command's bytes, once, and a failure that can be mended."""

import pytest

from tests.web.insights import worlds
from tracktwo_web.insights.domain import compute as module
from tracktwo_web.insights.domain.compute import compute
from tracktwo_web.insights.domain.release import order_again
from tracktwo_web.insights.models import Progress, Result, Snapshot
from tracktwo_web.insights.tasks import analyse_result

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_worker_finds_its_way_from_the_order_to_the_result(dialogue) -> None:
    result = worlds.a_released_round(dialogue).snapshot.results.get()

    analyse_result.call(str(result.pk))

    result.refresh_from_db()
    assert (result.state, result.share, result.step) == (Progress.DONE, 100, "")


def test_progress_is_written_down_while_it_runs(dialogue) -> None:
    result = worlds.a_released_round(dialogue).snapshot.results.get()
    seen = []

    class Watched(module.Beat):
        def _write(self, now) -> None:
            super()._write(now)
            rows = Result.objects.filter(pk=result.pk)
            seen.append(rows.values_list("state", "step", "share").get())

    watched = Watched(module._not_done(result), module.SHARES)
    module._compute(module._find(str(result.pk)), watched)

    assert seen[0] == ("running", "freezing", 0)
    assert [share for _, _, share in seen] == sorted(share for _, _, share in seen)
    assert {"fitting positions", "drawing"} <= {step for _, step, _ in seen}


def test_a_failure_is_kept_and_can_be_tried_again(dialogue) -> None:
    result = worlds.a_released_round(dialogue).snapshot.results.get()
    compute_on_broken_content(result)
    failed = (result.state, result.document)

    ordered = order_again(result)
    mended = compute(str(result.pk))

    assert failed == (Progress.FAILED, "")
    assert (ordered.state, mended.state) == (Progress.WAITING, Progress.DONE)


def compute_on_broken_content(result: Result) -> None:
    """A disk's worth of bad luck: what was frozen cannot be read. Then it can again."""
    Snapshot.objects.update(content=b"not a zip", is_frozen=True)
    compute(str(result.pk))
    Snapshot.objects.update(content=None, is_frozen=False)
    result.refresh_from_db()


def test_an_empty_round_is_done_without_a_document(dialogue) -> None:
    dialogue.is_open = True
    dialogue.save()
    one = worlds.a_released_round(dialogue, {"nato": []})

    result = compute(str(one.snapshot.results.get().pk))

    assert (result.state, result.document, result.snapshot.is_empty) == (Progress.DONE, "", True)
