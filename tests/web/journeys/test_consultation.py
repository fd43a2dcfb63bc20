"""An open consultation: the public answers, and whoever watches sees the totals move."""

from tests.web.journeys.people import (
    DESK,
    PHONE,
    answer_everything,
    arrive,
    convene,
    join,
    move_to,
    plan_round,
    put_on_the_list,
    take,
)

PUBLIC = 4
"""More of each side than the least number behind a figure."""


def test_public_answers_and_totals_appear_live(convenor, browser, site) -> None:
    dialogue = convene(convenor, "The harbour", is_open=True)
    put_on_the_list(convenor, dialogue, "The harbour serves both shores.", "South")
    move_to(convenor, dialogue, "Perceive")
    one = plan_round(convenor, dialogue, "Both shores")
    take(convenor, one, "open")
    watching = arrive(browser, site, at=DESK)
    join(watching, dialogue, "North")
    watching.go(f"{one}live/")
    before = watching.page.locator("main").inner_text()

    for number in range(2 * PUBLIC):
        device = {"at": PHONE, "javascript": bool(number % 2)}
        person = arrive(browser, site, **device)
        join(person, dialogue, ("North", "South")[number % 2])
        answer_everything(person, one, statements=1)

    assert "100%" not in before
    watching.sees("100%", within=60)
