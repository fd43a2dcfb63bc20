"""What the chair does to the words."""

import pytest

from tests.web.texts.laid import a_draft, a_proposal, all_accept, english
from tracktwo.text import OperationKind
from tracktwo.text.standing import MoveKind, Stance, unit_fingerprint
from tracktwo_web.texts.domain import chair, proposals, voices
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.models import ProposalState
from tracktwo_web.texts.queries import history_of, log_of, text_now


def test_take_up_needs_every_side(text, nato, china) -> None:
    one = a_proposal(text, nato, "The sides meet twice a year.")

    with pytest.raises(CannotBe):
        chair.take_up(one)
    assert english(text, "u1") == "The sides meet every year."

    proposals.agree(one, china)
    chair.take_up(one)

    assert english(text, "u1") == "The sides meet twice a year."
    one.refresh_from_db()
    assert (one.state, text.version) == (ProposalState.ACCEPTED, 1)


def test_agreement_can_be_taken_back(text, nato, china) -> None:
    one = a_proposal(text, nato, "The sides meet twice a year.")
    proposals.agree(one, china)
    proposals.agree(one, china, agrees=False)

    with pytest.raises(CannotBe):
        chair.take_up(one)


def test_take_up_carries_other_proposals_and_drafts(text, nato, china) -> None:
    first = a_proposal(text, nato, "Both sides meet every year.")
    tabled = a_proposal(text, china, "The sides meet every month.")
    draft = a_draft(text, china, "The sides meet every year in spring.")
    proposals.agree(first, china)

    chair.take_up(first)

    tabled.refresh_from_db()
    draft.refresh_from_db()
    assert (tabled.state, tabled.operation["base"]) == (ProposalState.TABLED, 1)
    assert (draft.state, draft.operation["base"]) == (ProposalState.DRAFT, 1)
    proposals.agree(tabled, nato)
    chair.take_up(tabled)
    assert english(text, "u1") == "Both sides meet every month."


def test_proposal_without_a_place_says_why(text, nato, china) -> None:
    first = a_proposal(text, nato, "The sides meet twice a year.")
    second = a_proposal(text, china, "The sides meet once a year.")
    proposals.agree(first, china)

    chair.take_up(first)

    second.refresh_from_db()
    assert second.state == ProposalState.STUCK
    assert second.why == {"reason": "words_gone", "by": "p1"}


def test_draft_without_a_place_stays_its_sides_and_keeps_its_words(text, nato, china) -> None:
    first = a_proposal(text, nato, "The sides meet twice a year.")
    draft = a_draft(text, china, "The sides meet once a year.")
    proposals.agree(first, china)

    chair.take_up(first)

    draft.refresh_from_db()
    assert draft.state == ProposalState.DRAFT
    assert draft.why["words"] == "The sides meet once a year."


def test_draft_that_the_text_meets_goes(text, nato, china) -> None:
    first = a_proposal(text, nato, "The sides meet twice a year.")
    a_draft(text, china, "The sides meet twice a year.")
    proposals.agree(first, china)

    chair.take_up(first)

    assert not text.proposals.filter(state=ProposalState.DRAFT).exists()


def test_contested_words_are_entered_in_brackets(text, nato) -> None:
    one = a_proposal(text, nato, "The sides meet twice a year.")

    chair.enter_in_brackets(one, reason="contentious")

    assert english(text, "u1") == (
        "The sides meet [every/twice a]{id:b2 since:1 reason:contentious holder:nato} year."
    )
    one.refresh_from_db()
    assert one.state == ProposalState.BRACKETED


def test_suppression_is_bracketed_in_every_language(text, nato) -> None:
    one = proposals.table_about_unit(text, nato, "u3", OperationKind.SUP, {})

    chair.enter_in_brackets(one)

    text.refresh_from_db()
    texts = text_now(text).unit("u3").texts
    assert texts["en"].startswith("[A line stays open.]{id:b2")
    assert texts["zh"].startswith("【保持热线畅通。】{id:b2")


def test_bracket_closes_with_a_wording_all_accept(text) -> None:
    with pytest.raises(CannotBe):
        chair.close_bracket(text, "b1", 1)
    all_accept(text, "b1", 1)

    chair.close_bracket(text, "b1", 1)

    assert english(text, "u2") == "The sides should announce exercises."
    assert text_now(text).unit("u2").texts["zh"] == "双方宜通报演习。"
    with pytest.raises(CannotBe):
        chair.close_bracket(text, "b1", 1)


def test_bracket_does_not_close_ad_referendum(text, nato, china) -> None:
    voices.speak_of_wording(text, nato, "b1", 1, Stance.SUPPORT)
    voices.speak_of_wording(text, china, "b1", 1, Stance.LIVE_WITH, ad_ref=True)

    with pytest.raises(CannotBe):
        chair.close_bracket(text, "b1", 1)


def test_another_wording_has_every_side_speak_again(text, nato) -> None:
    all_accept(text, "b1", 1)
    source = english(text, "u2")
    words = source.replace("shall/should", "shall/may/should")
    one = a_proposal(text, nato, words, unit="u2")
    for side in text.dialogue.sides.all():
        proposals.agree(one, side)
    chair.take_up(one)

    with pytest.raises(CannotBe):
        chair.close_bracket(text, "b1", 1)

    assert english(text, "u2").startswith("The sides [shall/may/should]")
    all_accept(text, "b1", 0)
    chair.close_bracket(text, "b1", 0)
    assert english(text, "u2") == "The sides shall announce exercises."


def test_changed_words_end_an_agreement(text, nato, china) -> None:
    words = unit_fingerprint(text_now(text).unit("u1"))
    for side in (nato, china):
        voices.speak_of_unit(text, side, "u1", Stance.SUPPORT, words=words)
    one = a_proposal(text, nato, "The sides meet twice a year.")
    proposals.agree(one, china)

    chair.take_up(one)

    lapsed = [act for act in log_of(text) if getattr(act, "kind", "") is MoveKind.LAPSE]
    assert [(one.unit, one.side) for one in lapsed] == [("u1", "nato"), ("u1", "china")]


def test_kept_words_bar_a_change_until_they_are_released(text, nato, china) -> None:
    keep = proposals.table_about_unit(text, china, "u1", OperationKind.NOC, {})
    proposals.agree(keep, nato)
    chair.take_up(keep)
    with pytest.raises(CannotBe):
        a_proposal(text, nato, "The sides meet twice a year.")

    chair.release_words(text, keep.code)

    draft = text.proposals.get(state=ProposalState.DRAFT)
    assert proposals.table_draft(draft, {}).state == ProposalState.TABLED


def test_history_gives_every_version_again(text, nato, china) -> None:
    one = a_proposal(text, nato, "The sides meet twice a year.")
    proposals.agree(one, china)
    chair.take_up(one)
    all_accept(text, "b1", 0)
    chair.close_bracket(text, "b1", 0)
    text.refresh_from_db()

    history = history_of(text)

    assert history.now == text_now(text)
    assert history.at(0).unit("u1").texts["en"] == "The sides meet every year."
