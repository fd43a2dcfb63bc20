"""What pages ask of the tables."""

from tests.web import world
from tracktwo_web.dialogues.domain.convene import (
    DialoguePlan,
    SidePlan,
    convene,
    publish_procedure,
)
from tracktwo_web.dialogues.models import Acceptance, Key
from tracktwo_web.dialogues.queries import (
    dialogues_of,
    procedures_of,
    seats_of,
    seats_without_link,
    sides_in_turn,
    table_of,
)
from tracktwo_web.dialogues.roles import Role


def test_first_side_changes_from_page_to_page_and_stays_on_one_page(dialogue) -> None:
    paths = [f"/d/{dialogue.id}/page-{number}" for number in range(40)]

    first = [sides_in_turn(dialogue, path)[0].code for path in paths]

    assert set(first) == {"nato", "china"}
    assert 10 < first.count("nato") < 30
    assert first == [sides_in_turn(dialogue, path)[0].code for path in paths]


def test_all_sides_come_in_the_circle_they_were_entered_in(db) -> None:
    sides = [SidePlan(code, {"en": code}) for code in ("a", "b", "c")]
    dialogue = convene(DialoguePlan(title={"en": "Three"}, sides=sides), world.a_user())

    turns = {
        "".join(side.code for side in sides_in_turn(dialogue, f"/{number}")) for number in range(40)
    }

    assert turns == {"abc", "bca", "cab"}


def test_table_counts_roles_and_names_nobody(dialogue) -> None:
    table = table_of(dialogue, "/")

    delegation = (
        (Role.HEAD, 1),
        (Role.MEMBER, 2),
        (Role.ADVISER, 1),
        (Role.INTERPRETER, 1),
        (Role.SECRETARY, 1),
    )
    assert {one.side and one.side.code: one.roles for one in table} == {
        "nato": delegation,
        "china": delegation,
        None: ((Role.SECRETARIAT, 1), (Role.OBSERVER, 1)),
    }
    assert [one.seats for one in table] == [6, 6, 2]


def test_seats_say_what_the_convenor_may_know(dialogue) -> None:
    without_link = world.seat_of(dialogue, Role.HEAD, "china")
    Key.objects.filter(seat=without_link).delete()
    without_rules = world.seat_of(dialogue, Role.HEAD, "nato")
    Acceptance.objects.filter(seat=without_rules).delete()

    known = seats_of(dialogue)

    assert [one.seat for one in known if not one.has_link] == [without_link]
    assert [one.seat for one in known if not one.has_accepted] == [without_rules]
    assert seats_without_link(dialogue) == [without_link]
    assert [one.seat.label for one in known][:2] == ["N-1", "N-2"]
    assert [one.seat.label for one in known][-2:] == ["observer-", "secretariat-"]


def test_acceptance_of_an_older_version_does_not_count(dialogue) -> None:
    publish_procedure(dialogue, {"en": "Newer."})

    assert [(one.version, one.accepted) for one in procedures_of(dialogue)] == [(2, 0), (1, 14)]
    assert not any(one.has_accepted for one in seats_of(dialogue))


def test_convenor_sees_the_own_dialogues_by_title(dialogue) -> None:
    world.a_dialogue(convenor=world.a_user("another"))
    own = world.a_dialogue(convenor=dialogue.convenor, title={"en": "A B C"})

    found = dialogues_of(dialogue.convenor)

    assert [(one.id, one.seat_count) for one in found] == [(own.id, 14), (dialogue.id, 14)]
