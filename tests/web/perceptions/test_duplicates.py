"""Wordings that are near each other, in the three languages."""

import csv
from pathlib import Path

import pytest

from tracktwo_web.perceptions.likeness import CLOSE, CLOSE_IN, MOST_SHOWN, SAME, nearest, pieces

EXAMPLE = Path(__file__).parents[3] / "examples/nato-china/statements.csv"


@pytest.fixture(scope="module")
def example() -> dict[str, dict[str, str]]:
    """The statements of the example dialogue, by code."""
    with EXAMPLE.open(encoding="utf-8") as file:
        return {
            row["statement"]: {code: row[f"text_{code}"] for code in ("en", "zh", "fr")}
            for row in csv.DictReader(file)
        }


REWORDED = [
    ("en", "c17", "China is now a military threat to NATO countries."),
    ("en", "c17", "At present China poses a military threat to the countries of NATO"),
    ("en", "n01", "NATO needs an enemy in order to justify its existence"),
    ("en", "c11", "China would rather settle the Taiwan question without using force"),
    ("zh", "c17", "中国现在对北约国家构成军事威胁"),
    ("zh", "n01", "北约需要一个敌人来证明其存在的必要性"),
    ("zh", "c11", "中国倾向于以非武力方式解决台湾问题"),
    ("zh", "c09", "中国军队现代化是防御性的"),
    ("fr", "c17", "La Chine est aujourd’hui une menace militaire pour les pays de l’OTAN"),
    ("fr", "n05", "L'OTAN veut devenir une alliance mondiale"),
    ("fr", "c11", "La Chine préfère régler la question de Taïwan sans la force"),
]
DIFFERENT = [
    ("en", "China will open its financial markets to NATO countries."),
    ("en", "NATO enlargement threatens Russia."),
    ("zh", "中国将向北约国家开放金融市场"),
    ("zh", "北约东扩威胁俄罗斯"),
    ("zh", "中国在台湾附近的海军演习是防御性的"),
    ("fr", "La Chine ouvrira ses marchés financiers aux pays de l’OTAN"),
    ("fr", "L’élargissement de l’OTAN menace la Russie"),
]


@pytest.mark.parametrize(("language", "code", "text"), REWORDED)
def test_nearest_names_the_statement_that_was_reworded(example, language, code, text) -> None:
    near = nearest({language: text}, example)

    assert (near[0].key, near[0].language) == (code, language)


@pytest.mark.parametrize(("language", "text"), DIFFERENT)
def test_nearest_is_silent_about_another_statement_on_the_same_subject(
    example, language, text
) -> None:
    assert nearest({language: text}, example) == []


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_nearest_keeps_the_statements_of_the_example_apart(example, language) -> None:
    near = {
        code: nearest({language: texts[language]}, {k: v for k, v in example.items() if k != code})
        for code, texts in example.items()
    }

    assert {code: found for code, found in near.items() if found} == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "china IS at present a military threat to the NATO countries"),
        ("zh", "中国目前对北约国家构成军事威胁！"),
        ("fr", "LA CHINE CONSTITUE ACTUELLEMENT UNE MENACE MILITAIRE POUR LES PAYS DE L'OTAN !"),
    ],
)
def test_same_wording_is_the_same_whatever_its_case_and_punctuation(
    example, language, text
) -> None:
    near = nearest({language: text}, example)

    assert (near[0].key, near[0].is_same) == ("c17", True)


def test_denial_is_near_but_not_the_same(example) -> None:
    near = nearest({"en": "China is at present no military threat to the NATO countries."}, example)

    assert (near[0].key, near[0].is_same) == ("c17", False)


def test_nearest_takes_the_language_in_which_it_is_nearest() -> None:
    others = {"a": {"en": "Something else entirely.", "zh": "中国是军事威胁。"}}

    near = nearest({"en": "China is a threat.", "zh": "中国是军事威胁"}, others)

    assert [(one.key, one.language) for one in near] == [("a", "zh")]


def test_nearest_shows_no_more_than_a_reader_reads() -> None:
    others = {number: {"en": f"China is a threat {number}."} for number in range(10)}

    assert len(nearest({"en": "China is a threat."}, others)) == MOST_SHOWN


@pytest.mark.parametrize("text", ["", "   ", "?!…", "。"])
def test_nearest_of_nothing_is_nothing(text) -> None:
    assert nearest({"en": text}, {"a": {"en": text}}) == []


def test_pieces_forget_width_and_accents() -> None:
    assert pieces("ＮＡＴＯ Hégémonie") == pieces("nato hegemonie")


def test_thresholds_are_in_order() -> None:
    assert 0 < CLOSE_IN["zh"] < CLOSE < SAME < 1
