"""One meeting about what moves what: drawn in two rooms, released, compared, and asked what would help."""

from tests.web.journeys.people import (
    DESK,
    PHONE,
    Person,
    add_seats,
    arrive,
    convene,
    issue_links,
    move_to,
    sit_down,
)

SHARED = (
    ("Hotline", "measure"),
    ("Drills", "action"),
    ("Fear", "perception"),
    ("Incident", "risk"),
)
NORTH = (
    ("Drills", "Fear", "0.7"),
    ("Fear", "Drills", "0.5"),
    ("Fear", "Incident", "0.7"),
    ("Hotline", "Incident", "-0.7"),
)
SOUTH = (
    ("Drills", "Fear", "0.9"),
    ("Fear", "Drills", "0.9"),
    ("Fear", "Incident", "0.5"),
    ("Hotline", "Incident", "0.3"),
)


def test_two_delegations_draw_release_and_compare(convenor, browser, site) -> None:
    dialogue = convene(convenor, "Fishing grounds")
    for side in ("North", "South"):
        add_seats(convenor, dialogue, "head of delegation", side, 1)
    links = issue_links(convenor, dialogue)
    for stage in ("Perceive", "Risks"):
        move_to(convenor, dialogue, stage)
    convenor.go(f"{dialogue}maps/")
    convenor.page.get_by_role("button", name="Lay out the maps").click()
    convenor.page.get_by_role("link", name="Joint map").click()
    for name, kind in SHARED:
        _add_concept(convenor, name, kind)

    devices = ({"at": DESK}, {"at": PHONE, "javascript": False})
    heads = [arrive(browser, site, **device) for device in devices]
    for head, link, drawn in zip(heads, links, (NORTH, SOUTH), strict=True):
        sit_down(head, link)
        head.go(f"{dialogue}maps/")
        head.page.get_by_role("link", name="Draw it").click()
        for source, target, weight in drawn:
            _add_link(head, source, target, weight)
        head.page.get_by_role("link", name="Release your side’s map").click()
        head.page.get_by_role("button", name="Release it now").click()

    north = heads[0]
    north.go(f"{dialogue}maps/compare")
    north.sees("and 1 with opposite signs")
    north.sees("“Drills” strengthens “Fear”, which strengthens “Drills” again.")
    north.page.get_by_label("Hotline").check()
    north.page.get_by_role("button", name="Show what they would change").click()
    north.sees("→")
    bars = north.page.locator(".risk-bar strong").all_inner_texts()
    changes = ["−" in bar.partition("(")[2] for bar in bars]
    assert sorted(changes[:2]) == [
        False,
        True,
    ]  # it helps on one side's map and harms on the other's


def _add_concept(person: Person, name: str, kind: str) -> None:
    form = person.page.locator("form[action$='/concepts']")
    form.locator("[name=texts_en]").fill(name)
    form.locator("[name=kind]").select_option(kind)
    form.get_by_role("button", name="Put it on the map").click()
    person.sees("The concept is on the map.")


def _add_link(person: Person, source: str, target: str, weight: str) -> None:
    form = person.page.locator("form[action$='/links']")
    form.locator("[name=source]").select_option(label=source)
    form.locator("[name=target]").select_option(label=target)
    form.locator("[name=weight]").select_option(weight)
    form.get_by_role("button", name="Draw this link").click()
    person.sees("The link is drawn.")
