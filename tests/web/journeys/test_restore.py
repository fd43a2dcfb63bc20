"""A backup taken while the site runs, brought back on another machine: seats open, answers stand."""

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
from tests.web.journeys.site import Site, database_of_its_own


def test_seat_finds_its_answers_on_a_restored_site(convenor, browser, site, tmp_path) -> None:
    dialogue = convene(convenor, "The bridge")
    for side in ("North", "South"):
        add_seats(convenor, dialogue, "member", side, 1)
    links = issue_links(convenor, dialogue)
    put_on_the_list(convenor, dialogue, "The bridge stays open at night.", "South")
    move_to(convenor, dialogue, "Perceive")
    one = plan_round(convenor, dialogue, "Before winter")
    take(convenor, one, "open")
    delegate = arrive(browser, site, at=PHONE)
    sit_down(delegate, links[0])
    answer_everything(delegate, one, statements=1)

    kept = tmp_path / "kept.backup"
    site.run("backup", str(kept), "--data", str(site.data))
    site.stop()
    another = Site(tmp_path / "elsewhere", database_of_its_own())
    another.run("restore", str(kept), "--data", str(another.data))
    another.start()

    try:
        again = arrive(browser, another, at=DESK)
        sit_down(again, links[0])
        again.go(f"{one}review/")
        again.sees("The bridge stays open at night.")
        again.sees("40")
    finally:
        another.stop()
