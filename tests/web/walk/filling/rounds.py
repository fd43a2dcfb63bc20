"""Statements and rounds in every state, and what they found."""

import datetime as dt

from django.test import Client
from django.utils import timezone

from tests.web.walk.filling.tables import a_statement, a_table

HOUR, SOON = dt.timedelta(hours=1), dt.timedelta(seconds=3)
VISITORS = ("nato", "china") * 3
"""Of the public at the open consultation: a batch of each side is shown."""
ASKED = (
    (
        "The harbour should stay open at night.",
        "港口应当夜间开放。",
        "Le port devrait rester ouvert la nuit.",
    ),
    (
        "Ferries are worth their price.",
        "渡轮物有所值。",
        "Les traversiers valent leur prix.",
    ),
)


def a_demonstration() -> dict[str, str]:
    """The dialogue that `tracktwo demo` shows, and a program that may read."""
    from tracktwo_web.api.tokens import issue_service_token
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.models import Dialogue
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.operations.demo.fill import fill
    from tracktwo_web.perceptions.queries import open_round_of

    links = fill(timezone.now())
    dialogue = Dialogue.objects.get(pk=links.dialogue)
    issue_service_token(dialogue, "R2")
    observer = issue_key(dialogue.seats.get(role=Role.OBSERVER), now=timezone.now())
    return {
        "dialogue": f"/d/{dialogue.id}/",
        "answering": f"/d/{dialogue.id}/rounds/{open_round_of(dialogue).id}/answer/",
        "head": links.secrets["nato"],
        "other_head": links.secrets["china"],
        "secretariat": links.secrets["secretariat"],
        "observer": observer.secret,
    }


def a_consultation() -> dict[str, str]:
    """An open consultation that some of the public have answered, with totals to be seen."""
    from tests.web import world
    from tracktwo_web.perceptions.paper import paper_of
    from tracktwo_web.perceptions.tally import count_if_due

    dialogue = a_table("The harbour", is_open=True)
    asked = [a_statement(dialogue, number, texts) for number, texts in enumerate(ASKED, start=1)]
    one = world.an_open_round(dialogue, asked)
    at = f"/d/{dialogue.id}/"
    for side in VISITORS:
        visitor = Client(headers={"host": "localhost"})
        visitor.post(f"{at}join", {"side": side})
        for question in paper_of(one.id).asked:
            visitor.post(f"{at}rounds/{one.id}/answer/{question.id}/", {"vote": "1"})
    count_if_due(paper_of(one.id), now=timezone.now() + SOON)
    return {"consultation": at, "live": f"{at}rounds/{one.id}/live/"}


def one_in_preparation() -> dict[str, str]:
    """Rounds that are planned, closed and given up; a statement that came back to its author."""
    from tests.web import world
    from tests.web.insights.worlds import AGREED, SPLIT, a_closed_round
    from tests.web.perceptions.making import a_proposal
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.perceptions.domain.moderation import send_back
    from tracktwo_web.perceptions.domain.rounds import RoundPlan, plan_round, void_round

    dialogue = a_table("The strait")
    asked = [
        a_statement(dialogue, number, texts * 2) for number, texts in enumerate(ASKED, start=5)
    ]
    a_closed_round(dialogue, {side: [AGREED[:2], SPLIT[:2]] * 2 for side in world.SIDES}, asked)
    plan = RoundPlan(closes_at=timezone.now() + 48 * HOUR, quorum=4, asks_mirror=True)
    void_round(plan_round(dialogue, plan, asked))
    plan_round(dialogue, plan, asked)
    send_back(a_proposal(dialogue), "Say one thing at a time.", today=timezone.localdate())
    head = issue_key(world.seat_of(dialogue, Role.HEAD, "nato"), now=timezone.now())
    return {"preparing": f"/d/{dialogue.id}/", "preparing_head": head.secret}


def analyse() -> None:
    """What the server does in its first half minute, but for the pictures of each theme."""
    from django_tasks_db.models import DBTaskResult

    from tracktwo_web.insights.domain.compute import compute
    from tracktwo_web.insights.models import Result

    for result in Result.objects.all():
        assert compute(str(result.pk)).is_done
    DBTaskResult.objects.all().delete()


def open_data() -> None:
    """What the first released round of the demonstration gives everybody."""
    from tracktwo_web.insights.models import Result
    from tracktwo_web.reports.domain.open_data import make, order_open_data

    released = Result.objects.select_related("snapshot__round").filter(
        snapshot__round__dialogue__title__en__startswith="NATO"
    )
    for result in released:
        make(str(order_open_data(result.snapshot.round).pk))
