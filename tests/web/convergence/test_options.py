"""Options: put on offer, proposed without a name, changed, and losing nothing when two write at once."""

import pytest

from tests.web import world
from tests.web.convergence.making import (
    a_planned_round,
    a_released_round,
    an_area,
    an_open_round,
    an_option,
)
from tests.web.risks.making import a_risk
from tracktwo_web.convergence.domain import options as domain
from tracktwo_web.convergence.models import Option
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.influence.domain.drawing import add_concept, add_link
from tracktwo_web.influence.domain.maps import open_maps
from tracktwo_web.rounds.states import NotNow

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


@pytest.fixture
def member(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.MEMBER, "china"))


def at(dialogue, path: str = "") -> str:
    return f"/d/{dialogue.id}/options/{path}"


def form(**fields: str) -> dict[str, str]:
    return {"code": "hotline", "text_en": "A tested line."} | fields


def page(answer) -> str:
    return answer.content.decode()


def test_secretariat_puts_an_option_on_offer_and_everybody_reads_it(
    dialogue, secretariat, sit
) -> None:
    an_area(dialogue)
    a_risk(dialogue, "collision")

    secretariat.post(
        at(dialogue, "new"),
        form(
            area="maritime",
            rung="test call",
            interest_nato_en="Somebody answers.",
            interest_china_zh="地位平等。",
            obstacles_en="Nobody answers.\r\nAt night.",
            touches="collision",
        ),
    )

    one = dialogue.options.get()
    assert (one.code, one.texts, one.rung, one.area.code, one.touches) == (
        "hotline", {"en": "A tested line."}, "test call", "maritime", ["collision"],
    )  # fmt: skip
    assert one.interests == {"nato": {"en": "Somebody answers."}, "china": {"zh": "地位平等。"}}
    assert one.obstacles == {"en": "Nobody answers.\nAt night."}
    shown = page(sit(world.seat_of(dialogue, Role.OBSERVER)).get(at(dialogue, f"{one.id}/")))
    wanted = ("A tested line.", "At sea", "rung 2 of 8", "Somebody answers.", "Ships collide.")
    assert [words for words in wanted if words not in shown] == []


def test_concepts_of_the_joint_map_are_named_where_an_option_bears_on_them(
    dialogue, member
) -> None:
    open_maps(dialogue)
    concept = add_concept(dialogue.maps.get(side=None), {"en": "Trust"}).concepts[0]
    code = dialogue.maps.get(side=None).concepts.get(pk=concept.id).code
    one = an_option(dialogue, touches=[code, "long gone"])

    shown = page(member.get(at(dialogue, f"{one.id}/")))

    assert "Trust" in shown
    assert "long gone" not in shown


def test_delegate_proposes_and_nothing_keeps_by_whom_it_is(dialogue, member, secretariat) -> None:
    an_option(dialogue)

    answer = member.post(at(dialogue, "propose"), {"text_en": "Port visits."}, follow=True)

    assert "Proposed. The secretariat reads it" in page(answer)
    proposed = dialogue.options.get(is_on_offer=False)
    assert "Port visits." not in page(answer)
    assert member.get(at(dialogue, f"{proposed.id}/")).status_code == 404
    assert "Port visits." in page(secretariat.get(at(dialogue)))
    assert "1 option is proposed and not on offer yet." in page(
        secretariat.get(f"/d/{dialogue.id}/")
    )
    fields = {field.attname for field in Option._meta.get_fields() if hasattr(field, "attname")}
    assert {name for name in fields if "side" in name or "seat" in name} == set()


def test_secretariat_puts_a_proposal_on_offer_under_a_name(dialogue, member, secretariat) -> None:
    proposed = domain.propose_option(dialogue, domain.Offer({"en": "Port visits."}))
    path = at(dialogue, f"{proposed.id}/edit")
    read = secretariat.get(path).context["form"].initial["as_read"]

    secretariat.post(path, {"code": "visits", "text_en": "Yearly port visits.", "as_read": read})

    proposed.refresh_from_db()
    assert (proposed.code, proposed.is_on_offer) == ("visits", True)
    assert "Yearly port visits." in page(member.get(at(dialogue)))


def test_short_name_is_taken_once(dialogue, secretariat) -> None:
    an_option(dialogue)
    proposed = domain.propose_option(dialogue, domain.Offer({"en": "Port visits."}))

    answers = [
        secretariat.post(at(dialogue, "new"), form()),
        secretariat.post(at(dialogue, f"{proposed.id}/edit"), form()),
    ]

    assert ["Another option has this short name." in page(one) for one in answers] == [True] * 2
    assert dialogue.options.filter(is_on_offer=True).count() == 1


def test_second_writer_sees_the_first_and_keeps_the_own_words(dialogue, secretariat) -> None:
    one = an_option(dialogue)
    as_read = domain.mark_of(one)
    domain.change_option(one, domain.Offer({"en": "Theirs."}, rung="norm"))

    path = at(dialogue, f"{one.id}/edit")
    answer = secretariat.post(path, {"text_en": "Ours.", "as_read": as_read})

    shown = page(answer)
    assert "Somebody else changed this while you were writing" in shown
    assert [words for words in ("Theirs.", "norm", "Ours.") if words not in shown] == []
    again = answer.context["form"].data["as_read"]
    assert secretariat.post(path, {"text_en": "Ours.", "as_read": again}).status_code == 302
    one.refresh_from_db()
    assert one.texts == {"en": "Ours."}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text_en": ""}, "This field is required."),
        ({"code": "no blanks please"}, "Enter a valid"),
        ({"rung": "treaty"}, "Select a valid choice"),
        ({"area": "nowhere"}, "Select a valid choice"),
        ({"text_en": "x" * 301}, "at most 300 characters"),
    ],
)
def test_option_that_cannot_be_meant_is_asked_again(
    dialogue, secretariat, fields: dict[str, str], said: str
) -> None:
    answer = secretariat.post(at(dialogue, "new"), form(**fields))

    assert said in page(answer)
    assert dialogue.options.count() == 0


def test_option_that_a_round_asks_about_stays(dialogue, secretariat) -> None:
    planned = a_planned_round(dialogue, an_option(dialogue), an_option(dialogue, "visits"))
    asked = planned.asked.first().option
    free = an_option(dialogue, "norm")

    answers = [secretariat.post(at(dialogue, f"{one.id}/remove")) for one in (asked, free)]

    assert [answer.status_code for answer in answers] == [403, 302]
    assert set(dialogue.options.values_list("code", flat=True)) == {"hotline", "visits"}
    with pytest.raises(NotNow):
        domain.remove_option(asked)


def test_options_rest_while_a_round_is_open_and_until_it_is_released(dialogue, secretariat) -> None:
    one = an_option(dialogue)
    an_open_round(dialogue, one, an_option(dialogue, "visits"))

    for act in (
        lambda: domain.change_option(one, domain.Offer({"en": "Other."})),
        lambda: domain.propose_option(dialogue, domain.Offer({"en": "Other."})),
        lambda: domain.add_area(dialogue, "climate", {"en": "Climate"}),
    ):
        with pytest.raises(NotNow):
            act()
    assert "Options rest while a round is open" in page(secretariat.get(at(dialogue)))
    assert secretariat.get(at(dialogue, "new")).status_code == 403


def test_form_that_was_open_when_a_round_opened_keeps_what_was_written(dialogue) -> None:
    one = an_option(dialogue)
    an_open_round(dialogue, one, an_option(dialogue, "visits"))

    with pytest.raises(NotNow):
        domain.add_option(dialogue, "norm", domain.Offer({"en": "A norm."}))

    assert set(dialogue.options.values_list("code", flat=True)) == {"hotline", "visits"}


def test_area_is_opened_once_and_named_otherwise(dialogue, secretariat) -> None:
    secretariat.post(at(dialogue, "areas/new"), {"code": "maritime", "text_en": "At sea"})
    again = secretariat.post(at(dialogue, "areas/new"), {"code": "maritime", "text_en": "Seas"})
    area = dialogue.areas.get()

    secretariat.post(at(dialogue, f"areas/{area.id}/edit"), {"text_en": "Security at sea"})

    area.refresh_from_db()
    assert "Another area has this short name." in page(again)
    assert area.texts == {"en": "Security at sea"}


def test_options_stand_by_area_in_the_order_in_which_they_came(dialogue, member) -> None:
    sea, climate = an_area(dialogue), an_area(dialogue, "climate", en="Climate")
    for code, area in (("norm", None), ("visits", climate), ("hotline", sea), ("notices", sea)):
        an_option(dialogue, code, area=area)

    found = member.get(at(dialogue)).context["areas"]

    assert [(area and area.code, [row["option"].code for row in there]) for area, there in found] == [
        ("maritime", ["hotline", "notices"]), ("climate", ["visits"]), (None, ["norm"]),
    ]  # fmt: skip


def test_joint_condition_is_stated_openly_and_taken_back(dialogue, secretariat, member) -> None:
    an_option(dialogue), an_option(dialogue, "visits")

    secretariat.post(
        at(dialogue, "conditions/new/needs"), {"first": "visits", "options": ["hotline"]}
    )
    shown = page(member.get(at(dialogue)))
    one = dialogue.joint_conditions.get()
    secretariat.post(at(dialogue, f"conditions/{one.id}/remove"))

    assert "“Port visits” only together with “A tested line”." in shown
    assert "Stated by" not in shown
    assert dialogue.joint_conditions.count() == 0


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("needs", {"first": "visits", "options": ["visits"]}, "It cannot need itself"),
        ("excludes", {"options": ["visits"]}, "Choose at least two options."),
        ("at_least", {"options": ["visits"], "limit": "2"}, "So many cannot be"),
        (
            "at_most",
            {"options": ["visits", "hotline"], "limit": "-1"},
            "greater than or equal to 0",
        ),
        ("must", {}, "Choose at least one option."),
    ],
)
def test_condition_that_cannot_be_meant_is_asked_again(
    dialogue, secretariat, kind: str, fields: dict[str, object], said: str
) -> None:
    an_option(dialogue), an_option(dialogue, "visits")

    answer = secretariat.post(at(dialogue, f"conditions/new/{kind}"), fields)

    assert said in page(answer)
    assert dialogue.joint_conditions.count() == 0


def test_conditions_on_amounts_are_offered_where_there_are_amounts(dialogue, secretariat) -> None:
    an_option(dialogue)
    kinds = [dict(secretariat.get(at(dialogue, "conditions/new")).context["kinds"])]
    missing = secretariat.get(at(dialogue, "conditions/new/budget")).status_code
    an_option(dialogue, "visits", takes=[{"of": "meetings", "side": "", "value": 2}])
    kinds.append(dict(secretariat.get(at(dialogue, "conditions/new")).context["kinds"]))

    assert ["budget" in one for one in kinds] == [False, True]
    assert missing == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_number_of_queries(
    dialogue, secretariat, django_assert_num_queries, count: int
) -> None:
    area = an_area(dialogue)
    for code in ("hotline", "visits", "norm")[:count]:
        an_option(dialogue, code, area=area)

    with django_assert_num_queries(15):
        secretariat.get(at(dialogue))


def test_consultation_has_no_options_to_negotiate(sit) -> None:
    table = world.a_dialogue(stage="converge", is_open=True)

    assert "Options for cooperation" not in page(
        sit(world.seat_of(table, Role.HEAD, "nato")).get(f"/d/{table.id}/")
    )


def test_released_round_is_linked_from_the_options(dialogue, member) -> None:
    one = a_released_round(dialogue)

    assert f"/valuing/{one.id}/" in page(member.get(at(dialogue)))


def test_spirals_of_maps_that_everybody_sees_are_told_where_an_option_touches_them(
    dialogue, member
) -> None:
    open_maps(dialogue)
    joint = dialogue.maps.get(side=None)
    ships, fear = (add_concept(joint, {"en": text}).concepts[0].id for text in ("Ships", "Fear"))
    add_link(joint, ships, fear, weight=0.9)
    add_link(joint, fear, ships, weight=0.5)
    codes = list(joint.concepts.order_by("code").values_list("code", flat=True))
    one, other = an_option(dialogue, touches=codes), an_option(dialogue, "visits")

    shown, beside = (page(member.get(at(dialogue, f"{each.id}/"))) for each in (one, other))

    assert "which strengthens" in shown
    assert "Spirals that it touches" not in beside
