"""What a person is asked to look at, and what nobody need be asked about."""

import pytest

from tracktwo.text.brackets.candidates import Candidate, candidates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("more than states/capitals? have", ("states/capitals?", "doubt", ("states", "capitals"))),
        ("more than states / capitals? have", ("states / capitals?", "doubt", ("states", "capitals"))),
        ("des pays tiers/alliés ? plutôt", ("tiers/alliés ?", "doubt", ("tiers", "alliés"))),
        ("Is it the states/capitals? or not", ("states/capitals?", "doubt", ("states", "capitals"))),
        ("It began in May? and ended", ("May?", "doubt", ())),
        ("It began in May?\nand ended", ("May?", "doubt", ())),
        ("It began in May (?).", ("(?)", "to_confirm", ())),
        ("It began in ?? and ended", ("??", "to_confirm", ())),
        ("It ends TBC.", ("TBC", "to_confirm", ())),
        ("The date is to be confirmed.", ("to be confirmed", "to_confirm", ())),
        ("La date est à confirmer.", ("à confirmer", "to_confirm", ())),
        ("日期（待定）", ("（待定）", "to_confirm", ())),
        ("甲国的国家/首都？对我们", ("国家/首都？", "doubt", ("国家", "首都"))),
        ("we ask for talks / consultations soon", ("talks / consultations", "spaced_slash", ("talks", "consultations"))),
        ("within [30] days", ("[30]", "number", ("30",))),
        ("在〔30〕天内", ("〔30〕", "number", ("30",))),
        ("within [30/60] days", ("[30/60]", "joined_numbers", ("30", "60"))),
        ("on [the Ebb/Flow current]", ("[the Ebb/Flow current]", "joined_names", ("the Ebb/Flow current",))),
        ("[as on [the Ebb/Flow current]{id:b} now]", ("[the Ebb/Flow current]", "joined_names", ("the Ebb/Flow current",))),
    ],
)  # fmt: skip
def test_candidate_is_proposed(text: str, found: tuple[str, str, tuple[str, ...]]) -> None:
    assert [(one.text, one.reason, one.alternatives) for one in candidates(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Who began? nobody knows.",
        "Will it hold? perhaps.",
        "“Why now?” he asked.",
        "What then? We went on.",
        "Pourquoi ? parce que.",
        "什么是和平？没有人知道。",
        "the SARS/Coronavirus outbreak, and/or, he/she, 2010/11",
        "[shall (?) / states/capitals? have TBC] it",
        "https://example.org/a/b?c=d and https://example.org/x? more",
        "NATO / China talks in Geneva / Vienna",
        r"states/capitals\? have",
        "`states/capitals? have`",
        "as shown [30] in the annex",
        "[the Ebb / Flow current] [since May/since June] [may/must] [the Ebb/Flow current?]",
        "[EU: the Ebb/US: flow current] [the [Ebb]/Flow current] [2021/22]",
    ],
)
def test_nothing_is_proposed_where_nothing_is_open(text: str) -> None:
    assert candidates(text) == []


def test_candidates_come_in_the_order_of_the_text() -> None:
    found = candidates("in May (?)\r\nthe states/capitals? have met TBD [unclosed")

    assert found == [
        Candidate(1, 8, "(?)", "to_confirm", (), 7),
        Candidate(2, 5, "states/capitals?", "doubt", ("states", "capitals"), 16),
        Candidate(2, 31, "TBD", "to_confirm", (), 42),
    ]
