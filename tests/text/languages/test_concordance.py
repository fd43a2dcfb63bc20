"""The authentic languages side by side."""

import pytest

from tracktwo.locale import LANGUAGES, translator
from tracktwo.text.languages.concordance import Agreement, Discord, concordance, source_hash
from tracktwo.text.languages.glossary import Glossary, Term
from tracktwo.text.units import NegotiatedText, Unit
from tracktwo.text.words import discord_sentence

GLOSSARY = Glossary(
    (
        Term("deconfliction", {"en": ("deconfliction",), "zh": ("避免冲突",)}, {"zh": ("消除冲突",)}),
        Term("NATO", {"en": ("NATO", "the Alliance"), "zh": ("北约",)}),
    )
)  # fmt: skip
AGREEING = Unit("u1", texts={"en": "NATO shall report by 14 June 2021 on deconfliction [in full/in part?].", "zh": "北约应于2021年6月14日前就避免冲突[全面／部分？]作出报告。"})  # fmt: skip


def _text(*units: Unit, languages: tuple[str, ...] = ("en", "zh")) -> NegotiatedText:
    return NegotiatedText({}, languages, units)


def _told(discord: Discord) -> tuple[str, str | None, str | None]:
    left, right = discord.left, discord.right
    return discord.kind.value, left.words if left else None, right.words if right else None


def test_languages_that_agree_raise_no_warning() -> None:
    found = concordance(
        _text(AGREEING), glossary=GLOSSARY, agreements=[Agreement.of(AGREEING, "en", "zh")]
    )

    assert found.discords == ()
    assert found.is_reviewed


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        ("They met.", "", [("missing", "They met.", None)]),
        ("A [far/near] sea.", "【远海。", [("brackets", "A [far/near] sea.", "【远海。")]),
        ("A [far/near] sea.", "远海。", [("brackets", "A [far/near] sea.", "远海。")]),
        (
            "A [far/near] sea.",
            "【远】海。",
            [("bracket_shapes", "A [far/near] sea.", "【远】海。")],
        ),
        ("A [far/near?] sea.", "【远／近？】海。", []),
        ("Five per cent.", "百分之六。", [("quantity", "Five per cent", "百分之六")]),
        ("They should meet.", "各方应会晤。", [("modality", "should", "应")]),
        ("On deconfliction.", "论消除冲突。", [("forbidden", None, "消除冲突")]),
        ("On deconfliction.", "论冲突。", [("term", "deconfliction", None)]),
        ("They left.", "北约离开。", [("term", None, "北约")]),
        ("A [far/near]{since:2026-03-01} sea.", "【远／近】{id:b1}海。", []),
    ],
)
def test_warnings_of_one_unit(
    english: str, chinese: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    unit = Unit("u1", texts={"en": english, "zh": chinese})

    found = concordance(_text(unit), glossary=GLOSSARY).discords

    assert [_told(one) for one in found] == expected
    assert all(discord_sentence(one, translator(name)) for one in found for name in LANGUAGES)


def test_change_on_one_side_is_told_and_waits_for_review() -> None:
    unit = Unit("u1", texts={"en": "They met again.", "zh": "各方会晤。"})
    before = Agreement("u1", {"en": source_hash("They met."), "zh": source_hash("各方会晤。")})

    found = concordance(_text(unit), agreements=[before])

    assert [_told(one) for one in found.discords] == [("changed", "They met again.", None)]
    assert found.unconfirmed == (("u1", "en", "zh"),)
    assert discord_sentence(found.discords[0], translator("en")) == (
        "English has changed since both were said to agree, Chinese has not."
    )


def test_change_on_both_sides_only_waits_for_review() -> None:
    unit = Unit("u1", texts={"en": "They met again.", "zh": "各方再次会晤。"})
    before = Agreement("u1", {"en": source_hash("They met."), "zh": source_hash("各方会晤。")})

    found = concordance(_text(unit), agreements=[before])

    assert (found.discords, found.unconfirmed) == ((), (("u1", "en", "zh"),))


def test_every_two_of_three_languages_are_compared() -> None:
    unit = Unit(
        "u1", texts={"en": "On 1 May 2021.", "zh": "2021年5月1日。", "fr": "Le 2 mai 2021."}
    )

    found = concordance(_text(unit, languages=("en", "zh", "fr"))).discords

    assert [(one.languages, *_told(one)) for one in found] == [
        (("en", "fr"), "quantity", "1 May 2021", "2 mai 2021"),
        (("zh", "fr"), "quantity", "2021年5月1日", "2 mai 2021"),
    ]
