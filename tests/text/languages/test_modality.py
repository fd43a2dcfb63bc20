"""Modal words and their force."""

import pytest

from tracktwo.text.languages.modality import Force, count_modals, modal_gaps, modals

O, X, R, D = Force.OBLIGATION, Force.PROHIBITION, Force.RECOMMENDATION, Force.DISCOURAGEMENT  # noqa: E741


@pytest.mark.parametrize(
    ("language", "words", "forces"),
    [
        ("en", "shall", {O}), ("en", "must", {O}), ("en", "shall not", {X}), ("en", "should", {R}), ("en", "should not", {D}),
        ("en", "may", {Force.PERMISSION, Force.POSSIBILITY}), ("en", "need not", {Force.EXEMPTION}), ("en", "will", {Force.INTENTION}),
        ("zh", "应", {O}), ("zh", "须", {O}), ("zh", "必须", {O}), ("zh", "应当", {O, R}), ("zh", "宜", {R}), ("zh", "不得", {X}), ("zh", "不应", {X, D}), ("zh", "不宜", {D}),
        ("zh", "可", {Force.PERMISSION}), ("zh", "可以", {Force.PERMISSION}), ("zh", "可能", {Force.POSSIBILITY}), ("zh", "无须", {Force.EXEMPTION}), ("zh", "将", {Force.INTENTION}),
        ("fr", "doit", {O}), ("fr", "ne doivent pas", {X}), ("fr", "devrait", {R}), ("fr", "ne devraient pas", {D}), ("fr", "peut", {Force.PERMISSION, Force.POSSIBILITY}),
    ],
)  # fmt: skip
def test_modal_word_has_its_force(language: str, words: str, forces: set[Force]) -> None:
    around = ("各方", "会晤。") if language == "zh" else ("They ", " meet.")

    found = modals(words.join(around), language)

    assert [(one.words, one.forces) for one in found] == [(words, forces)]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("en", "In May 2021 of free will; the political will. Should it fail, no."),
        ("zh", "反应、应对、适应、响应、供应、应用、应急、应邀、应验"),
        ("zh", "可持续、许可、认可、不可避免、不可或缺、可靠、可行、可再生、可核查的"),
        ("zh", "事宜、适宜、便宜、须知、将来、将军、少将、能力、能源、核能"),
        ("zh", "应甲方请求，会晤。"),
        ("fr", "Peut-être un devoir, le dû, le pouvoir.".lower()),
    ],
)
def test_false_friends_are_no_modal_words(language: str, source: str) -> None:
    assert modals(source, language) == ()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("各方应对其行为负责", ["应"]), ("各方应邀请观察员", ["应"]), ("双方应验证", ["应"]), ("应征得同意", ["应"]),
        ("甲方应满足乙方要求", ["应"]), ("各方可行使权利", ["可"]), ("各方可观察演习", ["可"]), ("应允许通过", ["应"]),
    ],
)  # fmt: skip
def test_verbs_that_look_like_false_friends_keep_their_modal(source: str, words: list[str]) -> None:
    assert [one.words for one in modals(source, "zh")] == words


@pytest.mark.parametrize(
    ("left", "language", "right", "expected"),
    [
        ("They shall meet and may speak.", "zh", "各方应会晤，可发言。", []),
        ("They [shall/should] meet.", "zh", "各方[应/宜]会晤。", []),
        ("They should meet.", "zh", "各方应当会晤。", []),
        ("They should meet.", "zh", "各方应会晤。", [("should", "应")]),
        ("They shall not meet.", "zh", "各方不宜会晤。", [("shall not", "不宜")]),
        ("They shall not meet.", "zh", "各方不得会晤。", []),
        ("It may become hard.", "zh", "形势可能恶化。", []),
        ("They will meet.", "zh", "各方应会晤。", [("will", "应")]),
        ("They shall meet.", "zh", "各方会晤。", [("shall", None)]),
        ("They meet.", "zh", "各方应会晤。", [(None, "应")]),
        ("They shall meet.", "fr", "Elles se réunissent.", []),
        ("They may meet.", "fr", "Elles doivent se réunir.", [("may", "doivent")]),
        ("They should meet.", "fr", "Elles devraient se réunir.", []),
    ],
)
def test_gaps_between_languages(
    left: str, language: str, right: str, expected: list[tuple[str | None, str | None]]
) -> None:
    found = modal_gaps(left, "en", right, language)

    assert [
        (one.left.words if one.left else None, one.right.words if one.right else None)
        for one in found
    ] == expected


def test_modal_words_are_counted_as_written() -> None:
    assert count_modals("各方应会晤，应报告，不得使用。", "zh") == {"应": 2, "不得": 1}
    assert count_modals("Alle müssen.", "de") == {}
