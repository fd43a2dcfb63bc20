"""Labels that an author is asked about."""

import pytest

from tracktwo_web.perceptions.wording import LABELS, Label, labels_in


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The Regime answers every provocation.", ["provocation", "regime"]),
        ("en", "Provocations at sea increase.", ["provocation"]),
        ("en", "Regimen and regiment are other words.", []),
        ("fr", "Le régime multiplie les provocations.", ["provocation", "régime"]),
        ("fr", "Le régiment part demain.", []),
        ("zh", "该政权一再挑衅。", ["挑衅", "政权"]),
        ("zh", "中国与北约保持和平。", []),
    ],
)
def test_labels_are_found_as_words_of_their_language(language, text, words) -> None:
    found = labels_in({language: text})

    assert found == [Label(word, language) for word in words]


def test_labels_of_one_language_are_not_looked_for_in_another() -> None:
    assert labels_in({"fr": "regime"}) == []


def test_labels_exist_for_every_language_of_the_interface() -> None:
    assert set(LABELS) == {"en", "zh", "fr"}
