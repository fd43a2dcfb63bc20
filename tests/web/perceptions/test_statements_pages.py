"""The pages of statements, as each of those at the table sees them."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web import world
from tests.web.perceptions.making import CHINESE, ENGLISH, a_draft, a_proposal, entered, wording
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.domain.statements import (
    newest_version,
    revise_statement,
    withdraw_statement,
)
from tracktwo_web.perceptions.models import Statement, StatementState

DELEGATES = (Role.HEAD, Role.MEMBER, Role.ADVISER, Role.INTERPRETER, Role.SECRETARY)


def at(dialogue, path: str = "") -> str:
    return f"/d/{dialogue.id}/statements/{path}"


@pytest.fixture
def browsers(dialogue, sit, convenor_client):
    """A browser for each kind of person at the table."""
    return {
        "member of its side": sit(world.seat_of(dialogue, Role.MEMBER, "nato")),
        "other side": sit(world.seat_of(dialogue, Role.HEAD, "china")),
        "secretariat": sit(world.seat_of(dialogue, Role.SECRETARIAT)),
        "observer": sit(world.seat_of(dialogue, Role.OBSERVER)),
        "convenor": convenor_client,
    }


INSIDE = {"member of its side"}
NEUTRAL = {"secretariat", "convenor"}
ALL = INSIDE | NEUTRAL | {"other side", "observer"}
SEEN_BY = [
    (StatementState.DRAFT, INSIDE),
    (StatementState.PROPOSED, INSIDE | NEUTRAL),
    (StatementState.RETURNED, INSIDE),
    (StatementState.MERGED, INSIDE | NEUTRAL),
    (StatementState.WITHDRAWN, INSIDE),
    (StatementState.ACCEPTED, ALL),
]


@pytest.mark.parametrize(("state", "readers"), SEEN_BY)
def test_statement_exists_for_those_its_state_lets_in(dialogue, browsers, state, readers) -> None:
    one = a_draft(dialogue)
    Statement.objects.filter(pk=one.pk).update(
        state=state, code="c09" if state == "accepted" else ""
    )

    seen = {
        who: (
            client.get(at(dialogue, f"{one.id}/")).status_code,
            ENGLISH in _body(client, dialogue),
        )
        for who, client in browsers.items()
    }

    assert seen == {who: (200, True) if who in readers else (404, False) for who in ALL}


def _body(client, dialogue) -> str:
    return client.get(at(dialogue)).content.decode()


def test_secretariats_draft_exists_for_the_secretariat_alone(dialogue, browsers) -> None:
    one = a_draft(dialogue, "")

    seen = {who: c.get(at(dialogue, f"{one.id}/")).status_code for who, c in browsers.items()}

    assert seen == {who: 200 if who in NEUTRAL else 404 for who in ALL}


def test_another_version_in_the_room_leaves_the_asked_words_to_the_others(
    dialogue, browsers
) -> None:
    asked = world.a_statement(dialogue)
    world.an_open_round(dialogue, [asked])
    revise_statement(asked.statement, wording(dialogue, "A new wording of it."))

    seen = {
        who: "A new wording of it."
        in client.get(at(dialogue, f"{asked.statement_id}/")).content.decode()
        for who, client in browsers.items()
    }

    assert seen == {who: who in INSIDE for who in ALL}


def test_withdrawn_statement_that_was_asked_stays_to_be_read(dialogue, browsers) -> None:
    asked = world.a_statement(dialogue)
    world.an_open_round(dialogue, [asked])
    withdraw_statement(asked.statement)

    codes = {
        who: c.get(at(dialogue, f"{asked.statement_id}/")).status_code
        for who, c in browsers.items()
    }

    assert codes == dict.fromkeys(ALL, 200)


PROPOSES = [(role, "nato", 200) for role in DELEGATES] + [
    (Role.SECRETARIAT, "", 200),
    (Role.OBSERVER, "", 403),
]


@pytest.mark.parametrize(("role", "side", "code"), PROPOSES)
def test_form_is_open_to_those_who_may_propose(dialogue, sit, role, side, code) -> None:
    client = sit(world.seat_of(dialogue, role, side))

    assert client.get(at(dialogue, "new")).status_code == code


@pytest.mark.parametrize(
    ("stage", "code"),
    [("convene", 200), ("perceive", 200), ("risks", 403), ("text", 403), ("report", 403)],
)
def test_form_is_open_in_the_stages_that_open_proposing(dialogue, sit, stage, code) -> None:
    dialogue.stage = stage
    dialogue.save()
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))

    assert client.get(at(dialogue, "new")).status_code == code


def test_delegate_keeps_a_draft_in_the_own_room(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))

    answer = client.post(at(dialogue, "new"), entered())

    one = Statement.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, at(dialogue, f"{one.id}/"))
    assert (one.state, one.side.code, newest_version(one).texts["zh"]) == ("draft", "nato", CHINESE)
    assert "You wrote this statement" in client.get(answer["Location"]).content.decode()


def test_colleague_is_not_told_who_wrote_it(dialogue, sit) -> None:
    author = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))
    colleague = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    address = author.post(at(dialogue, "new"), entered())["Location"]

    assert "You wrote this statement" not in colleague.get(address).content.decode()


def test_convenor_puts_a_statement_onto_the_list(dialogue, convenor_client) -> None:
    convenor_client.post(at(dialogue, "new"), entered(go="send"))

    one = Statement.objects.get()
    assert (one.state, one.side, one.code, one.author_mark) == ("accepted", None, "j01", "")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"original": "zh", "text_zh": ""}, "Write it in Chinese, or choose the language"),
        (
            {"scale": "rating", "lowest": "7", "highest": "1"},
            "The highest rating is above the lowest.",
        ),
        ({"scale": "rating", "lowest": "", "highest": "x"}, "Enter a whole number."),
        ({"text_en": "", "text_zh": "", "text_fr": ""}, "This field is required."),
        ({"text_en": "x" * 601}, "at most 600 characters"),
    ],
)
def test_form_says_what_is_missing_and_keeps_what_was_typed(dialogue, sit, fields, message) -> None:
    client = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))

    page = client.post(at(dialogue, "new"), entered(source="page 12") | fields)

    body = page.content.decode()
    assert (page.status_code, Statement.objects.count()) == (200, 0)
    assert (message in body, "page 12" in body) == (True, True)


def test_rating_keeps_its_ends(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))

    client.post(at(dialogue, "new"), entered(scale="rating", lowest="0", highest="10"))

    assert Statement.objects.get().scale == "rating:0:10"


def test_close_statement_is_shown_before_sending(dialogue, sit) -> None:
    world.a_statement(dialogue, text=ENGLISH)
    client = sit(world.seat_of(dialogue, Role.MEMBER, "china"))
    near = ENGLISH.replace("storms", "storm")

    first = client.post(at(dialogue, "new"), entered(near, go="send")).content.decode()
    kept = Statement.objects.filter(side__code="china").count()
    client.post(at(dialogue, "new"), entered(near, go="send", is_different="on"))

    assert ("These are close. Is yours different?" in first, ENGLISH in first, kept) == (
        True,
        True,
        0,
    )
    assert Statement.objects.get(side__code="china").state == StatementState.PROPOSED


def test_close_statement_is_shown_when_a_draft_is_sent_as_it_stands(dialogue, sit) -> None:
    world.a_statement(dialogue, text=ENGLISH)
    draft = a_draft(dialogue, "china")
    client = sit(world.seat_of(dialogue, Role.MEMBER, "china"))

    asked = client.post(at(dialogue, f"{draft.id}/submit")).content.decode()
    client.post(at(dialogue, f"{draft.id}/submit"), {"is_different": "on"})

    draft.refresh_from_db()
    assert ("Is yours different?" in asked, draft.state) == (True, StatementState.PROPOSED)


def test_other_sides_draft_is_never_pointed_out(dialogue, sit) -> None:
    a_draft(dialogue, "nato")
    client = sit(world.seat_of(dialogue, Role.MEMBER, "china"))

    client.post(at(dialogue, "new"), entered(go="send"))

    assert Statement.objects.get(side__code="china").state == StatementState.PROPOSED


def test_draft_is_kept_without_any_question(dialogue, sit) -> None:
    world.a_statement(dialogue, text=ENGLISH)
    client = sit(world.seat_of(dialogue, Role.MEMBER, "china"))

    answer = client.post(at(dialogue, "new"), entered(go="keep"))

    assert answer.status_code == 302


def test_label_is_hinted_at_and_stops_nothing(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))

    address = client.post(at(dialogue, "new"), entered("The regime acts."))["Location"]

    assert '<q lang="en">regime</q>' in client.get(address).content.decode()


def test_change_of_an_asked_statement_keeps_scale_and_subject(dialogue, sit) -> None:
    asked = world.a_statement(dialogue)
    world.an_open_round(dialogue, [asked])
    client = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))
    other = dialogue.sides.get(code="nato")

    client.post(
        at(dialogue, f"{asked.statement_id}/edit"),
        entered("Another wording.", scale="rating", about=str(other.id)),
    )

    asked.statement.refresh_from_db()
    assert (asked.statement.scale, asked.statement.about.code) == ("vote", "china")
    assert newest_version(asked.statement).texts["en"] == "Another wording."


def test_two_who_write_at_once_lose_nothing(dialogue, sit) -> None:
    draft = a_draft(dialogue, "nato")
    seats = dialogue.seats.filter(side__code="nato", role__in=DELEGATES)
    first, second = (sit(seat) for seat in seats[:2])
    address = at(dialogue, f"{draft.id}/edit")
    as_read = first.get(address).context["form"]["as_read"].value()

    second.post(address, entered("Theirs.", go="keep", as_read=as_read))
    told = first.post(address, entered("Mine.", go="keep", as_read=as_read))
    kept = newest_version(draft).texts["en"]
    page = told.content.decode()
    as_read_now = told.context["form"]["as_read"].value()
    first.post(address, entered("Mine.", go="keep", as_read=as_read_now))

    assert (told.status_code, kept) == (200, "Theirs.")
    assert "Somebody else changed this while you were writing" in page
    assert "Theirs." in page
    assert "Mine." in page
    assert newest_version(draft).texts["en"] == "Mine."


@pytest.mark.parametrize("act", ["edit", "withdraw"])
def test_other_side_may_not_change_what_it_can_read(dialogue, sit, act) -> None:
    one = world.a_statement(dialogue).statement
    client = sit(world.seat_of(dialogue, Role.HEAD, "china"))

    codes = [client.get(at(dialogue, f"{one.id}/{act}")).status_code]
    codes.append(client.post(at(dialogue, f"{one.id}/{act}"), entered()).status_code)

    one.refresh_from_db()
    assert (codes, one.state) == ([403, 403], StatementState.ACCEPTED)


@pytest.mark.parametrize(
    "act", ["", "edit", "submit", "withdraw", "fr/", "fr/review", "fr/approve"]
)
def test_draft_answers_404_to_the_other_side_whatever_is_asked(dialogue, sit, act) -> None:
    draft = a_draft(dialogue, "nato")
    client = sit(world.seat_of(dialogue, Role.HEAD, "china"))
    nothing = uuid.uuid4()

    codes = {
        (client.post(at(dialogue, f"{id_}/{act}")).status_code)
        if act
        else client.get(at(dialogue, f"{id_}/")).status_code
        for id_ in (draft.id, nothing)
    }

    assert codes == {404}


@pytest.mark.parametrize(
    ("role", "code", "state"), [(Role.MEMBER, 403, "accepted"), (Role.HEAD, 302, "withdrawn")]
)
def test_head_of_the_side_withdraws_what_is_on_the_list(dialogue, sit, role, code, state) -> None:
    one = world.a_statement(dialogue).statement
    client = sit(world.seat_of(dialogue, role, "nato"))

    answer = client.post(at(dialogue, f"{one.id}/withdraw"))

    one.refresh_from_db()
    assert (answer.status_code, one.state) == (code, state)


def test_head_withdraws_nothing_while_a_round_is_open(dialogue, sit) -> None:
    """A row that only one seat can have written would lie among ballots, in the order of writing."""
    asked = world.a_statement(dialogue)
    one = asked.statement
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    world.an_open_round(dialogue, [asked])

    answer = client.post(at(dialogue, f"{one.id}/withdraw"))

    one.refresh_from_db()
    assert (answer.status_code, one.state) == (403, StatementState.ACCEPTED)


def test_author_still_knows_the_statement_when_the_link_is_opened_again(dialogue, sit) -> None:
    from django.utils import timezone

    from tracktwo_web.dialogues.domain.keys import issue_key

    seat = world.seat_of(dialogue, Role.MEMBER, "nato")
    secret = issue_key(seat, now=timezone.now()).secret
    from django.test import Client

    clients = [Client(headers={"host": "localhost"}) for _ in range(2)]
    for client in clients:
        client.post(f"/seat/{secret}", {"passphrase": ""})
    address = clients[0].post(at(dialogue, "new"), entered())["Location"]

    assert "You wrote this statement" in clients[1].get(address).content.decode()


def test_no_page_says_when_something_was_written(dialogue, browsers) -> None:
    one = a_proposal(dialogue)

    bodies = [c.get(at(dialogue, f"{one.id}/")).content.decode() for c in browsers.values()]

    assert [body for body in bodies if "<time" in body] == []


@pytest.mark.parametrize("page", ["", "desk"])
def test_lists_ask_the_database_as_often_for_many_as_for_one(
    dialogue, convenor_client, page
) -> None:
    address = f"/d/{dialogue.id}/desk/" if page else at(dialogue)
    counts = []
    for n in (1, 3):
        while Statement.objects.count() < 2 * n:
            world.a_statement(dialogue, f"x{Statement.objects.count():02}", side="")
            a_proposal(
                dialogue, english=f"{['Fish', 'cables', 'satellites', 'winds'][n]} number {n}."
            )
        with CaptureQueriesContext(
            connection,
        ) as asked:
            convenor_client.get(address)
        counts.append(len(asked))

    assert counts[0] == counts[1]
