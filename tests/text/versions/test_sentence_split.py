"""Where sentences end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.text.versions.sentence_split import sentences


def _split(source: str, language: str) -> list[str]:
    return [source[one.start : one.end] for one in sentences(source, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Mr. Li and Dr. Wu met Gen. Roth. ", "They agreed."]),
        ("en", ["See No. 5 and Art. 3 of it. ", "No. ", "We left."]),
        ("en", ["The U.S. President left the U.S. ", "The rest stayed."]),
        ("en", ["J. R. Doe spoke, e.g. on China. ", "It was 3.5 km away."]),
        ("en", ["It ended on 14 June. ", "Nobody spoke."]),
        ("en", ["He said: “We shall meet.” ", "Then he left."]),
        ("en", ["Why? ", "Because! ", "Well... ", "So be it."]),
        ("en", ["On [the state of/the future of?] China we agree. ", "Yes."]),
        ("en", ["Is it [late?] Then we go."]),
        ("en", ["[We shall meet. ", "They shall come.] ", "End."]),
        ("en", ["As told (see Art. 3. And more.) it holds. ", "Fine."]),
        ("en", ["A [...] B holds. ", "Yes."]),
        ("en", ["VI. RECOMMENDATIONS"]),
        ("en", ["1. Maritime security\n", "2. Climate\n\n", "Text goes on\nhere."]),
        ("fr", ["S.E.M. Dupont a dit : « Oui. » ", "Il est parti ! ", "Pourquoi ? ", "Fin."]),
        ("fr", ["Voir l'art. 3, par. 2. ", "M. Dupont viendra."]),
        ("zh", ["甲方应报告；", "乙方应答复。", "完！"]),
        ("zh", ["他说：“好。”，并离开。", "“会晤。”", "之后再议？"]),
        ("zh", ["就【会晤／推迟？】达成一致。", "完。"]),
        ("zh", ["如前所述（见第三条。）有效。", "完。"]),
    ],
)
def test_sentences_end_where_a_reader_stops(language: str, expected: list[str]) -> None:
    found = _split("".join(expected), language)

    assert found == expected


PIECES = ["Mr. ", "U.S. ", "The end. ", "[a/b?] ", "(", ")", "[", "]", "...", "。", "；", "”", "» ", "\n\n", "\n- ", "1. ", " ? ", "x"]  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=15).map("".join), st.sampled_from(["en", "zh", "fr"]))  # fmt: skip
def test_sentences_in_a_row_are_the_source(source: str, language: str) -> None:
    found = sentences(source, language)

    assert "".join(source[one.start : one.end] for one in found) == source
    assert all(one.start < one.end for one in found)


def test_sentences_of_the_published_report(reference: Callable[[str], Path]) -> None:
    source = reference("../brief/nato-china-report.txt").read_text(encoding="utf-8")

    found = [one.strip() for one in _split(source, "en")]

    opening = "While the main focus of our virtual discussions has been on [the current state of/the future of?] NATO–China"
    assert [
        one.endswith("escalation and conflict.") for one in found if one.startswith(opening)
    ] == [True]
    assert (
        "In his remarks at the 2021 virtual Munich Security Conference, U.S. President Joe Biden set a clear priority for his country’s allies, saying, “We must prepare together for a long-term strategic competition with China.”"
        in found
    )
    assert "• VI. RECOMMENDATIONS: EXPLORING AND STRENGTHENING AREAS OF CONVERGENCE" in found
    assert "Dr. Chen Wei" in found
