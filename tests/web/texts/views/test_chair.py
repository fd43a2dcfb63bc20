"""The chair takes up what all agree to, brackets what they do not, and closes what all accept."""

import pytest

from tests.web import world
from tests.web.texts.laid import a_proposal, all_accept, english
from tracktwo.text import OperationKind
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import chair, proposals
from tracktwo_web.texts.models import ProposalState

OURS = "The sides meet twice a year."
NOT_CHAIR = [(Role.HEAD, "nato"), (Role.MEMBER, "china"), (Role.OBSERVER, "")]


@pytest.fixture
def secretariat(desk):
    return desk.at(Role.SECRETARIAT)


def test_what_every_side_agrees_to_is_taken_up(desk, text, nato, china, secretariat) -> None:
    one = a_proposal(text, nato, OURS)
    page = secretariat.get(desk.to("text_proposal", "p1"))
    assert page.context["may_take_up"] is False

    proposals.agree(one, china)
    page = secretariat.get(desk.to("text_proposal", "p1"))
    assert page.context["may_take_up"] is True
    secretariat.post(desk.to("text_take_up", "p1"))

    assert english(text, "u1") == OURS


def test_what_one_side_does_not_agree_to_is_not_taken_up(desk, text, nato, secretariat) -> None:
    a_proposal(text, nato, OURS)

    answer = secretariat.post(desk.to("text_take_up", "p1"), follow=True)

    assert "Not every side has agreed to this yet" in answer.content.decode()
    assert english(text, "u1") == "The sides meet every year."


def test_contested_words_enter_in_brackets_with_a_reason(desk, text, nato, secretariat) -> None:
    one = a_proposal(text, nato, OURS)

    secretariat.post(desk.to("text_enter", "p1"), {"reason": "waiting"})

    one.refresh_from_db()
    assert one.state == ProposalState.BRACKETED
    assert english(text, "u1") == (
        "The sides meet [every/twice a]{id:b2 since:1 reason:waiting holder:nato} year."
    )


def test_reason_that_nobody_knows_is_left_out(desk, text, nato, secretariat) -> None:
    a_proposal(text, nato, OURS)

    secretariat.post(desk.to("text_enter", "p1"), {"reason": "because}"})

    assert "reason" not in english(text, "u1")


def test_proposal_is_not_taken_up_with_a_reason_only(desk, text, nato, secretariat) -> None:
    one = a_proposal(text, nato, OURS)

    page = secretariat.post(desk.to("text_decline", "p1"), {"reason": " "})
    assert list(page.context["decline_form"].errors) == ["reason"]

    secretariat.post(desk.to("text_decline", "p1"), {"reason": "It says the same."})
    one.refresh_from_db()
    assert (one.state, one.why) == (ProposalState.DECLINED, {"said": "It says the same."})
    page = desk.at(Role.MEMBER, "nato").get(desk.to("text_proposal", "p1"))
    assert page.context["why"] == "It says the same."


def test_settled_proposal_is_not_declined_again(desk, text, nato, secretariat) -> None:
    proposals.withdraw(a_proposal(text, nato, OURS))

    answer = secretariat.post(desk.to("text_decline", "p1"), {"reason": ""}, follow=True)

    assert "This proposal is not on the table any more." in answer.content.decode()


def test_bracket_is_closed_where_every_side_accepts(desk, text, secretariat) -> None:
    address = desk.to("text_close_bracket", "b1")
    assert secretariat.get(address).context["closing"] == set()
    all_accept(text, "b1", 1)

    assert secretariat.get(address).context["closing"] == {1}
    answer = secretariat.post(address, {"alternative": "1"})

    assert answer["Location"] == desk.to("text") + "?unit=u2#u2"
    assert english(text, "u2") == "The sides should announce exercises."


def test_bracket_stays_open_where_not_every_side_accepts(desk, text, secretariat) -> None:
    answer = secretariat.post(desk.to("text_close_bracket", "b1"), {"alternative": "0"})

    assert answer["Location"] == desk.to("text_close_bracket", "b1")
    assert "[shall/should]" in english(text, "u2")


def test_chair_marks_the_wording_it_proposes(desk, text, secretariat) -> None:
    for told, marked in (("1", 1), ("none", None)):
        secretariat.post(desk.to("text_propose_wording", "b1"), {"alternative": told})

        assert text.choices.get().alternative == marked
        page = secretariat.get(desk.to("text_close_bracket", "b1"))
        proposed = [one.alternative for one in page.context["point"].wordings if one.is_proposed]
        assert proposed == [marked]


@pytest.mark.parametrize("told", ["", "-1", "x", "99999", "²"])
def test_wording_that_is_none_is_not_found(desk, secretariat, told) -> None:
    for name in ("text_close_bracket", "text_propose_wording"):
        answer = secretariat.post(desk.to(name, "b1"), {"alternative": told})
        assert answer.status_code == 404


def test_bracket_that_is_none_is_not_found(desk, secretariat) -> None:
    assert secretariat.get(desk.to("text_close_bracket", "b9")).status_code == 404
    answer = secretariat.post(desk.to("text_propose_wording", "b9"), {"alternative": "0"})
    assert answer["Location"] == desk.to("text")


def test_kept_words_are_freed_again(desk, text, nato, china, secretariat) -> None:
    one = proposals.table_about_unit(text, nato, "u3", OperationKind.NOC, {})
    proposals.agree(one, china)
    chair.take_up(one)
    assert secretariat.get(desk.to("text_proposal", "p1")).context["keeps"] is True

    secretariat.post(desk.to("text_release", "p1"))

    text.refresh_from_db()
    assert text.now["kept"] == []
    assert secretariat.post(desk.to("text_release", "p1")).status_code == 404


@pytest.mark.parametrize(("role", "side"), NOT_CHAIR)
def test_nobody_else_sits_in_the_chair(desk, text, nato, role, side) -> None:
    a_proposal(text, nato, OURS)
    all_accept(text, "b1", 1)
    client = desk.at(role, side)

    for name, part in (
        ("text_take_up", "p1"), ("text_enter", "p1"), ("text_decline", "p1"),
        ("text_close_bracket", "b1"), ("text_propose_wording", "b1"), ("text_release", "p1"),
    ):  # fmt: skip
        told = {"alternative": "1", "reason": "waiting"}
        assert client.post(desk.to(name, part), told).status_code == 403
    text.refresh_from_db()
    assert text.version == 0


def test_convenor_sits_in_the_chair(desk, text, nato, china, convenor_client) -> None:
    proposals.agree(a_proposal(text, nato, OURS), china)

    convenor_client.post(desk.to("text_take_up", "p1"))

    assert english(text, "u1") == OURS


def test_chair_rests_while_a_round_is_open(desk, text, nato, china, secretariat) -> None:
    proposals.agree(a_proposal(text, nato, OURS), china)
    world.an_open_round(text.dialogue)

    assert secretariat.post(desk.to("text_take_up", "p1")).status_code == 403
