"""Sentences on what sides think is expected of them claim what the analysis claims."""

from dataclasses import replace

import pytest

from tracktwo.reports import findings, report_of, to_html, translator
from tracktwo.reports.belief_findings import misread_table


def said(analysis, language="en", **options) -> list[tuple[str, str]]:
    topic = findings(analysis, translator(language), **options).believed
    return [(one.quote.key if one.quote else "", one.sentence) for one in topic.findings]


def test_who_thinks_it_is_misread_more_than_it_is_comes_first_then_statements(made) -> None:
    found = said(made.with_beliefs(made.two_parties()), most=1)

    assert found == [
        (
            "",
            "Over 15 statements, NATO think that China misread them more than China do: by about 30 points of a hundred, in fact by about 15.",
        ),
        (
            "s01",
            "China thought that NATO expect about 5 in 10 of them to agree; NATO expect about 9 in 10, and 13 of 14 do.",
        ),
    ]


def test_who_is_misread_more_than_it_thinks_is_told_too(made) -> None:
    analysis = made.with_beliefs(made.two_parties())
    pair = replace(analysis.meta_pairs[0], felt=0.1, real=0.26, excess=-0.16, excess_low=-0.3,
                   excess_high=-0.02)  # fmt: skip

    found = said(replace(analysis, meta_pairs=(pair,)), most=0)

    assert found[0][1] == (
        "Over 15 statements, NATO think that China misread them less than China do: by about 10 points of a hundred, in fact by about 25."
    )


def test_answers_that_few_gave_are_left_out_of_the_sentence(made) -> None:
    analysis = made.with_beliefs(made.two_parties())
    statements = tuple(
        replace(one, by_party={**one.by_party, "china": replace(one.by_party["china"], n=None)})
        for one in analysis.statements
    )

    found = said(replace(analysis, statements=statements, meta_pairs=()), most=1)

    assert found == [
        (
            "s01",
            "China thought that NATO expect about 5 in 10 of them to agree; NATO expect about 9 in 10.",
        )
    ]


def test_ratings_are_told_by_their_means(made) -> None:
    found = said(made.with_beliefs(made.rated()), most=1)

    assert found[-1] == (
        "s01",
        "China thought that NATO expect a mean of 4 from them; NATO expect 6, and it is 7.",
    )


def test_where_nothing_is_claimed_a_sentence_says_so(made) -> None:
    analysis = made.with_beliefs(made.two_parties())
    calm = tuple(replace(one, misperceived=False) for one in analysis.meta_perceptions)

    found = said(replace(analysis, meta_perceptions=calm, meta_pairs=()))

    assert found == [
        (
            "",
            "On no single statement can it be claimed that a side is wrong about what another expects of it: the differences lie within what chance and small numbers explain.",
        )
    ]


def test_where_too_few_said_it_a_sentence_says_so(made) -> None:
    analysis = made.with_beliefs(made.two_parties())
    silent = tuple(
        replace(one, believed=None, misperceived=False) for one in analysis.meta_perceptions
    )

    found = said(replace(analysis, meta_perceptions=silent, meta_pairs=()))

    assert found == [
        (
            "",
            "Too few people said what they think another side expects of theirs to say anything about it.",
        )
    ]


def test_report_has_the_section_only_where_the_question_was_asked(made) -> None:
    plain = made.two_parties()

    without, asked = (
        [section.id for section in report_of(one, "en").sections]
        for one in (plain, made.with_beliefs(plain))
    )

    assert asked == [*without[:7], "believed", *without[7:]]
    assert without[6] == "perception"


def test_report_says_in_words_what_was_asked_before_it_shows_it(made) -> None:
    asked, *_ = (
        section
        for section in report_of(made.with_beliefs(made.two_parties()), "en").sections
        if section.id == "asked"
    )

    assert [type(block).__name__ for block in asked.blocks] == ["Paragraph", "Paragraph", "Facts"]
    assert asked.blocks[1].text == (
        "They were also asked what they think the others expect of their side."
    )


def test_table_of_sides_says_how_far_off_each_thinks_it_is_and_is(made) -> None:
    section = next(
        one
        for one in report_of(made.with_beliefs(made.two_parties()), "en").sections
        if one.id == "believed"
    )

    assert section.blocks[1].table.rows == (
        ("NATO, as seen by China", "31", "14", "+17 (+6 to +28)"),
        ("China, as seen by NATO", "23", "20", "+3 (−10 to +16)"),
    )


def test_table_is_silent_where_a_difference_cannot_be_told(made) -> None:
    analysis = made.with_beliefs(made.two_parties())
    pair = replace(analysis.meta_pairs[0], excess_low=None, excess_high=None)

    table = misread_table([pair], analysis, translator("en"))

    assert table.rows == (("NATO, as seen by China", "31", "14", "cannot be said"),)


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_nobody_is_named_and_sides_keep_their_names(made, language) -> None:
    page = to_html(report_of(made.with_beliefs(made.two_parties()), language))

    assert made.NATO.name(language) in page
    assert "seat" not in page
