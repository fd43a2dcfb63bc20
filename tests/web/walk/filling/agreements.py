"""Options, joint texts, roadmaps and reports."""

import datetime as dt

from django.utils import timezone

from tests.web.walk.filling.tables import a_table, the_convenor


def options() -> dict[str, str]:
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

    offering, weighing = (a_table(title, stage="converge") for title in ("The shelf", "The ridge"))
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
    a_closed_round(a_table("The delta", stage="converge"), APART)
    return {
        "offering": f"/d/{offering.id}/",
        "offering_head": heads[offering].secret,
        "weighing": f"/d/{weighing.id}/",
        "weighing_head": heads[weighing].secret,
    }


def texts() -> dict[str, str]:
    """A joint text at each step of its way, of which some are drafted, proposed on, signed; packages for it."""
    from tests.web import world
    from tests.web.convergence.making import a_released_round
    from tests.web.permissions.things_of_texts import lay_out_texts
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role

    dialogue = a_table("The lighthouse", stage="text")
    lay_out_texts(dialogue)
    a_released_round(dialogue, table=("visits",))
    head = issue_key(world.seat_of(dialogue, Role.HEAD, "nato"), now=timezone.now())
    return {"table": f"/d/{dialogue.id}/", "table_head": head.secret}


def roadmaps() -> dict[str, str]:
    """A roadmap with a proposal that was taken back, a day that is drafted and packages for it; one that has none yet."""
    from tests.web import world
    from tests.web.convergence.making import a_released_round
    from tests.web.roadmaps.making import a_plan, a_proposed_item
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.roadmaps.domain.meetings import place_meeting
    from tracktwo_web.roadmaps.domain.steps import decline_step

    dialogue = a_table("The pilots", stage="roadmap")
    a_table("The buoys", stage="roadmap")
    a_released_round(dialogue, table=("visits",))
    plan, side = a_plan(dialogue), dialogue.sides.get(code="nato")
    decline_step(a_proposed_item(plan), side, number=1)
    place_meeting(plan.meetings.get(code="video"), dt.date(2022, 5, 10), "nato")
    head = issue_key(world.seat_of(dialogue, Role.HEAD, "nato"), now=timezone.now())
    return {"planning": f"/d/{dialogue.id}/", "planning_head": head.secret}


def reports() -> dict[str, str]:
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
    dialogue = a_dialogue_with_a_text(convenor=the_convenor(), title=titles)
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
