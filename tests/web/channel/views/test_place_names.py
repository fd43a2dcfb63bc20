"""Names of places: both sides' where they differ, kept at one end, and safe whatever they say."""

from html import escape

from tests.web.channel.views.test_picture import ALL, EVIL, NEAR, meant
from tracktwo_web.channel.place_names import MOST
from tracktwo_web.dialogues.roles import Role

THERE = {"position": "12-45N 050-15E"}


def test_both_names_stand_on_the_chart_where_they_differ(desk) -> None:
    desk.sends(desk.nato, meant("PN", NEAR))
    officer, at = desk.officer(), desk.nato.pk
    named = THERE | {"own_en": f"Bay {EVIL}", "own_zh": "海湾", "theirs_en": "Gulf"}

    desk.send(officer, "line_place_names", at, **named)
    desk.send(officer, "line_place_names", at, position="13-00N 050-15E", own_en="Bank", theirs_en="Bank")  # fmt: skip
    page = desk.page(officer, "line_picture", at, **ALL)

    assert f">{escape(f'Bay {EVIL} / Gulf')}</text>" in page
    assert ">Bank</text>" in page
    assert EVIL not in page
    assert "Gulf" not in desk.page(desk.officer("china"), "line_picture", desk.china.pk, **ALL)
    listed = desk.page(desk.at(Role.ADVISER, "nato"), "line_place_names", at)
    assert "12-45.00N 050-15.00E" in listed
    assert "Name a place" not in listed


def test_place_is_named_anew_and_its_names_are_taken_off(desk) -> None:
    officer, at = desk.officer(), desk.nato.pk

    for name in ("Old", "New"):
        desk.send(officer, "line_place_names", at, **THERE | {"own_en": name})
    [place] = desk.nato.place_names.all()
    assert (place.position, place.own, place.theirs) == ("12-45.00N 050-15.00E", {"en": "New"}, {})

    desk.send(officer, "line_place_name_remove", at, place.pk)
    assert not desk.nato.place_names.exists()


def test_what_is_no_position_and_too_many_names_are_refused(desk) -> None:
    officer, at = desk.officer(), desk.nato.pk

    wrong = desk.send(officer, "line_place_names", at, position="here", own_en="Bay")
    desk.nato.place_names.model.objects.bulk_create(
        desk.nato.place_names.model(line=desk.nato, position=f"12-{n // 60:02}.{n % 60:02}N 050-15.00E", own={"en": "x"})
        for n in range(MOST)
    )  # fmt: skip
    full = desk.send(officer, "line_place_names", at, position="13-45N 050-15E", own_en="Bay")

    assert "is no position" in wrong
    assert "Take one away first." in full
    assert desk.nato.place_names.count() == MOST
