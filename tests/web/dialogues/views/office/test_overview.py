"""The office's first page, and moving the stage."""

from tests.web import world
from tracktwo_web.dialogues.models import Acceptance, Key


def test_overview_counts_seats_links_and_acceptances(dialogue, convenor_client) -> None:
    Key.objects.filter(seat__label="N-1").delete()
    Acceptance.objects.filter(seat__label__in=["N-1", "N-2"]).delete()

    page = convenor_client.get(f"/d/{dialogue.id}/office/")

    counted = [page.context[name] for name in ("seats", "with_link", "accepted")]
    assert counted == [14, 13, 12]
    assert (page.context["before"].id, page.context["after"].id) == ("convene", "risks")


def test_stage_is_moved_forwards_and_back(dialogue, convenor_client) -> None:
    stages = []
    for wanted in ("risks", "convene", "no such stage"):
        convenor_client.post(f"/d/{dialogue.id}/office/stage", {"stage": wanted})
        dialogue.refresh_from_db()
        stages.append(dialogue.stage)

    assert stages == ["risks", "convene", "convene"]


def test_stage_stays_while_a_round_is_open(dialogue, convenor_client) -> None:
    world.an_open_round(dialogue)

    answer = convenor_client.post(f"/d/{dialogue.id}/office/stage", {"stage": "risks"}, follow=True)

    dialogue.refresh_from_db()
    assert dialogue.stage == "perceive"
    assert "A round is open. Close it before you change the stage." in answer.content.decode()


def test_first_stage_leads_back_nowhere_and_the_last_nowhere_further(
    dialogue, convenor_client
) -> None:
    ends = []
    for stage in ("convene", "report"):
        dialogue.stage = stage
        dialogue.save()
        page = convenor_client.get(f"/d/{dialogue.id}/office/")
        ends.append((page.context["before"] is None, page.context["after"] is None))

    assert ends == [(True, False), (False, True)]
