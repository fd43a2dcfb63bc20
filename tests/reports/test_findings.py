"""Sentences claim what the analysis claims, count people where they are few, and favour no side."""

from dataclasses import replace

import pytest

from tracktwo.reports import findings, translator


def said(topic) -> list[tuple[str, str]]:
    return [(found.quote.key if found.quote else "", found.sentence) for found in topic.findings]


def test_findings_say_first_what_is_shared_counting_people(made) -> None:
    found = findings(made.two_parties(), translator("en"), most=2)

    assert said(found.shared) == [
        ("s03", "A majority on every side agrees. NATO: 14 of 14 agree; China: 14 of 14 agree."),
        ("s01", "A majority on every side agrees. China: 13 of 14 agree; NATO: 14 of 14 agree."),
        (
            "",
            "On 3 further statements the majorities of those who answered go the same way on every side, but the answers are too few to be sure of it.",
        ),
    ]
    assert found.shared.more == "5 more findings of this kind are in the tables."


def test_findings_tell_real_division_with_every_answer(made) -> None:
    found = findings(made.two_parties(), translator("en"), most=1)

    assert said(found.divided) == [
        (
            "s05",
            "The majorities are opposed. NATO: 1 agree, 12 disagree, 1 pass; China: 14 agree, 0 disagree, 0 pass.",
        ),
    ]


def test_findings_claim_a_misjudgement_only_where_the_analysis_does(made) -> None:
    analysis = made.two_parties()
    calm = replace(
        analysis,
        pairs=(),
        perceptions=tuple(replace(one, misperceived=False) for one in analysis.perceptions),
    )

    found = findings(calm, translator("en"))

    assert said(found.misjudged) == [
        (
            "",
            "No misjudgement can be claimed: what sides expected of each other lies within what chance and small numbers explain, or is unknown.",
        ),
    ]


def test_findings_name_what_is_hidden_and_how_sides_err_on_the_whole(made) -> None:
    found = findings(made.two_parties(), translator("en"), most=2)

    assert said(found.misjudged) == [
        (
            "s15",
            "A hidden disagreement: NATO expected about 8 in 10 to agree among China; in fact 5 of 14 do.",
        ),
        (
            "s08",
            "A hidden agreement: NATO expected about 8 in 10 to agree among China; in fact 3 of 14 do.",
        ),
        ("s04", "China expected about 2 in 10 of their own side to agree; in fact 9 of 14 do."),
        (
            "",
            "Over 15 statements, the answers of China are nearer to those of NATO than NATO expected.",
        ),
    ]


def test_findings_without_predictions_have_no_topic_on_perception(made) -> None:
    found = findings(made.public_table(), translator("en"))

    assert [topic.key for topic in found.topics] == ["shared", "divided", "cohesion"]


def test_findings_are_silent_where_nobody_may_be_shown(made) -> None:
    analysis = made.two_parties()
    hidden = replace(
        next(iter(analysis.statements[0].by_party.values())),
        n=None,
        agree=None,
        disagree=None,
        passes=None,
        share=None,
        low=None,
        high=None,
    )
    nothing = {"nato": hidden, "china": hidden}
    statements = tuple(
        replace(one, by_party=nothing, by_group=nothing, shared_ground=None, shared_rejection=None)
        for one in analysis.statements
    )
    silent = replace(analysis, statements=statements, perceptions=(), pairs=(), cohesion=())

    found = findings(silent, translator("en"))

    assert [said(topic) for topic in found.topics] == [
        [("", "Too few people answered on every side to say what is shared.")],
        [("", "There are not two sides with enough answers to compare.")],
        [("", "The answers are too few to say on what a side is united or divided.")],
    ]


def test_small_delegations_get_no_decimals(made) -> None:
    found = findings(made.rated(), translator("en"), most=20)

    sentences = [one.sentence for topic in found.topics for one in topic.findings]

    assert [text for text in sentences if any(f".{digit}" in text for digit in "0123456789")] == []


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_order_of_sides_alternates(made, language) -> None:
    words = translator(language)
    name = made.NATO.name(language)

    found = findings(made.two_parties(), words, most=6)
    first = [
        one.sentence.find(name) < one.sentence.find(made.CHINA.name(language))
        for one in found.shared.findings[:6]
    ]

    assert first == [True, False, True, False, True, False]


def test_sides_renamed_and_reordered_find_the_same(made) -> None:
    analysis = made.two_parties()
    turned = replace(analysis, parties=analysis.parties[::-1])

    here = findings(analysis, translator("en"))
    there = findings(turned, translator("en"))

    assert [one.quote for one in here.divided.findings] == [
        one.quote for one in there.divided.findings
    ]
    assert [one.quote for one in here.shared.findings] == [
        one.quote for one in there.shared.findings
    ]
