"""Fills a data folder with dialogues in every state that pages show, before its server starts.

    python -m tests.web.walk.filling FOLDER

A process of its own: it sets Django up for that folder. It prints what one needs to come in.
"""

import datetime as dt
import json
import sys
from pathlib import Path

from django.test import Client
from django.utils import timezone

from tracktwo_web.operations import boot

HOUR, SOON = dt.timedelta(hours=1), dt.timedelta(seconds=3)
NEWCOMERS = ("invited", "twice", "halfway", "new")
"""Convenors who have not come yet, who are asked for the second factor, who have none."""
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


def main(folder: Path) -> None:
    boot.set_up(folder)
    boot.migrate()
    told = _demonstration() | _consultation() | _in_preparation() | _risks() | _maps()
    told |= _options()
    told |= _texts() | _roadmaps() | _reports() | _convenors()
    _analyse()
    _open_data()
    json.dump(told, sys.stdout)


def _analyse() -> None:
    """What the server does in its first half minute, but for the pictures of each theme."""
    from django_tasks_db.models import DBTaskResult

    from tracktwo_web.insights.domain.compute import compute
    from tracktwo_web.insights.models import Result

    for result in Result.objects.all():
        assert compute(str(result.pk)).is_done
    DBTaskResult.objects.all().delete()


def _open_data() -> None:
    """What the first released round of the demonstration gives everybody."""
    from tracktwo_web.insights.models import Result
    from tracktwo_web.reports.domain.open_data import make, order_open_data

    released = Result.objects.select_related("snapshot__round").filter(
        snapshot__round__dialogue__title__en__startswith="NATO"
    )
    for result in released:
        make(str(order_open_data(result.snapshot.round).pk))


def _convenors() -> dict[str, object]:
    """Sign-in links of convenors, by how far each has come. One has codes on paper."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    from tracktwo_web.accounts.domain.convenors import make_convenor
    from tracktwo_web.accounts.domain.sign_in import sign_in_path

    people = {"convenor": _convenor()}
    people |= {name: make_convenor(f"{name}@" + "localhost") for name in NEWCOMERS}
    for name in ("convenor", "halfway"):
        TOTP.activate(people[name], generate_totp_secret())
    people["new"].set_password("correct horse battery")
    people["new"].save()
    return {
        "links": {name: sign_in_path(one, now=timezone.now()) for name, one in people.items()},
        "recovery_codes": RecoveryCodes.activate(people["convenor"]).get_unused_codes(),
    }


def _demonstration() -> dict[str, str]:
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


def _consultation() -> dict[str, str]:
    """An open consultation that some of the public have answered, with totals to be seen."""
    from tests.web import world
    from tracktwo_web.perceptions.paper import paper_of
    from tracktwo_web.perceptions.tally import count_if_due

    dialogue = _a_table("The harbour", is_open=True)
    asked = [_statement(dialogue, number, texts) for number, texts in enumerate(ASKED, start=1)]
    one = world.an_open_round(dialogue, asked)
    at = f"/d/{dialogue.id}/"
    for side in VISITORS:
        visitor = Client(headers={"host": "localhost"})
        visitor.post(f"{at}join", {"side": side})
        for question in paper_of(one.id).asked:
            visitor.post(f"{at}rounds/{one.id}/answer/{question.id}/", {"vote": "1"})
    count_if_due(paper_of(one.id), now=timezone.now() + SOON)
    return {"consultation": at, "live": f"{at}rounds/{one.id}/live/"}


def _in_preparation() -> dict[str, str]:
    """Rounds that are planned, closed and given up; a statement that came back to its author."""
    from tests.web import world
    from tests.web.insights.worlds import AGREED, SPLIT, a_closed_round
    from tests.web.perceptions.making import a_proposal
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.perceptions.domain.moderation import send_back
    from tracktwo_web.perceptions.domain.rounds import RoundPlan, plan_round, void_round

    dialogue = _a_table("The strait")
    asked = [_statement(dialogue, number, texts * 2) for number, texts in enumerate(ASKED, start=5)]
    a_closed_round(dialogue, {side: [AGREED[:2], SPLIT[:2]] * 2 for side in world.SIDES}, asked)
    plan = RoundPlan(closes_at=timezone.now() + 48 * HOUR, quorum=4, asks_mirror=True)
    void_round(plan_round(dialogue, plan, asked))
    plan_round(dialogue, plan, asked)
    send_back(a_proposal(dialogue), "Say one thing at a time.", today=timezone.localdate())
    head = issue_key(world.seat_of(dialogue, Role.HEAD, "nato"), now=timezone.now())
    return {"preparing": f"/d/{dialogue.id}/", "preparing_head": head.secret}


def _risks() -> dict[str, str]:
    """A register with estimates released and planned; a second part that is open; a round to release."""
    from tests.web import world
    from tests.web.risks.making import (
        ALIKE,
        APART,
        TEXTS,
        a_planned_round,
        a_released_round,
        a_risk,
        an_indicator,
        an_open_round,
        estimate_all,
        opened,
    )
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.dialogues.secrets import Root
    from tracktwo_web.risks.domain.draw import draw
    from tracktwo_web.risks.domain.rounds import close_part, void

    register, estimating = _a_table("The cables"), _a_table("The sea lanes")
    heads = {}
    for dialogue in (register, estimating):
        dialogue.stage = "risks"
        dialogue.save(update_fields=["stage"])
        head = issue_key(world.seat_of(dialogue, Role.HEAD, "nato"), now=timezone.now())
        heads[dialogue] = head
    risks = [a_risk(register, code) for code in TEXTS]
    an_indicator(risks[0], state="seen")
    root = Root.of(heads[register].secret)
    told = {"trade-loss": ALIKE, "collision": APART, "blackout": {**ALIKE, "nato": APART["china"]}}
    one = a_released_round(register, told, own=root)
    draw(str(one.id))
    void(a_planned_round(register, risks[0]))
    a_planned_round(register, *risks)
    a_risk(register, "drought", texts=TEXTS["blackout"])

    taken = [a_risk(estimating, code) for code in ("trade-loss", "collision")]
    root = Root.of(heads[estimating].secret)
    one = an_open_round(estimating, *taken)
    estimate_all(one, {"nato": [(40, 6)]}, roots={"nato": [root]})
    roots = estimate_all(one, APART)
    estimate_all(one, ALIKE, roots=roots, place=1)
    opened(close_part(one))

    closed = _a_table("The grid")
    one = an_open_round(closed, a_risk(closed, "blackout"))
    estimate_all(one, ALIKE)
    close_part(opened(close_part(one)))
    return {
        "register": f"/d/{register.id}/",
        "register_head": heads[register].secret,
        "estimating": f"/d/{estimating.id}/",
        "estimating_head": heads[estimating].secret,
    }


def _options() -> dict[str, str]:
    """Options on offer and proposed, a round that is planned; one that is open; one to release."""
    from tests.web import world
    from tests.web.convergence.making import (
        APART,
        TEXTS,
        a_closed_round,
        a_planned_round,
        an_area,
        an_open_round,
        an_option,
        value_all,
    )
    from tracktwo_web.convergence.domain.conditions import Stated, add_joint_condition
    from tracktwo_web.convergence.domain.limits import add_condition, state_no_agreement
    from tracktwo_web.convergence.domain.options import Offer, propose_option
    from tracktwo_web.convergence.domain.rounds import void
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.dialogues.secrets import Root

    offering, weighing = (_a_table(title, stage="converge") for title in ("The shelf", "The ridge"))
    heads = {
        one: issue_key(world.seat_of(one, Role.HEAD, "nato"), now=timezone.now())
        for one in (offering, weighing)
    }
    area = an_area(offering)
    takes = [{"of": "2027", "side": "", "value": 2}, {"of": "2028", "side": "nato", "value": 1}]
    asked = [
        an_option(
            offering,
            code,
            area=area,
            takes=takes,
            obstacles=TEXTS["norm"],
            precedents=TEXTS["visits"],
        )
        for code in ("hotline", "visits", "notices")
    ]
    an_option(offering, "norm")
    propose_option(offering, Offer(TEXTS["norm"]))
    add_joint_condition(offering, Stated("needs", ("visits", "hotline")))
    void(a_planned_round(offering, *asked))
    planned = a_planned_round(offering, *asked, table=("visits",))
    side = offering.sides.get(code="nato")
    state_no_agreement(planned, side, 3)
    add_condition(planned, side, Stated("at_most", ("visits", "notices"), 1))

    one = an_open_round(weighing)
    root = Root.of(heads[weighing].secret)
    value_all(one, {"nato": [(40, 30, 0, -20)]}, roots={"nato": [root]})
    a_closed_round(_a_table("The delta", stage="converge"), APART)
    return {
        "offering": f"/d/{offering.id}/",
        "offering_head": heads[offering].secret,
        "weighing": f"/d/{weighing.id}/",
        "weighing_head": heads[weighing].secret,
    }


def _maps() -> dict[str, str]:
    """Three sides: one still draws, two have released their maps; there is an outlook too."""
    from tests.web import world
    from tests.web.influence.views.test_outlook import TABLE
    from tracktwo_web.dialogues.domain.convene import SidePlan
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.influence.domain.drawing import add_concept, add_link
    from tracktwo_web.influence.domain.maps import open_maps, release_map
    from tracktwo_web.influence.domain.outlook import bring_in_outlook

    named = {"nato": "Navis", "china": "Portus", "south": "Insula"}
    sides = [
        SidePlan(code, dict.fromkeys(("en", "zh", "fr"), name), "UTC")
        for code, name in named.items()
    ]
    dialogue = _a_table("The reef", sides=sides, stage="risks")
    open_maps(dialogue)
    joint = dialogue.maps.get(side=None)
    texts = (
        ("measure", {"en": "Hotline", "zh": "热线", "fr": "Ligne directe"}),
        ("action", {"en": "Drills", "zh": "演习", "fr": "Exercices"}),
        ("perception", {"en": "Fear", "zh": "恐惧", "fr": "Peur"}),
        ("risk", {"en": "Incident", "zh": "事件", "fr": "Incident"}),
    )
    hotline, drills, fear, risk = (
        add_concept(joint, text, kind=kind).concepts[0].id for kind, text in texts
    )
    for drawn, weight in zip(dialogue.maps.exclude(side=None), (-0.7, 0.4, -0.2), strict=True):
        add_link(drawn, hotline, risk, weight=weight, low=weight - 0.1, high=weight + 0.1)
        add_link(drawn, drills, fear, weight=0.8, delay="days", confidence=0.7)
        add_link(drawn, fear, drills, weight=0.6)
        add_link(drawn, fear, risk, weight=0.5)
        if drawn.side.code == "nato":
            add_concept(drawn, texts[2][1])
        else:
            release_map(drawn)
    bring_in_outlook(dialogue, TABLE.replace("Trade", "A").replace("Pacts", "B"))
    head = issue_key(world.seat_of(dialogue, Role.HEAD, "nato"), now=timezone.now())
    return {"reef": f"/d/{dialogue.id}/", "reef_head": head.secret}


def _texts() -> dict[str, str]:
    """A joint text at each step of its way, of which some are drafted, proposed on, signed; packages for it."""
    from tests.web import world
    from tests.web.convergence.making import a_released_round
    from tests.web.permissions.things_of_texts import lay_out_texts
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role

    dialogue = _a_table("The lighthouse", stage="text")
    lay_out_texts(dialogue)
    a_released_round(dialogue, table=("visits",))
    head = issue_key(world.seat_of(dialogue, Role.HEAD, "nato"), now=timezone.now())
    return {"table": f"/d/{dialogue.id}/", "table_head": head.secret}


def _roadmaps() -> dict[str, str]:
    """A roadmap with a proposal that was taken back and a day that is drafted; a dialogue that has none yet."""
    from tests.web import world
    from tests.web.roadmaps.making import a_plan, a_proposed_item
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.roadmaps.domain.meetings import place_meeting
    from tracktwo_web.roadmaps.domain.steps import decline_step

    dialogue = _a_table("The pilots", stage="roadmap")
    _a_table("The buoys", stage="roadmap")
    plan, side = a_plan(dialogue), dialogue.sides.get(code="nato")
    decline_step(a_proposed_item(plan), side, number=1)
    place_meeting(plan.meetings.get(code="video"), dt.date(2022, 5, 10), "nato")
    head = issue_key(world.seat_of(dialogue, Role.HEAD, "nato"), now=timezone.now())
    return {"planning": f"/d/{dialogue.id}/", "planning_head": head.secret}


def _convenor():
    from tracktwo_web.accounts.domain.convenors import make_convenor
    from tracktwo_web.operations.demo.fill import CONVENOR

    return make_convenor(CONVENOR)


def _reports() -> dict[str, str]:
    """A report that was released, and a draft after it of which only the signatures are missing."""
    from tests.web import world
    from tests.web.reports.making import (
        a_dialogue_with_a_text,
        a_draft,
        name_everybody,
        review_all,
        sign_for,
    )
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.reports.domain.draft_files import print_draft
    from tracktwo_web.reports.domain.issue_files import print_files
    from tracktwo_web.reports.domain.release import release

    titles = {"en": "The lagoon", "zh": "The lagoon（中文）", "fr": "The lagoon (fr.)"}
    dialogue = a_dialogue_with_a_text(convenor=_convenor(), title=titles)
    name_everybody(dialogue)
    draft = a_draft(dialogue)
    review_all(draft)
    sign_for(draft, *world.SIDES)
    print_files(str(release(dialogue, draft.hash, today=timezone.localdate()).pk))
    dialogue.note = {"en": "Second edition.", "zh": "第二版。", "fr": "Deuxième édition."}
    dialogue.save(update_fields=["note"])
    draft = a_draft(dialogue)
    review_all(draft)
    print_draft(str(draft.pk))
    head = issue_key(world.seat_of(dialogue, Role.HEAD, "nato"), now=timezone.now())
    return {"lagoon": f"/d/{dialogue.id}/", "lagoon_head": head.secret}


def _a_table(title: str, **plan):
    """A dialogue of the convenor's, with a title in each language and labels in none."""
    from tests.web import world

    titles = {"en": title, "zh": f"{title}（中文）", "fr": f"{title} (fr.)"}
    dialogue = world.a_dialogue(convenor=_convenor(), title=titles, **plan)
    for number, seat in enumerate(dialogue.seats.filter(side=None), start=1):
        seat.label = f"X-{number}"
        seat.save(update_fields=["label"])
    return dialogue


def _statement(dialogue, number: int, texts: tuple[str, ...]):
    from tests.web import world

    return world.a_statement(dialogue, f"c{number:02}", text=texts[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
