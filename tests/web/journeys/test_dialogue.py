"""From an empty site to a joint reading: everything typed and pressed as people would."""

from playwright.sync_api import expect

from tests.web.journeys.people import (
    DESK,
    PHONE,
    add_seats,
    answer_everything,
    arrive,
    convene,
    issue_links,
    move_to,
    plan_round,
    put_on_the_list,
    sit_down,
    take,
)

A_SIDE = 3
"""Members on each side: as many as the least number behind a figure."""


def test_dialogue_from_invitation_to_joint_reading(convenor, browser, site) -> None:
    dialogue = convene(convenor, "Fishing grounds")
    for side in ("North", "South"):
        add_seats(convenor, dialogue, "head of delegation", side, 1)
        add_seats(convenor, dialogue, "member", side, A_SIDE - 1)
    links = issue_links(convenor, dialogue)
    assert len(links) == 2 * A_SIDE
    for text in ("Nets are checked at sea.", "Patrols keep their distance."):
        put_on_the_list(convenor, dialogue, text, "South")
    move_to(convenor, dialogue, "Perceive")
    one = plan_round(convenor, dialogue, "First impressions")
    take(convenor, one, "open")
    convenor.sees("open")

    delegates = [_delegate(browser, site, number, link) for number, link in enumerate(links)]
    for person in delegates:
        answer_everything(person, one, statements=2)
    take(convenor, one, "close")
    take(convenor, one, "release")

    head = delegates[0]
    head.go(f"{one}results/")
    head.sees("Findings", within=120)  # the page changes by itself when the analysis is done
    head.sees("Where you stand")
    expect(convenor.page.locator("body")).not_to_contain_text("Where you stand")


def _delegate(browser, site, number: int, link: str):
    """One sits at a desk, one has a phone, one has a phone without JavaScript, and so on."""
    device = ({"at": DESK}, {"at": PHONE}, {"at": PHONE, "javascript": False})[number % 3]
    person = arrive(browser, site, **device)
    sit_down(person, link)
    return person
