"""Flaws and warnings as sentences."""

from pathlib import Path

from tracktwo.locale import translator
from tracktwo.text.languages.concordance import concordance
from tracktwo.text.lint import lint_source
from tracktwo.text.units import NegotiatedText, Unit
from tracktwo.text.words import discord_sentence, flaw_sentence


def test_flaws_are_told_with_what_to_write() -> None:
    english = translator("en")

    found = lint_source("An UN envoy of the its office spoke to  us.", "en")

    assert [flaw_sentence(one, english) for one in found] == [
        "“An UN” sounds wrong: write “A UN”.",
        "In “the its” the article has no noun to stand with.",
        "Two spaces stand here; one will do.",
    ]


def test_warning_names_the_language_that_lacks_something() -> None:
    unit = Unit("u1", texts={"en": "They met.", "zh": "各方应在30天内会晤。"})

    found = concordance(NegotiatedText({}, ("en", "zh"), (unit,))).discords

    assert [discord_sentence(one, translator("en")) for one in found] == [
        "“30” (Chinese) has no equal in English.",
        "Nothing in English obliges as “应” (Chinese) does.",
    ]


def test_every_sentence_a_rule_names_is_known() -> None:
    import re

    import tracktwo.text.lint as package
    from tracktwo.text import words

    folder = Path(package.__file__).parent
    sources = [one.read_text(encoding="utf-8") for one in folder.glob("*.py")]
    named = {
        name
        for source in sources
        for name in re.findall(r'(?:RULE|sentence) = "(\w+)"|sentence="(\w+)"', source)
        for name in name
        if name and name != "form"
    }
    english = translator("en")
    known = words._about_words("", "", english) | words._about_forms("", "", english)
    known |= words._about_signs("", "", english)

    assert named - set(known) == set()
