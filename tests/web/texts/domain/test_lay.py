"""A text laid on the table, anew or with its history."""

from pathlib import Path

import pytest

from tracktwo.exchange.texts import read_negotiation
from tracktwo.text import NegotiatedText
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.lay import lay_on_table, lay_with_history
from tracktwo_web.texts.queries import history_of, log_of, negotiation_of, tabled_in, text_now

EXAMPLE = Path(__file__).parents[4] / "examples" / "nato-china" / "text"


def test_empty_text_is_not_laid(dialogue) -> None:
    with pytest.raises(CannotBe):
        lay_on_table(dialogue, NegotiatedText({"en": "Nothing"}, ("en",)))
    assert not dialogue.joint_texts.exists()


def test_every_bracket_gets_a_name_in_both_languages(text) -> None:
    texts = text_now(text).unit("u2").texts

    assert texts["en"] == "The sides [shall/should]{id:b1 since:1} announce exercises."
    assert texts["zh"] == "双方[应当/宜]{id:b1 since:1}通报演习。"


def test_example_comes_with_all_that_was_done_and_said(dialogue) -> None:
    told = read_negotiation(EXAMPLE)

    laid = lay_with_history(dialogue, told)

    assert text_now(laid) == told.text
    assert history_of(laid) == told.history
    assert log_of(laid) == told.log
    assert (laid.session, len(tabled_in(laid))) == (told.session, len(told.operations))


def test_what_was_laid_can_be_taken_up_again(dialogue) -> None:
    told = read_negotiation(EXAMPLE)

    again = negotiation_of(lay_with_history(dialogue, told))

    assert (again.history, again.sessions, again.log) == (told.history, told.sessions, told.log)
    assert again.document == told.document
