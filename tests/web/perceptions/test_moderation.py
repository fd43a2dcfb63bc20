"""The desk of the secretariat, what authors are told, and the log."""

import csv
import datetime as dt
import io

import pytest

from tests.web import world
from tests.web.perceptions.making import ENGLISH, a_draft, a_proposal, entered, wording
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.domain.moderation import accept, merge, send_back
from tracktwo_web.perceptions.domain.statements import revise_statement, submit_statement
from tracktwo_web.perceptions.models import Decision, Statement, StatementState, Verdict
from tracktwo_web.perceptions.views.moderation import LOG_COLUMNS, harmless
from tracktwo_web.rounds.states import NotNow

TODAY = dt.date(2026, 11, 24)


def desk(dialogue, path: str = "") -> str:
    return f"/d/{dialogue.id}/desk/{path}"


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


def test_accepting_gives_a_code_and_a_line_of_the_log(dialogue) -> None:
    sent = a_proposal(dialogue)

    decision = accept(sent, today=TODAY)

    sent.refresh_from_db()
    assert (sent.state, sent.code) == (StatementState.ACCEPTED, "c01")
    assert (decision.number, decision.verdict, decision.decided_on) == (1, "accepted", TODAY)


def test_returning_sends_it_back_to_its_room_with_the_reason(dialogue) -> None:
    sent = a_proposal(dialogue)

    decision = send_back(sent, "Two claims in one sentence.", today=TODAY)

    sent.refresh_from_db()
    assert (sent.state, decision.reason) == (StatementState.RETURNED, "Two claims in one sentence.")


def test_merging_lets_a_listed_statement_stand_for_it(dialogue) -> None:
    into = world.a_statement(dialogue).statement
    sent = a_proposal(dialogue, "china")

    decision = merge(sent, into, today=TODAY)

    sent.refresh_from_db()
    assert (sent.state, decision.into) == (StatementState.MERGED, into)


def test_merging_into_what_is_not_on_the_list_is_refused(dialogue) -> None:
    other, sent = a_proposal(dialogue, "china"), a_proposal(dialogue)

    with pytest.raises(NotNow):
        merge(sent, other, today=TODAY)

    sent.refresh_from_db()
    assert (sent.state, Decision.objects.count()) == (StatementState.PROPOSED, 0)


def test_deciding_twice_is_refused(dialogue) -> None:
    sent = a_proposal(dialogue)
    accept(sent, today=TODAY)

    with pytest.raises(NotNow):
        send_back(sent, "Too late.", today=TODAY)


def test_log_keeps_the_words_that_were_decided_about(dialogue) -> None:
    sent = a_proposal(dialogue)
    send_back(sent, "Say it calmly.", today=TODAY)

    revise_statement(sent, wording(dialogue, "Something else entirely."))

    assert Decision.objects.get().wording["en"] == ENGLISH


def test_decisions_are_numbered_in_their_order(dialogue) -> None:
    sent = a_proposal(dialogue)
    send_back(sent, "Shorter, please.", today=TODAY)
    accept(submit_statement(sent), today=TODAY)

    assert list(Decision.objects.order_by("number").values_list("number", "verdict")) == [
        (1, Verdict.RETURNED),
        (2, Verdict.ACCEPTED),
    ]


# Pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["", "log", "log.csv"])
def test_desk_is_closed_to_everybody_who_sits_on_a_side_or_watches(dialogue, sit, page) -> None:
    seats = [(Role.HEAD, "nato"), (Role.SECRETARY, "china"), (Role.OBSERVER, "")]

    codes = {
        sit(world.seat_of(dialogue, role, side)).get(desk(dialogue, page)).status_code
        for role, side in seats
    }

    assert codes == {403}


def test_desk_shows_what_waits_with_what_is_close_to_it(dialogue, secretariat) -> None:
    world.a_statement(dialogue, text=ENGLISH)
    a_proposal(dialogue, "china")

    body = secretariat.get(desk(dialogue)).content.decode()

    assert (ENGLISH in body, "One statement is close to it." in body) == (True, True)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"verdict": "returned"}, "Say why: its author is to know what to change."),
        ({"verdict": "merged"}, "Choose the statement that says the same."),
        ({}, "This field is required."),
    ],
)
def test_decision_without_what_it_needs_is_asked_again(
    dialogue, secretariat, fields, message
) -> None:
    sent = a_proposal(dialogue)

    body = secretariat.post(desk(dialogue, f"{sent.id}/"), fields).content.decode()

    assert (message in body, Decision.objects.count()) == (True, 0)


@pytest.mark.parametrize(
    ("verdict", "state"), [("accepted", "accepted"), ("returned", "returned"), ("merged", "merged")]
)
def test_decision_is_recorded_from_the_page(dialogue, secretariat, verdict, state) -> None:
    into = world.a_statement(dialogue).statement
    sent = a_proposal(dialogue)
    fields = {"verdict": verdict, "reason": "Because.", "into": str(into.id)}

    answer = secretariat.post(desk(dialogue, f"{sent.id}/"), fields)

    sent.refresh_from_db()
    assert (answer.status_code, answer["Location"], sent.state) == (302, desk(dialogue), state)


def test_what_is_not_on_the_desk_is_not_there(dialogue, secretariat) -> None:
    draft, listed = a_draft(dialogue), world.a_statement(dialogue).statement

    codes = [secretariat.get(desk(dialogue, f"{one.id}/")).status_code for one in (draft, listed)]

    assert codes == [404, 404]


def test_late_decision_says_that_things_have_moved_on(
    dialogue, secretariat, convenor_client
) -> None:
    sent = a_proposal(dialogue)
    page = desk(dialogue, f"{sent.id}/")
    accept(sent, today=TODAY)

    assert convenor_client.post(page, {"verdict": "accepted"}).status_code == 404


@pytest.fixture
def returned(dialogue, sit):
    """A statement that came back, its author's browser and a colleague's."""
    author = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))
    colleague = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    author.post(f"/d/{dialogue.id}/statements/new", entered(go="send"))
    one = Statement.objects.get()
    send_back(one, "Two claims in one sentence.", today=TODAY)
    return one, author, colleague


def test_author_is_told_and_reads_the_reason(dialogue, returned) -> None:
    one, author, _ = returned

    home = author.get(f"/d/{dialogue.id}/").content.decode()
    page = author.get(f"/d/{dialogue.id}/statements/{one.id}/").content.decode()

    assert f"/d/{dialogue.id}/statements/{one.id}/" in home
    assert "A statement you wrote came back with a reason." in home
    assert ("Two claims in one sentence." in page, "You wrote this" in page) == (True, True)


def test_colleague_reads_the_reason_and_is_not_asked(dialogue, returned) -> None:
    one, _, colleague = returned

    home = colleague.get(f"/d/{dialogue.id}/").content.decode()
    page = colleague.get(f"/d/{dialogue.id}/statements/{one.id}/").content.decode()

    assert "A statement you wrote" not in home
    assert ("Two claims in one sentence." in page, "You wrote this" in page) == (True, False)


def test_other_side_reads_no_reason_of_what_was_accepted(dialogue, sit) -> None:
    sent = a_proposal(dialogue)
    send_back(sent, "Two claims in one sentence.", today=TODAY)
    accept(submit_statement(sent), today=TODAY)
    other = sit(world.seat_of(dialogue, Role.HEAD, "china"))

    body = other.get(f"/d/{dialogue.id}/statements/{sent.id}/").content.decode()

    assert (ENGLISH in body, "Two claims" in body) == (True, False)


def test_secretariat_is_asked_to_decide(dialogue, secretariat) -> None:
    a_proposal(dialogue)

    home = secretariat.get(f"/d/{dialogue.id}/").content.decode()

    assert "One proposed statement waits for a decision." in home


def test_log_is_a_file_that_names_no_seat(dialogue, secretariat) -> None:
    sent = a_proposal(dialogue)
    send_back(sent, "=HYPERLINK(1)", today=TODAY)
    accept(submit_statement(sent), today=TODAY)

    answer = secretariat.get(desk(dialogue, "log.csv"))

    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    labels = dialogue.seats.values_list("label", flat=True)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert [row for row in rows if row["language"] == "en"] == [
        _row("1", "returned", "'=HYPERLINK(1)"),
        _row("2", "accepted", ""),
    ]
    assert [label for label in labels if label in answer.content.decode()] == []


def _row(number: str, verdict: str, reason: str) -> dict[str, str]:
    values = (number, "2026-11-24", verdict, "c01", "nato", "", reason, "en", ENGLISH)
    return dict(zip(LOG_COLUMNS, values, strict=True))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_cells_are_no_formulas(cell) -> None:
    assert harmless(cell) == f"'{cell}"


def test_everybody_reads_how_statements_are_accepted(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.OBSERVER))

    body = client.get(f"/d/{dialogue.id}/statements/policy").content.decode()

    assert "It does not ask whether a statement is true." in body
