"""Risks and their estimates, maps and an outlook."""

from django.utils import timezone

from tests.web.walk.filling.tables import a_table


def risks() -> dict[str, str]:
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

    register, estimating = a_table("The cables"), a_table("The sea lanes")
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

    closed = a_table("The grid")
    one = an_open_round(closed, a_risk(closed, "blackout"))
    estimate_all(one, ALIKE)
    close_part(opened(close_part(one)))
    return {
        "register": f"/d/{register.id}/",
        "register_head": heads[register].secret,
        "estimating": f"/d/{estimating.id}/",
        "estimating_head": heads[estimating].secret,
    }


def maps() -> dict[str, str]:
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
    dialogue = a_table("The reef", sides=sides, stage="risks")
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
