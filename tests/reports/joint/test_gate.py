"""The gate: each condition missing in turn, in one sentence in three languages."""

from dataclasses import replace

import pytest

from tracktwo.locale import translator
from tracktwo.reports.gate import Kind, condition_sentence, gate
from tracktwo.reports.joint import Author, Material

READY = Material(
    {},
    languages=("en",),
    reviewed=("en",),
    authors=(Author("nato", {"en": "Head"}, consents=False),),
)


def sentences(material, language="en", **asked):
    words = translator(language)
    found = gate(material, **asked).open_conditions
    return [condition_sentence(one, material, words) for one in found]


def test_gate_is_clear_where_nothing_is_missing() -> None:
    assert gate(READY).is_clear


def test_example_is_a_draft_for_its_text_and_its_languages(material) -> None:
    assert [one.kind for one in gate(material).open_conditions] == [
        Kind.ADOPTED,
        Kind.BRACKETS,
        Kind.LANGUAGES,
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "7 brackets are open."),
        ("zh", "7个方括号未决。"),
        ("fr", "7 crochets sont ouverts."),
    ],
)
def test_open_brackets_are_counted_in_every_language(material, language, said) -> None:
    assert sentences(material, language)[1] == said


def test_author_who_has_not_answered_is_named_by_seat() -> None:
    unheard = replace(READY, authors=(Author("nato", {"en": "Head"}, "Given Name"),))

    assert sentences(unheard) == ["Still to say whether to be named: Head (nato)."]


def test_small_parts_are_named(material) -> None:
    strict = replace(material, k=6)

    assert "These rest on fewer than 6 people of a side: the answers, the estimates of risks, the map of influences." in sentences(strict)  # fmt: skip


def test_sides_sign_this_hash_and_no_other(material) -> None:
    signed = {"nato": "a" * 64, "china": "b" * 64}

    assert sentences(material, signatures=signed, digest="a" * 64)[-1] == (
        "Still to sign this report: Chinese experts."
    )
