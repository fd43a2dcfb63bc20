"""Every rule over a text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.errors import OptionError
from tracktwo.locale import LANGUAGES, translator
from tracktwo.text.lint import lint, lint_source
from tracktwo.text.units import NegotiatedText, Unit
from tracktwo.text.words import flaw_sentence

PIECES = ["the the ", "a UN", "NATO ", "The  ", "(TBC)", "各方,", "（待定）", "１", "「", "“", '"', "1. a\n", "3. b\n", "5%", "per cent", "– ", "re-a", "{id:b}", "XX"]  # fmt: skip


def test_lint_tells_flaws_in_the_order_of_units_and_languages() -> None:
    text = NegotiatedText(
        {},
        ("en", "zh"),
        (
            Unit("u1", texts={"en": "The  end.", "zh": "各方,会晤。"}),
            Unit("u2", texts={"en": "An UN envoy with with us."}),
        ),
    )

    found = lint(text)

    assert [(one.unit, one.language, one.rule, one.start) for one in found] == [
        ("u1", "en", "doubled_space", 3),
        ("u1", "zh", "chinese_punctuation", 2),
        ("u2", "en", "a_or_an", 0),
        ("u2", "en", "doubled_word", 12),
    ]


def test_numbers_of_units_under_one_parent_are_followed() -> None:
    numbers = [("h", "", None), ("a", "1.", "h"), ("b", "2.", "h"), ("c", "4.", "h"), ("d", "1.", None)]  # fmt: skip
    units = (Unit(name, texts={"en": "Text."}, number=number, parent=parent) for name, number, parent in numbers)  # fmt: skip

    found = lint(NegotiatedText({}, ("en",), tuple(units)))

    assert [(one.unit, one.rule) for one in found] == [("c", "list_number")]


def test_unknown_rule_is_named() -> None:
    with pytest.raises(OptionError, match="rule 'spelling' is not known"):
        lint_source("", "en", rules=["spelling"])


@settings(max_examples=80)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=12).map("".join), st.sampled_from(LANGUAGES))  # fmt: skip
def test_flaws_point_to_what_they_found_and_can_be_told(source: str, language: str) -> None:
    found = lint_source(source, language)

    assert all("\0" in one.found or source[one.start : one.end] == one.found for one in found)
    assert all(flaw_sentence(one, translator(name)) for one in found for name in LANGUAGES)


def test_flaws_of_the_published_report(reference: Callable[[str], Path]) -> None:
    source = reference("../brief/nato-china-report.txt").read_text(encoding="utf-8")

    found = lint_source(source, "en")

    told = [(source.count("\n", 0, one.start) + 1, one.rule, one.found) for one in found]
    assert told == [
        (11, "doubled_space", " \N{NO-BREAK SPACE}"),
        (23, "doubled_space", "\N{NO-BREAK SPACE} "),
        (37, "compound", "multifaceted"),
        (37, "broken_hyphen", "- "),
        (39, "capital_after_comma", ","),
        (65, "a_or_an", "a “Alliance"),
        (73, "clashing_article", "the with"),
        (75, "broken_hyphen", "- "),
        (85, "undefined_acronym", "AUKUS"),
        (104, "clashing_article", "the its"),
        (104, "regional_spelling", "defence"),
        (110, "list_number", "1."),
        (122, "list_number", "1."),
        (129, "doubled_space", "\N{NO-BREAK SPACE} "),
        (131, "doubled_space", " \N{NO-BREAK SPACE}"),
        (137, "list_number", "1."),
        (141, "undefined_acronym", "IS"),
        (153, "missing_apostrophe", "NATOs"),
        (159, "name_spelling", "COVID-19"),
        (163, "clashing_article", "the "),
        (163, "doubled_word", "really has really"),
        (163, "missing_word", "to seen"),
        (175, "compound", "anti\N{HYPHEN}piracy"),
        (177, "name_spelling", "Bisognero"),
        (177, "doubled_word", "with with"),
        (181, "undefined_acronym", "PLA"),
        (183, "undefined_acronym", "WMD"),
        (217, "regional_spelling", "defence"),
        (217, "undefined_acronym", "SHAPE"),
        (217, "undefined_acronym", "CMG"),
    ]
