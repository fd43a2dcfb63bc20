"""What each rule finds, and what it leaves alone."""

import pytest

from tracktwo.text.lint import RULES, lint_source

FOUND = [
    # rule, language, source, what is found and proposed
    ("doubled_word", "en", "Talks with with China of\nof old.", [("with with", "with"), ("of\nof", "of")]),
    ("doubled_word", "en", "It really has really sent a signal.", [("really has really", None)]),
    ("doubled_word", "fr", "Les parties de de la zone.", [("de de", "de")]),
    ("clashing_article", "en", "Part of the its posture, notably the with regard to it.", [("the its", "its"), ("the with", "with")]),
    ("clashing_article", "en", "Signed by the Washington, Canberra and London.", [("the ", "")]),
    ("article_before_acronym", "en", "NATO met. NATO spoke. NATO left. They saw the NATO.", [("the NATO", "NATO")]),
    ("article_before_acronym", "en", "The EU met; the EU spoke; the EU left. EU has agreed.", [("EU", "The EU")]),
    ("a_or_an", "en", "A NGO sent a “Alliance of” and an UN, an unit, a hour, a 8-day.", [("A NGO", "An NGO"), ("a “Alliance", "an “Alliance"), ("an UN", "a UN"), ("an unit", "a unit"), ("a hour", "an hour"), ("a 8-day", "an 8-day")]),
    ("missing_word", "en", "It remains to seen.", [("to seen", "to be seen")]),
    ("missing_apostrophe", "en", "NATO’s, NATO’s and NATO’s. On NATOs new plan.", [("NATOs", "NATO’s")]),
    ("capital_after_comma", "en", "On perceptions, It also sought more.", [(",", ".")]),
    ("doubled_space", "en", "The six  months.", [("  ", " ")]),
    ("doubled_space", "en", "One end. Two ends. Three.  Four.", [("  ", " ")]),
    ("space_before_punctuation", "en", "They met , and left .", [(" ", ""), (" ", "")]),
    ("space_before_punctuation", "zh", "各方会晤 。", [(" ", "")]),
    ("space_before_punctuation", "fr", "Ils partent , enfin.", [(" ", "")]),
    ("broken_hyphen", "en", "A fast- changing world.", [("- ", "-")]),
    ("name_spelling", "en", "Uighurs and Uighurs and Uyghurs.", [("Uyghur", "Uighur")]),
    ("name_spelling", "en", "Bisogniero met him. Bisogniero left, Bisognero stayed.", [("Bisognero", "Bisogniero")]),
    ("regional_spelling", "en", "Our defense, their defense, a defence.", [("defence", "defense")]),
    ("compound", "en", "The Asia-Pacific, the Asia-Pacific, the Asia–Pacific, the Asia Pacific.", [("Asia–Pacific", "Asia-Pacific"), ("Asia Pacific", "Asia-Pacific")]),
    ("compound", "en", "A multi-faceted, multi-faceted and multifaceted plan.", [("multifaceted", "multi-faceted")]),
    ("quotes", "en", '“One” and “two” and "three".', [('"', None), ('"', None)]),
    ("quotes", "zh", "“一”和“二”和「三」。", [("「", None), ("」", None)]),
    ("chinese_punctuation", "zh", "各方会晤,并报告.(见附件)", [(",", "，"), (".", "。"), ("(", "（"), (")", "）")]),
    ("chinese_punctuation", "zh", "２０２１年", [("２０２１", "2021")]),
    ("form", "en", "On 1 May 2021 and 2 May 2021, then May 3, 2021.", [("May 3, 2021", None)]),
    ("form", "en", "5 per cent, 6 per cent, 7 percent.", [("percent", None)]),
    ("undefined_acronym", "en", "The PLA met. The Belt and Road Initiative (BRI) grew; the BRI is old.", [("PLA", None)]),
    ("undefined_acronym", "en", "The BRI grew. The Belt and Road Initiative (BRI) is old.", [("BRI", None)]),
    ("late_full_name", "zh", "北约会晤。北大西洋公约组织报告。", [("北约", "北大西洋公约组织")]),
    ("list_number", "en", "1. One\n2. Two\n4. Four", [("4.", None)]),
    ("list_number", "en", "1. One\n1. Two\n1. Three", [("1.", None), ("1.", None)]),
    ("attribution", "en", "Ambassador Roe said no. According to General Doe it holds. One participant noted it.", [("Ambassador Roe said", None), ("According to General Doe", None), ("One participant noted", None)]),
    ("attribution", "fr", "L’ambassadeur Roe a déclaré cela, selon un participant.", [("L’ambassadeur Roe a déclaré", None), ("selon un participant", None)]),
    ("attribution", "zh", "一位与会者表示同意。", [("一位与会者表示", None)]),
    ("leftover", "en", "The date (TBC) and [...] and XX, to be confirmed.", [("TBC", None), ("[...]", None), ("XX", None), ("to be confirmed", None)]),
    ("leftover", "zh", "时间（待定）。", [("（待定）", None)]),
    ("leftover", "zh", "于[日期]在【地点】，共［待定］人，（待商定）。", [("[日期]", None), ("【地点】", None), ("［待定］", None), ("（待商定）", None)]),
    ("leftover", "zh", "各方于X月XX日会晤，××年重访。", [("X月", None), ("XX日", None), ("××年", None)]),
    ("leftover", "fr", "Le [date], à [lieu], [à préciser], [TBD] et [____].", [("[date]", None), ("[lieu]", None), ("[à préciser]", None), ("[TBD]", None), ("[____]", None)]),
    ("french_quote", "fr", 'Le "dialogue" dure.', [('"', "«\u00a0"), ('"', "\u00a0»")]),
    ("french_space", "fr", "Pourquoi ? Voilà : fin !", [(" ", "\u202f"), (" ", "\u00a0"), (" ", "\u202f")]),
    ("french_space", "fr", "Ils notent: la paix.", [(":", "\u00a0:")]),
    ("french_space", "fr", "Le « dialogue », l’«entente».", [("« ", "«\u00a0"), (" »", "\u00a0»"), ("«", "«\u00a0"), ("»", "\u00a0»")]),
    ("french_space", "fr", "Qui\u202f? Quoi\u202f? Voilà!", [("!", "\u202f!")]),
    ("elision", "fr", "Parce que elle part si ils viennent; cela ne est pas.", [("que elle", "qu’elle"), ("si ils", "s’ils"), ("ne est", "n’est")]),
]  # fmt: skip

LEFT_ALONE = [
    ("doubled_word", "en", "He knew that that was all he had had in Pago Pago with Boutros Boutros-Ghali. [the/the] the"),
    ("doubled_word", "fr", "Nous nous réunissons, tout en en parlant."),
    ("doubled_word", "zh", "天天会晤，人人平等。"),
    ("clashing_article", "en", "The of-late trend; the Washington summit, the in-depth talks, a lot."),
    ("article_before_acronym", "en", "NATO met. NATO spoke. NATO left. They saw the NATO allies and the NATO and Chinese navies."),
    ("article_before_acronym", "en", "Seen by the NATO."),
    ("a_or_an", "en", "An NGO, a UN unit, a one-party state, an hour, a European, a historic day, an MP, a NATO ship, an EU law, Annex A is, a U.S. ship, an unimpeded, a union, an 11-day, a 110-day."),
    ("missing_word", "en", "The road to been-there; to show, to take; due to known facts."),
    ("missing_apostrophe", "en", "NGO’s, NGO’s, NGO’s, NGOs are, NGOs were."),
    ("capital_after_comma", "en", "In May, China left. “If so, It” is a title, The Hague is not."),
    ("doubled_space", "en", "2002    Visit.\nOne.  Two.  Three."),
    ("space_before_punctuation", "en", "It runs on .NET and .5 of it ... so."),
    ("space_before_punctuation", "fr", "Pourquoi ? Parce que ; voilà : fin !"),
    ("broken_hyphen", "en", "Pre- and post-war, short- to medium-term - so."),
    ("name_spelling", "en", "American and Americans, Ukraine and Ukrainian, Democracy and Democracies, Strategic and Strategy."),
    ("regional_spelling", "en", "Our defense; the Ministry of Defence and the European Policy Centre."),
    ("compound", "en", "A long-term plan for the long term; to re-sign and to resign."),
    ("quotes", "en", "“One” isn’t ‘two’."),
    ("chinese_punctuation", "zh", "各方会晤，见U.S. Navy (2021)、3.5公里，时间10:30。"),
    ("form", "en", "In May 2021 and on 14 June, 5% of it."),
    ("undefined_acronym", "en", "NATO and the EU; COVID-19.\n\nVIII. RELATIONS WITH THE PLA\n\nA SALT-2 treaty."),
    ("late_full_name", "zh", "北大西洋公约组织（北约）会晤。北约报告。"),
    ("list_number", "en", "1. One\n2. Two\n\n1. One\n2. Two\nIn 2021. Then"),
    ("attribution", "en", "President Roe set a priority. The Minister of Defence said no. According to the report it holds."),
    ("leftover", "zh", "二〇二一年，3X日，[应/宜]，【主席】，待定事项。"),
    ("french_quote", "fr", 'Un tube de 5" et un de 7" ; « ainsi ».'),
    ("french_quote", "en", 'A "dialogue".'),
    ("french_space", "fr", "Pourquoi\u202f? « Voilà\u00a0: fin\u00a0! »".replace("« ", "«\u00a0").replace(" »", "\u202f»")),
    ("french_space", "fr", "[devrait ?/doit?] à 12:30, [Alt 1: oui] https://exemple.org/a?b=1 (?)."),
    ("french_space", "fr", "Voilà! Et voilà! Encore\u202f?"),
    ("french_space", "en", "Why ? So : yes !"),
    ("elision", "fr", "Le onze, si elle vient, qu’il se hâte ; de un à dix ; que oui."),
    ("leftover", "en", "Is it late? The TBCC met. [shall/should] A _b_ c."),
    ("doubled_space", "en", '[a/b]{reason:"x  y"} c'),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "language", "source", "expected"), FOUND)
def test_rule_finds(
    rule: str, language: str, source: str, expected: list[tuple[str, str | None]]
) -> None:
    found = lint_source(source, language, rules=[rule])

    assert [(one.found, one.suggestion) for one in found] == expected
    assert {one.rule for one in found} == {rule}
    assert all(source[one.start : one.end] == one.found for one in found)


@pytest.mark.parametrize(("rule", "language", "source"), LEFT_ALONE)
def test_rule_leaves_alone(rule: str, language: str, source: str) -> None:
    assert lint_source(source, language, rules=[rule]) == ()


def test_every_rule_is_shown_to_find_and_to_leave_alone() -> None:
    assert {row[0] for row in FOUND} == set(RULES)
    assert {row[0] for row in LEFT_ALONE} == set(RULES)
