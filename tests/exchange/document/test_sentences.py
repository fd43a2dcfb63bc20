"""Remarks in words."""

from typing import get_args

import pytest

from tracktwo.exchange.document import Remark, remark_sentence
from tracktwo.exchange.document.proposal import RemarkKind
from tracktwo.locale import LANGUAGES, translator


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_sentence(language: str) -> None:
    words = translator(language)

    sentences = {
        kind: remark_sentence(Remark(kind, 1, "TEXT", "OTHER"), words)
        for kind in get_args(RemarkKind)
    }

    assert len(set(sentences.values())) == len(sentences)
    assert [kind for kind, one in sentences.items() if "TEXT" not in one or "{" in one] == []


def test_long_quotations_are_cut() -> None:
    sentence = remark_sentence(Remark("no_list", 1, "x" * 300), translator("en"))

    assert sentence == f"Nothing was taken from “{'x' * 90}…”: there is no list under it."


def test_holder_that_is_not_named() -> None:
    remark = Remark("side_by_elimination", 9, "", "Aland")

    assert remark_sentence(remark, translator("en")) == (
        "The heading does not say who holds this view; it was taken to be Aland."
    )
