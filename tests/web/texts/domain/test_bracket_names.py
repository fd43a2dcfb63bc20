"""Brackets that come with a proposal are named like those that were laid, and can be spoken of."""

import pytest

from tests.web.texts.laid import a_proposal, all_accept, english
from tracktwo.text.languages.concordance import source_hash
from tracktwo.text.standing import Stance, disagreements
from tracktwo_web.texts.domain import chair, proposals, voices
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.drafts import Passage, save_draft
from tracktwo_web.texts.models import ProposalState
from tracktwo_web.texts.queries import history_of, text_now


def _taken_up(one, *sides) -> None:
    for side in sides:
        proposals.agree(one, side)
    chair.take_up(one)


def _now(text):
    text.refresh_from_db()
    return text_now(text)


def _in_chinese(text, side, words: str, *, unit: str = "u1"):
    at = Passage(unit, "zh")
    was = source_hash(_now(text).unit(unit).texts["zh"])
    return proposals.table_draft(save_draft(text, side, at, words, seen=0, was=was), {})


def test_bracket_of_other_words_is_named_and_spoken_of(text, nato, china) -> None:
    text.session = 3
    text.save()

    _taken_up(a_proposal(text, nato, "The sides meet [every year/twice a year]."), china)

    assert english(text, "u1") == "The sides meet [every year/twice a year]{id:b2 since:3}."
    voices.speak_of_wording(text, china, "b2", 1, Stance.SUPPORT)
    all_accept(text, "b2", 1)
    chair.close_bracket(text, "b2", 1)
    assert english(text, "u1") == "The sides meet twice a year."


def test_history_gives_the_text_with_its_names(text, nato, china) -> None:
    _taken_up(a_proposal(text, nato, "The sides [and [their] experts] meet every year."), china)

    now = _now(text)
    assert history_of(text).now == now
    assert english(text, "u1") == (
        "The sides [and [their]{id:b3 since:1} experts]{id:b2 since:1} meet every year."
    )


def test_brackets_of_a_passage_that_is_added_are_named_alike_in_both_languages(
    text, nato, china
) -> None:
    words = {"en": "A group [shall/may] watch.", "zh": "小组[应/可]监督。"}
    one = proposals.table_addition(text, nato, words, after="u3", rationale={})

    _taken_up(one, china)

    added = _now(text).unit("p1-u")
    assert added.texts == {
        "en": "A group [shall/may]{id:b2 since:1} watch.",
        "zh": "小组[应/可]{id:b2 since:1}监督。",
    }


def test_bracket_of_the_other_language_is_the_same_one(text, nato, china) -> None:
    _taken_up(a_proposal(text, nato, "The sides meet [every/each] year."), china)

    _taken_up(_in_chinese(text, china, "双方[每/逐]年会晤。"), nato)

    found = {one.id: one.languages for one in disagreements(_now(text))}
    assert found == {"b1": ("en", "zh"), "b2": ("en", "zh")}


def test_bracket_of_another_build_in_the_other_language_is_its_own(text, nato, china) -> None:
    _taken_up(a_proposal(text, nato, "The sides meet [every/each] year."), china)

    _taken_up(_in_chinese(text, china, "双方[每]年会晤。"), nato)

    found = {one.id: one.languages for one in disagreements(_now(text))}
    assert found == {"b1": ("en", "zh"), "b2": ("en",), "b3": ("zh",)}


def test_brackets_within_contested_words_are_named(text, nato) -> None:
    one = a_proposal(text, nato, "The sides meet [at least] twice a year.")

    chair.enter_in_brackets(one)

    assert [each.id for each in disagreements(_now(text))] == ["b2", "b3", "b1"]


def test_brackets_of_a_wording_beside_are_named(text, nato) -> None:
    one = a_proposal(text, nato, "A line [or two] stays open.", unit="u3")
    one.operation["kind"] = "ALT"
    one.save()

    chair.enter_in_brackets(one)

    assert all(each.facts.id for each in disagreements(_now(text)))


def test_others_who_ask_for_the_same_words_are_met(text, nato, china) -> None:
    words = "The sides meet [every/each] year."
    first, second = a_proposal(text, nato, words), a_proposal(text, china, words)

    _taken_up(first, china)

    second.refresh_from_db()
    assert second.state == ProposalState.MET


def test_name_that_was_spoken_of_is_not_given_to_another_bracket(text, nato, china) -> None:
    all_accept(text, "b1", 1)
    chair.close_bracket(text, "b1", 1)

    chair.enter_in_brackets(a_proposal(text, nato, "The sides meet twice a year."))

    text.refresh_from_db()
    assert [one.id for one in disagreements(_now(text))] == ["b2"]
    with pytest.raises(CannotBe):
        chair.close_bracket(text, "b2", 1)
