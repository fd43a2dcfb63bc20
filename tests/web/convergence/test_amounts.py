"""What options take of something: entered by the secretariat, read by everybody, added up by conditions."""

import re

import pytest
from django.utils import timezone

from tests.web import world
from tests.web.convergence.making import a_planned_round, an_option, opened, value_all
from tracktwo_web.convergence.domain import limits, rounds
from tracktwo_web.convergence.domain import options as domain
from tracktwo_web.convergence.domain.bring_in import bring_in, read_tables
from tracktwo_web.convergence.domain.conditions import Stated, add_joint_condition
from tracktwo_web.convergence.domain.take_out import NAMES, table_of
from tracktwo_web.convergence.forms.amounts import field_of
from tracktwo_web.dialogues.roles import Role

pytestmark = pytest.mark.django_db
TWO_MEETINGS = {"of": "meetings", "side": "", "value": 2}
MEETINGS = field_of("meetings")


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


def at(dialogue, path: str) -> str:
    return f"/d/{dialogue.id}/options/{path}"


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def edit(client, one, **fields: str):
    path = at(one.dialogue, f"{one.id}/edit")
    initial = client.get(path).context["form"].initial
    shown = {"text_en": "A tested line.", "as_read": initial["as_read"]}
    return client.post(path, shown | fields)


def test_secretariat_says_what_an_option_takes_and_everybody_reads_it(
    dialogue, secretariat, sit
) -> None:
    one = an_option(dialogue)

    edit(
        secretariat, one, takes_new_kind="openness", takes_new_of_nato="2", takes_new_of_china="0,5"
    )
    first = [dict(each) for each in dialogue.options.get().takes]
    line = field_of("openness")
    edit(
        secretariat, one,
        **{f"{line}_of_": "10000000", f"{line}_of_china": "−1.25", "kind": "openness"},
        takes_new_kind="meetings", takes_new_of_="3",
    )  # fmt: skip

    assert first == [
        {"of": "openness", "side": "nato", "value": 2},
        {"of": "openness", "side": "china", "value": 0.5},
    ]
    assert dialogue.options.get().takes == [
        {"of": "openness", "side": "", "value": 10_000_000},
        {"of": "openness", "side": "china", "value": -1.25},
        {"of": "meetings", "side": "", "value": 3},
    ]
    shown = words(sit(world.seat_of(dialogue, Role.OBSERVER)).get(at(dialogue, f"{one.id}/")))
    assert "openness Chinese experts −1.25 · All together 10,000,000 meetings" in shown


def test_new_option_takes_what_is_entered_and_a_line_left_empty_takes_nothing(
    dialogue, secretariat
) -> None:
    an_option(dialogue, takes=[TWO_MEETINGS])
    new = {
        "code": "visits",
        "text_en": "Port visits.",
        f"{MEETINGS}_of_nato": "1",
        "kind": "meetings",
    }

    secretariat.post(at(dialogue, "new"), new)
    visits = dialogue.options.get(code="visits")
    taken = visits.takes
    edit(secretariat, visits, **{f"{MEETINGS}_of_nato": " "})

    assert taken == [{"of": "meetings", "side": "nato", "value": 1}]
    visits.refresh_from_db()
    assert visits.takes == []


def test_form_shows_what_an_option_takes_as_it_was_written(dialogue, secretariat) -> None:
    takes = [TWO_MEETINGS, TWO_MEETINGS, {"of": "openness", "side": "china", "value": 0.0000001}]
    one = an_option(dialogue, takes=takes)

    shown = secretariat.get(at(dialogue, f"{one.id}/edit")).content.decode()

    assert f'name="{MEETINGS}_of_" value="4"' in shown
    assert 'value="0.0000001"' in shown
    assert "What it takes: meetings" in shown


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({f"{MEETINGS}_of_nato": "many"}, "Write a number, such as 2 or 0.5."),
        ({f"{MEETINGS}_of_nato": "1e3"}, "Write a number, such as 2 or 0.5."),
        ({f"{MEETINGS}_of_nato": "1" * 41}, "at most 40 characters"),
        ({"takes_new_of_nato": "2"}, "Write what it takes so much of."),
        ({"takes_new_kind": "money"}, "Write how much it takes."),
        ({"takes_new_kind": "x" * 61, "takes_new_of_": "2"}, "at most 60 characters"),
        ({"takes_new_kind": "Meetings", "takes_new_of_": "2"}, "There is a line for this already"),
    ],
)
def test_amount_that_cannot_be_meant_is_asked_again(
    dialogue, secretariat, fields: dict[str, str], said: str
) -> None:
    one = an_option(dialogue, takes=[TWO_MEETINGS])

    answer = edit(secretariat, one, **fields)

    assert said in words(answer)
    assert [value for value in fields.values() if value not in answer.content.decode()] == []
    assert dialogue.options.get().takes == [TWO_MEETINGS]


def test_delegate_who_proposes_says_nothing_of_amounts(dialogue, sit) -> None:
    member = sit(world.seat_of(dialogue, Role.MEMBER, "china"))
    entered = {"text_en": "Port visits.", "takes_new_kind": "money", "takes_new_of_": "2"}

    asked = member.get(at(dialogue, "propose")).content.decode()
    member.post(at(dialogue, "propose"), entered)

    assert "takes_new" not in asked
    assert dialogue.options.get(is_on_offer=False).takes == []


def test_second_writer_sees_what_it_takes_by_the_first(dialogue, secretariat) -> None:
    one = an_option(dialogue)
    as_read = domain.mark_of(one)
    domain.change_option(one, domain.Offer({"en": "A tested line."}), takes=[TWO_MEETINGS])

    answer = secretariat.post(
        at(dialogue, f"{one.id}/edit"), {"text_en": "A tested line.", "as_read": as_read}
    )

    assert "What it takes meetings All together 2" in words(answer)
    assert dialogue.options.get().takes == [TWO_MEETINGS]


def test_line_that_the_page_had_stays_though_nothing_takes_of_it_any_more(
    dialogue, secretariat
) -> None:
    one, other = an_option(dialogue), an_option(dialogue, "visits", takes=[TWO_MEETINGS])
    domain.remove_option(other)

    edit(secretariat, one, **{f"{MEETINGS}_of_": "3", "kind": "meetings"})

    assert dialogue.options.get().takes == [{"of": "meetings", "side": "", "value": 3}]


def test_words_alone_are_changed_without_what_it_takes(dialogue) -> None:
    one = an_option(dialogue, takes=[TWO_MEETINGS])

    domain.change_option(one, domain.Offer({"en": "Other words."}))

    assert dialogue.options.get().takes == [TWO_MEETINGS]


def test_every_digit_comes_back_from_the_tables(dialogue) -> None:
    other = world.a_dialogue(convenor=world.a_user("two"))
    values = (12345678, -2.5, 0.0000001, 2500000.5)
    takes = [{"of": f"=kind {n}", "side": "nato", "value": each} for n, each in enumerate(values)]
    an_option(dialogue, takes=takes)
    add_joint_condition(dialogue, Stated("budget", (), 12345678.5, "=kind 0"))

    tables = {name: table_of(dialogue, name) for name in NAMES}
    bring_in(other, read_tables(other, tables), replaces=False)

    assert other.options.get().takes == takes
    stated = other.joint_conditions.get().stated
    assert (stated["of"], stated["limit"]) == ("=kind 0", 12345678.5)


def test_condition_on_something_that_no_asked_option_takes_holds_by_itself(dialogue) -> None:
    an_option(dialogue, "norm", takes=[TWO_MEETINGS])
    add_joint_condition(dialogue, Stated("budget", (), 2, "meetings"))
    one = a_planned_round(dialogue, an_option(dialogue), an_option(dialogue, "visits"))
    side = dialogue.sides.get(code="china")

    limits.add_condition(one, side, Stated("must", ("visits",)))
    value_all(opened(one), {"nato": [(50, 50)] * 3, "china": [(20, 80)] * 3})
    one.refresh_from_db()
    released = rounds.release(rounds.close_round(one), now=timezone.now())

    assert released.found["nash"]["options"] == ["hotline", "visits"]
