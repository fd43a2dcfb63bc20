"""Doubts without brackets, and question marks and slashes that are none."""

import pytest

from tracktwo.exchange.document.doubts import compounds_in, doubts_in
from tracktwo.exchange.document.outline import Block


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("more than states/capitals? have", ("states/capitals?", ("states", "capitals"))),
        ("more than states / capitals? have", ("states / capitals?", ("states", "capitals"))),
        ("des pays tiers/alliés ? plutôt", ("tiers/alliés ?", ("tiers", "alliés"))),
        ("Is it the states/capitals? or not", ("states/capitals?", ("states", "capitals"))),
        ("It began in May? and ended", ("May?", ())),
        ("It began in May (?).", ("(?)", ())),
        ("It began in ?? and ended", ("??", ())),
        ("It ends TBC.", ("TBC", ())),
        ("La date est à confirmer.", ("à confirmer", ())),
        ("甲国的国家/首都？对我们", ("国家/首都？", ("国家", "首都"))),
        ("日期（待定）", ("（待定）", ())),
    ],
)
def test_doubt_is_found(text: str, found: tuple[str, tuple[str, ...]]) -> None:
    doubts = doubts_in(Block(1, text, "plain"))

    assert [(one.text, one.alternatives) for one in doubts] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Who began? nobody knows.",
        "Will it hold? perhaps.",
        "“Why now?” he asked.",
        "What then? We went on.",
        "the Ebb/Flow current",
        "on [states/capitals? have] it",
        "https://example.org/a/b?c=d and more",
        "Pourquoi ? parce que.",
        "什么是和平？没有人知道。",
    ],
)
def test_question_is_no_doubt(text: str) -> None:
    assert doubts_in(Block(1, text, "plain")) == []


def test_doubts_come_in_the_order_of_the_text() -> None:
    text = "in May (?) the states/capitals? have met TBD"

    doubts = doubts_in(Block(1, text, "plain"))

    assert [one.text for one in doubts] == ["(?)", "states/capitals?", "TBD"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the Ebb/Flow current", ["Ebb/Flow"]),
        ("and/or, he/she, km/h, 2010/11", []),
        ("https://example.org/one/two", []),
        ("states/capitals? have", []),
        ("[may/must]", []),
    ],
)
def test_slash_without_doubt_joins_one_term(text: str, kept: list[str]) -> None:
    assert [one.text for one in compounds_in(Block(1, text, "plain"))] == kept
