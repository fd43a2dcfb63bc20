"""Two pens on one passage: nobody's words are lost, and nobody else sees them."""

import pytest

from tests.web.texts.laid import a_draft, a_proposal, english
from tracktwo.text.languages.concordance import source_hash
from tracktwo_web.texts.domain import chair, proposals
from tracktwo_web.texts.domain.answers import CannotBe, Meanwhile
from tracktwo_web.texts.domain.drafts import Passage, discard_draft, save_draft, words_of
from tracktwo_web.texts.models import ProposalState

AT = Passage("u1", "en")
STANDS = "The sides meet every year."
WAS = source_hash(STANDS)


def test_draft_is_saved_over_and_over(text, nato) -> None:
    first = save_draft(text, nato, AT, "The sides meet twice.", seen=0, was=WAS)
    second = save_draft(text, nato, AT, "The sides meet three times.", seen=first.edition, was=WAS)

    assert (first.pk, second.edition) == (second.pk, first.edition + 1)
    assert words_of(STANDS, second) == "The sides meet three times."
    assert english(text, "u1") == STANDS


def test_draft_that_reads_as_the_text_is_none(text, nato) -> None:
    first = save_draft(text, nato, AT, "The sides meet twice.", seen=0, was=WAS)

    assert save_draft(text, nato, AT, STANDS + "\r\n", seen=first.edition, was=WAS) is None
    assert not text.proposals.exists()


def test_second_pen_of_a_side_sees_the_words_of_the_first(text, nato) -> None:
    first = save_draft(text, nato, AT, "The sides meet twice.", seen=0, was=WAS)

    with pytest.raises(Meanwhile) as other:
        save_draft(text, nato, AT, "The sides meet often.", seen=0, was=WAS)

    assert (other.value.words, other.value.edition) == ("The sides meet twice.", first.edition)
    chosen = save_draft(text, nato, AT, "The sides meet often.", seen=first.edition, was=WAS)
    assert words_of(STANDS, chosen) == "The sides meet often."


def test_two_sides_write_without_hindering_each_other(text, nato, china) -> None:
    save_draft(text, nato, AT, "The sides meet twice.", seen=0, was=WAS)
    save_draft(text, china, AT, "The sides meet often.", seen=0, was=WAS)
    save_draft(text, None, AT, "The sides meet.", seen=0, was=WAS)

    assert text.proposals.filter(state=ProposalState.DRAFT).count() == 3


def test_text_that_moved_is_shown_before_anything_is_written_over_it(text, nato, china) -> None:
    one = a_proposal(text, china, "The sides meet twice a year.")
    proposals.agree(one, nato)
    chair.take_up(one)

    with pytest.raises(Meanwhile) as other:
        save_draft(text, nato, AT, "The sides meet often.", seen=0, was=WAS)

    assert other.value.words == "The sides meet twice a year."
    assert other.value.was == source_hash("The sides meet twice a year.")


def test_half_a_bracket_is_kept_but_not_laid_on_the_table(text, nato) -> None:
    draft = a_draft(text, nato, "The sides [meet every year.")

    with pytest.raises(CannotBe):
        proposals.table_draft(draft, {})

    draft.refresh_from_db()
    assert draft.state == ProposalState.DRAFT
    assert words_of(STANDS, draft) == "The sides [meet every year."


def test_discarded_draft_is_gone_and_cannot_be_tabled(text, nato) -> None:
    draft = a_draft(text, nato, "The sides meet twice.")

    discard_draft(text, nato, AT)

    with pytest.raises(CannotBe):
        proposals.table_draft(draft, {})


def test_drafts_leave_no_gap_in_the_numbers_of_the_table(text, nato, china) -> None:
    a_draft(text, nato, "The sides meet twice.", unit="u3")

    assert a_proposal(text, china, "The sides meet often.").code == "p1"
    assert a_proposal(text, china, "A line is always open.", unit="u3").code == "p2"


def test_draft_begun_anew_is_not_taken_for_the_one_before(text, nato) -> None:
    first = save_draft(text, nato, AT, "The sides meet twice.", seen=0, was=WAS)
    save_draft(text, nato, AT, STANDS, seen=first.edition, was=WAS)
    again = save_draft(text, nato, AT, "The sides meet often.", seen=0, was=WAS)

    with pytest.raises(Meanwhile) as other:
        save_draft(text, nato, AT, "The sides meet.", seen=first.edition, was=WAS)

    assert (other.value.words, other.value.edition) == ("The sides meet often.", again.edition)


def test_draft_that_lost_its_place_is_tabled_in_the_words_that_were_kept(text, nato, china) -> None:
    draft = a_draft(text, nato, "The sides confer every year.")
    one = a_proposal(text, china, "The sides convene every year.")
    proposals.agree(one, nato)
    chair.take_up(one)
    draft.refresh_from_db()

    laid = proposals.table_draft(draft, {}, seen=draft.edition)

    assert laid.why == {}
    assert words_of("The sides convene every year.", laid) == "The sides confer every year."


def test_draft_that_a_colleague_went_on_with_is_looked_at_again(text, nato) -> None:
    draft = a_draft(text, nato, "The sides meet twice.")
    save_draft(text, nato, AT, "The sides meet often.", seen=draft.edition, was=WAS)

    with pytest.raises(Meanwhile):
        proposals.table_draft(draft, {}, seen=draft.edition)

    draft.refresh_from_db()
    assert draft.state == ProposalState.DRAFT
