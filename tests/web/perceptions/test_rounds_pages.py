"""The pages of rounds: the plan, the states, and what everybody is told."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.domain.rounds import RoundPlan, plan_round
from tracktwo_web.perceptions.models import Answer, Round, TookPart

DAY = dt.timedelta(days=1)


def at(dialogue, path: str = "") -> str:
    return f"/d/{dialogue.id}/rounds/{path}"


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


@pytest.fixture
def delegate(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.MEMBER, "nato"))


def planned(dialogue, **plan) -> Round:
    plan = {"closes_at": timezone.now() + 8 * DAY, "title": {"en": "First", "fr": "Premier"}} | plan
    return plan_round(dialogue, RoundPlan(**plan), [world.a_statement(dialogue)])


def entered(dialogue, **fields) -> dict[str, object]:
    """The form of a round, filled in."""
    return {
        "title_en": "How each side sees the other",
        "zone": "Asia/Shanghai",
        "opens_at": "2099-07-01T09:00",
        "closes_at": "2099-07-09T18:00",
        "quorum": "3",
        "takes_comments": "on",
        "ask": [str(one.versions.get().id) for one in dialogue.statements.all()],
    } | fields


def test_plan_reads_times_on_the_clock_that_was_chosen(dialogue, secretariat) -> None:
    world.a_statement(dialogue)

    answer = secretariat.post(at(dialogue, "new"), entered(dialogue))

    one = Round.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, at(dialogue, f"{one.id}/"))
    assert (one.opens_at, one.closes_at) == (
        dt.datetime(2099, 7, 1, 1, tzinfo=dt.UTC),
        dt.datetime(2099, 7, 9, 10, tzinfo=dt.UTC),
    )
    assert (one.title, one.quorum, one.asks_mirror, one.takes_comments) == (
        {"en": "How each side sees the other"},
        3,
        False,
        True,
    )


def test_places_order_the_statements_and_the_others_follow_by_code(dialogue, secretariat) -> None:
    versions = [world.a_statement(dialogue, code) for code in ("c01", "c02", "c03", "c04")]
    ask = [str(version.id) for version in versions[:3]]
    places = {f"place_{versions[2].id.hex}": "1"}

    secretariat.post(at(dialogue, "new"), entered(dialogue, ask=ask) | places)

    asked = Round.objects.get().questions.order_by("position")
    assert [q.version.statement.code for q in asked] == ["c03", "c01", "c02"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"closes_at": "2020-01-01T10:00"}, "That time has passed."),
        ({"opens_at": "2099-07-10T10:00"}, "A round closes after it opens."),
        ({"closes_at": "soon"}, "Enter a valid date/time."),
        ({"quorum": "2"}, "greater than or equal to 3"),
        ({"ask": []}, "Choose at least one statement."),
        ({"zone": "Europe/Brussels", "opens_at": "2099-03-29T02:30"}, "No clock shows that hour"),
    ],
)
def test_plan_that_cannot_be_is_asked_again(dialogue, secretariat, fields, message) -> None:
    world.a_statement(dialogue)

    body = secretariat.post(at(dialogue, "new"), entered(dialogue) | fields).content.decode()

    assert (message in body, "How each side sees the other" in body) == (True, True)
    assert Round.objects.count() == 0


def test_plan_offers_what_was_not_asked_yet(dialogue, secretariat) -> None:
    world.an_open_round(dialogue, [world.a_statement(dialogue, "c01")])
    fresh = world.a_statement(dialogue, "c02")

    body = secretariat.get(at(dialogue, "new")).content.decode()

    assert len(re.findall(r"name=\"ask\" value=\"[^\"]*\" checked", body)) == 1
    assert f'value="{fresh.id}" checked' in body


def test_changed_plan_shows_what_was_planned(dialogue, secretariat) -> None:
    one = planned(dialogue, closes_at=dt.datetime(2099, 7, 9, 16, tzinfo=dt.UTC))

    body = secretariat.get(at(dialogue, f"{one.id}/edit")).content.decode()

    assert 'value="2099-07-09T18:00"' in body  # Brussels, the first side's clock
    assert f'value="{one.questions.get().version_id}" checked' in body


STEPS = ("edit", "prolong", "open", "close", "release", "void")


@pytest.mark.parametrize("step", ["", "new", *STEPS])
@pytest.mark.parametrize(
    ("role", "side"), [(Role.HEAD, "nato"), (Role.SECRETARY, "china"), (Role.OBSERVER, "")]
)
def test_rounds_are_run_by_the_secretariat_and_the_convenor(
    dialogue, sit, role, side, step
) -> None:
    one = planned(dialogue)
    client = sit(world.seat_of(dialogue, role, side))
    address = at(dialogue, "new" if step == "new" else f"{one.id}/{step}")

    codes = client.get(address).status_code, client.post(address).status_code

    one.refresh_from_db()
    assert (codes, one.state) == ((200, 405) if not step else (403, 403), "planned")


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [("open", "planned", "open"), ("release", "closed", "released")],
)
def test_step_asks_first_and_is_then_taken(dialogue, secretariat, step, before, after) -> None:
    one = planned(dialogue)
    Round.objects.update(state=before)
    address = at(dialogue, f"{one.id}/{step}")

    asked = secretariat.get(address).status_code, Round.objects.get().state
    taken = secretariat.post(address)

    assert asked == (200, before)
    assert (taken.status_code, Round.objects.get().state) == (302, after)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("step", "after"), [("close", "void"), ("void", "void")])
def test_open_round_is_closed_or_voided_from_its_page(dialogue, sit, step, after) -> None:
    one = world.an_open_round(dialogue)
    client = sit(world.seat_of(dialogue, Role.SECRETARIAT))

    taken = client.post(at(dialogue, f"{one.id}/{step}"))

    assert (taken.status_code, Round.objects.get().state) == (302, after)


def test_step_that_comes_too_late_is_said_calmly(dialogue, secretariat) -> None:
    one = world.an_open_round(dialogue)

    page = secretariat.post(at(dialogue, f"{one.id}/release"), follow=True)

    assert "things have moved on since this page was shown" in page.content.decode()
    assert Round.objects.get().state == "open"


def test_round_does_not_open_at_another_stage(dialogue, secretariat) -> None:
    one = planned(dialogue)
    dialogue.stage = "convene"
    dialogue.save()

    answer = secretariat.post(at(dialogue, f"{one.id}/open"))

    assert (answer.status_code, Round.objects.get().state) == (409, "planned")


def test_open_round_is_prolonged_and_never_shortened(dialogue, secretariat) -> None:
    one = world.an_open_round(dialogue)
    address = at(dialogue, f"{one.id}/prolong")

    earlier = secretariat.post(address, {"zone": "UTC", "closes_at": "2020-01-01T10:00"})
    later = secretariat.post(address, {"zone": "UTC", "closes_at": "2099-01-01T10:00"})

    assert "can only close later" in earlier.content.decode()
    assert (later.status_code, Round.objects.get().closes_at) == (
        302,
        dt.datetime(2099, 1, 1, 10, tzinfo=dt.UTC),
    )


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("planned", "It is planned and not open yet."),
        ("open", "only whether each side has reached its quorum"),
        ("closed", "Still nobody sees anything."),
        ("released", "No figure rests on fewer than 3 people."),
        ("void", "Its answers were deleted, and nobody has seen them."),
    ],
)
def test_everybody_reads_what_the_state_means(dialogue, sit, state, said) -> None:
    one = planned(dialogue)
    Round.objects.update(state=state, opened_at=timezone.now())
    people = [
        (Role.MEMBER, "nato"),
        (Role.HEAD, "china"),
        (Role.OBSERVER, ""),
        (Role.SECRETARIAT, ""),
    ]

    told = {
        role: said
        in sit(world.seat_of(dialogue, role, side)).get(at(dialogue, f"{one.id}/")).content.decode()
        for role, side in people
    }

    assert told == dict.fromkeys((role for role, _ in people), True)


def test_quorum_is_yes_or_no_and_no_number(dialogue, secretariat) -> None:
    one = world.an_open_round(dialogue)
    empty = secretariat.get(at(dialogue, f"{one.id}/")).content.decode()
    for n in range(2):
        Answer.objects.create(
            question=one.questions.first(),
            ballot=bytes([n]) * 16,
            value=1,
            side=dialogue.sides.first(),
        )

    fuller = secretariat.get(at(dialogue, f"{one.id}/")).content.decode()

    assert (empty.count("not yet"), fuller.count("not yet")) == (2, 2)
    assert _without_tokens(empty) == _without_tokens(fuller)


def _without_tokens(body: str) -> list[str]:
    return [line for line in body.splitlines() if "csrf" not in line]


@pytest.mark.parametrize(("quorum", "warnings"), [(4, 0), (5, 2)])
def test_plan_that_must_fail_is_pointed_out(dialogue, secretariat, quorum, warnings) -> None:
    one = planned(dialogue, quorum=quorum)

    body = secretariat.get(at(dialogue, f"{one.id}/")).content.decode()

    assert body.count("fewer seats can answer than the quorum asks for") == warnings


def test_times_are_shown_on_both_clocks(dialogue, delegate) -> None:
    one = planned(dialogue, closes_at=dt.datetime(2099, 7, 9, 16, tzinfo=dt.UTC))

    body = delegate.get(at(dialogue, f"{one.id}/")).content.decode()

    assert ("9 July 2099, 18:00" in body, "10 July 2099, 00:00" in body) == (True, True)


def test_statements_of_a_plan_are_for_the_secretariat(dialogue, delegate, secretariat) -> None:
    one = planned(dialogue)
    words = "Statement c01 is so."

    seen = [
        words in c.get(at(dialogue, f"{one.id}/")).content.decode() for c in (delegate, secretariat)
    ]
    Round.objects.update(state="open", opened_at=timezone.now())
    later = words in delegate.get(at(dialogue, f"{one.id}/")).content.decode()

    assert (seen, later) == ([False, True], True)


def test_round_of_another_dialogue_is_not_there(dialogue, secretariat) -> None:
    other = world.an_open_round(world.a_dialogue(convenor=world.a_user("other")))

    codes = {
        secretariat.get(at(dialogue, f"{other.id}/{step}")).status_code for step in ("", *STEPS)
    }

    assert codes == {404}


def test_title_is_read_in_the_readers_language(dialogue, delegate) -> None:
    planned(dialogue)

    body = delegate.get(at(dialogue), headers={"accept-language": "fr"}).content.decode()

    assert "Premier" in body


def test_home_asks_for_answers_until_the_end(dialogue, delegate) -> None:
    one = world.an_open_round(dialogue)

    body = delegate.get(f"/d/{dialogue.id}/").content.decode()

    assert f"/d/{dialogue.id}/rounds/{one.id}/answer/" in body


@pytest.mark.parametrize("role", [Role.INTERPRETER, Role.SECRETARY])
def test_home_asks_nobody_without_a_voice(dialogue, sit, role) -> None:
    one = world.an_open_round(dialogue)

    body = sit(world.seat_of(dialogue, role, "nato")).get(f"/d/{dialogue.id}/").content.decode()

    assert f"/rounds/{one.id}/answer/" not in body


def test_home_asks_the_secretariat_to_release_and_to_plan_again(dialogue, secretariat) -> None:
    closed = world.an_open_round(dialogue)
    Round.objects.update(state="closed")
    missed = plan_round(dialogue, RoundPlan(closes_at=timezone.now() - DAY), [])

    body = secretariat.get(f"/d/{dialogue.id}/").content.decode()

    assert f"/rounds/{closed.id}/" in body
    assert f"/rounds/{missed.id}/edit" in body


def test_list_asks_the_database_as_often_for_three_rounds_as_for_one(dialogue, secretariat) -> None:
    counts = []
    for n in (1, 3):
        while Round.objects.count() < n:
            plan_round(dialogue, RoundPlan(closes_at=timezone.now() + DAY), [])
        with CaptureQueriesContext(connection) as asked:
            secretariat.get(at(dialogue))
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_page_asks_the_database_as_often_for_three_statements_as_for_one(
    dialogue, secretariat
) -> None:
    counts = []
    for codes in (("c01",), ("c02", "c03", "c04")):
        one = world.an_open_round(dialogue, [world.a_statement(dialogue, code) for code in codes])
        with CaptureQueriesContext(connection) as asked:
            secretariat.get(at(dialogue, f"{one.id}/"))
        counts.append(len(asked))
        Round.objects.update(state="void")

    assert counts[0] == counts[1]


# What is entered later -------------------------------------------------------------------------


@pytest.fixture
def answered(dialogue, sit):
    """A seat whose cookie remembers having answered, with its browser."""
    from tracktwo_web.dialogues.cookie import NAME, WAITS, opened, path_of

    one = world.an_open_round(dialogue)
    client = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))
    sitting = opened(client.cookies[NAME].value).having_answered(one.id)
    for name in (NAME, WAITS):
        client.cookies[name] = sitting.sealed()
        client.cookies[name]["path"] = path_of(dialogue.id)
    return one, client


@pytest.mark.parametrize(
    ("state", "entered"), [("open", 0), ("closed", 1), ("released", 1), ("void", 0)]
)
def test_taking_part_is_entered_once_the_round_is_over(dialogue, answered, state, entered) -> None:
    _, client = answered
    Round.objects.update(state=state)

    for _ in range(2):
        client.get(f"/d/{dialogue.id}/")

    assert TookPart.objects.count() == entered


def test_taking_part_waits_for_every_round_of_the_dialogue(dialogue, answered) -> None:
    one, client = answered
    Round.objects.update(state="closed")
    other = world.an_open_round(dialogue, [world.a_statement(dialogue, "c09")])

    client.get(f"/d/{dialogue.id}/")
    waiting = TookPart.objects.count()
    Round.objects.filter(pk=other.pk).update(state="closed")
    client.get(f"/d/{dialogue.id}/")

    assert (waiting, TookPart.objects.get().round) == (0, one)
