"""One proposal: what it would change, who agrees, and who may take it back."""

import pytest

from tests.web.texts.laid import a_draft, a_proposal
from tests.web.texts.views.desk import PASSAGE
from tracktwo.text import OperationKind
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import chair, proposals
from tracktwo_web.texts.models import ProposalState

OURS = "The sides meet twice a year."
READERS = [
    (Role.HEAD, "nato"),
    (Role.INTERPRETER, "china"),
    (Role.SECRETARIAT, ""),
    (Role.OBSERVER, ""),
]


def words_of(page) -> list[list[tuple[str, str]]]:
    changes = page.context["offer"].changes
    return [[(one.kind.value, one.text) for one in row.stretches] for row in changes]


@pytest.mark.parametrize(("role", "side"), READERS)
def test_everybody_at_the_table_reads_it(desk, text, china, role, side) -> None:
    a_proposal(text, china, OURS)

    page = desk.at(role, side).get(desk.to("text_proposal", "p1"))

    assert words_of(page) == [
        [("same", "The sides meet "), ("gone", "every"), ("come", "twice a"), ("same", " year.")]
    ]
    assert [one.code for one in page.context["offer"].agreed] == ["china"]
    assert "It is clearer." in page.content.decode()
    asks = {
        name: bool(page.context.get(name)) for name in ("asks_head", "may_withdraw", "asks_chair")
    }
    assert asks == {
        "asks_head": role == Role.HEAD,
        "may_withdraw": False,
        "asks_chair": role == Role.SECRETARIAT,
    }


def test_own_draft_is_shown_where_it_is_written(desk, text, nato) -> None:
    draft = a_draft(text, nato, OURS)

    answer = desk.at(Role.MEMBER, "nato").get(desk.to("text_proposal", draft.code))

    assert answer["Location"] == desk.to("text_edit", *PASSAGE)


def test_head_agrees_and_changes_their_mind(desk, text, china) -> None:
    one = a_proposal(text, china, OURS)
    head = desk.at(Role.HEAD, "nato")

    head.post(desk.to("text_agree", "p1"), {"agrees": "yes"})
    one.refresh_from_db()
    assert one.agreed == ["china", "nato"]

    head.post(desk.to("text_agree", "p1"), {"agrees": "no"})
    one.refresh_from_db()
    assert one.agreed == ["china"]


@pytest.mark.parametrize(
    ("role", "side"), [(Role.MEMBER, "nato"), (Role.SECRETARIAT, ""), (Role.OBSERVER, "")]
)
def test_nobody_else_agrees_for_a_side(desk, text, china, role, side) -> None:
    one = a_proposal(text, china, OURS)

    assert desk.at(role, side).post(desk.to("text_agree", "p1")).status_code == 403
    one.refresh_from_db()
    assert one.agreed == ["china"]


def test_own_side_withdraws_and_it_stays_to_be_read(desk, text, nato) -> None:
    a_proposal(text, nato, OURS)
    member = desk.at(Role.MEMBER, "nato")

    member.post(desk.to("text_withdraw", "p1"))

    page = member.get(desk.to("text_proposal", "p1"))
    assert page.context["proposal"].state == ProposalState.WITHDRAWN
    assert words_of(page)[0][1] == ("gone", "every")
    assert not page.context["may_withdraw"]


@pytest.mark.parametrize(
    ("role", "side"),
    [(Role.HEAD, "china"), (Role.ADVISER, "nato"), (Role.SECRETARIAT, ""), (Role.OBSERVER, "")],
)
def test_nobody_else_withdraws(desk, text, nato, role, side) -> None:
    one = a_proposal(text, nato, OURS)

    assert desk.at(role, side).post(desk.to("text_withdraw", "p1")).status_code == 403
    one.refresh_from_db()
    assert one.state == ProposalState.TABLED


def test_proposal_that_lost_its_place_says_why(desk, text, nato, china) -> None:
    one = a_proposal(text, nato, "The sides convene every year.")
    other = a_proposal(text, china, "The sides confer every year.")
    proposals.agree(one, china)
    chair.take_up(one)

    page = desk.at(Role.HEAD, "china").get(desk.to("text_proposal", other.code))

    assert page.context["proposal"].state == ProposalState.STUCK
    assert page.context["why"].startswith(
        "Proposal p2 speaks of words of passage u1 that proposal p1"
    )
    assert ("come", "confer") in words_of(page)[0]


def test_what_was_taken_up_is_read_as_it_was_proposed(desk, text, nato, china) -> None:
    for number, words in enumerate((OURS, "The sides meet thrice a year."), start=1):
        one = a_proposal(text, nato, words)
        proposals.agree(one, china)
        chair.take_up(one)
        text.refresh_from_db()
        assert one.code == f"p{number}"

    page = desk.at(Role.OBSERVER).get(desk.to("text_proposal", "p1"))

    assert ("gone", "every") in words_of(page)[0]


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (OperationKind.SUP, [("gone", "A line stays open.")]),
        (OperationKind.NOC, [("same", "A line stays open.")]),
    ],
)
def test_whole_passages_are_shown_in_every_language(desk, text, nato, kind, row) -> None:
    proposals.table_about_unit(text, nato, "u3", kind, {})

    page = desk.at(Role.OBSERVER).get(desk.to("text_proposal", "p1"))

    assert words_of(page) == [row, [(row[0][0], "保持热线畅通。")]]


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_however_many_lie_on_the_table(
    desk, text, nato, count, django_assert_max_num_queries
) -> None:
    for number in range(count):
        a_proposal(text, nato, f"The sides meet {number} times.")
    observer = desk.at(Role.OBSERVER)

    with django_assert_max_num_queries(16):
        observer.get(desk.to("text_proposal", "p1"))
