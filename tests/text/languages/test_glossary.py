"""Agreed terms."""

import pytest

from tracktwo.errors import OptionError
from tracktwo.text.languages.glossary import Glossary, Term

GLOSSARY = Glossary(
    (
        Term("risk", {"en": ("risk",), "zh": ("风险",), "fr": ("risque",)}),
        Term("reduction", {"en": ("risk reduction",), "zh": ("减少风险", "降低风险")}, {"zh": ("风险削减",)}),
        Term("treaty", {"en": ("treaty",), "fr": ("traité",)}),
        Term("naval", {"fr": ("navire naval",)}),
        Term("NATO", {"en": ("NATO",), "zh": ("北约",)}),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("en", "Risks and risk\nreduction", [("risk", "Risks"), ("reduction", "risk\nreduction")]),
        ("en", "Treaties, a treaty; entreaty", [("treaty", "Treaties"), ("treaty", "treaty")]),
        ("en", "NATO's, nato", [("NATO", "NATO")]),
        ("fr", "les traités, des navires navals", [("treaty", "traités")]),
        ("fr", "les navires navaux", [("naval", "navires navaux")]),
        ("zh", "降低风险和风险削减", [("reduction", "降低风险"), ("reduction", "风险削减")]),
        ("de", "risk", []),
    ],
)
def test_terms_are_found_inflected_and_the_longer_first(
    language: str, source: str, expected: list[tuple[str, str]]
) -> None:
    found = GLOSSARY.places(source, language)

    assert [(one.term.id, one.words) for one in found] == expected


def test_forbidden_rendering_is_marked() -> None:
    found = GLOSSARY.places("降低风险和风险削减", "zh")

    assert [one.is_forbidden for one in found] == [False, True]


def test_two_terms_of_one_id_are_refused() -> None:
    with pytest.raises(OptionError, match="two terms are called 'a'"):
        Glossary((Term("a", {"en": ("one",)}), Term("a", {"en": ("two",)})))


def test_one_rendering_of_two_terms_is_refused() -> None:
    with pytest.raises(OptionError, match="'one' renders both 'a' and 'b'"):
        Glossary((Term("a", {"en": ("One",)}), Term("b", {"en": ("one",)})))
