"""The text form: lines as one would write them on a board."""

import pytest

from tracktwo.influence import Concept, InfluenceMap, Link


def test_board_is_read_line_by_line(drawn):
    board = (
        "# drawn on the second day\n"
        'title: "Second day" / fr "Deuxième jour"\n'
        'concept military exercises (action, nato): "Exercises" / zh "军演"\n'
        "military exercises -> threat perception : +0.7 [0.5,0.9]   # the first\n"
        'threat perception=>"a -> b":- very weak;delay months;confidence 0.8;expert E1;side nato;evidence "x; y"\n'
    )

    assert drawn("map.txt", board) == InfluenceMap(
        (
            Concept("military exercises", {"en": "Exercises", "zh": "军演"}, "action", "nato"),
            Concept("threat perception"),
            Concept("a -> b"),
        ),
        (
            Link("military exercises", "threat perception", 0.7, 0.5, 0.9),
            Link(
                "threat perception", "a -> b", -0.1, delay="months", confidence=0.8,
                evidence="x; y", expert="E1", side="nato",
            ),
        ),
        {"en": "Second day", "fr": "Deuxième jour"},
    )  # fmt: skip


def test_chinese_punctuation_is_taken_as_latin(drawn):
    board = "军事演习 → 威胁感知 ： 强 ［0.5，0.9］； expert 专家一\n“带 → 箭头” → 军事演习 ： －０．５ 【-1、】\n"

    assert drawn("map.txt", board).links == (
        Link("军事演习", "威胁感知", 0.7, 0.5, 0.9, expert="专家一"),
        Link("带 → 箭头", "军事演习", -0.5, low=-1.0),
    )


def test_lines_may_end_as_on_windows(drawn, weights):
    assert weights(drawn("map.txt", "a (x) -> b : 0.5\r\nb -> a (x) : 1\r\n")) == {
        ("a (x)", "b"): 0.5,
        ("b", "a (x)"): 1.0,
    }


HOW = "write a link as: concept -> concept : 0.7, and names with signs in quotes"
HOW_CONCEPT = 'write a concept as: concept name (kind, side): "text" / zh "text"'
TAIL = (
    "behind a semicolon one of delay, confidence, expert, side, evidence and its value may stand, "
    "once each, texts with signs in quotes"
)
BAD = {
    "no colon": ("a -> b 0.5", 1, HOW),
    "no weight": ("\na -> b :", 2, HOW),
    "a chain": ("a -> b -> c : 0.5", 1, HOW),
    "a sign in a name": ("a: x -> b : 0.5", 1, HOW),
    "no link": ("hello world", 1, f"this is no link; {HOW}"),
    "nothing": ("# only", None, f"nothing is drawn here; {HOW}"),
    "out of range": ("a -> b : 1.5", 1, "weight 1.5 lies outside -1..1; divide by the strongest your scale has"),
    "decimal comma": ("a -> b : 0,7", 1, "weight '0,7' has a decimal comma; write 0.7"),
    "one end": ("a -> b : 0.5 [0.4]", 1, "range [0.4] needs two ends, as in [0.5, 0.9]"),
    "outside its range": ("a -> b : 0.5 [0.6, 0.9]", 1, "a -> b: weight 0.5 lies outside its range [0.6, 0.9]"),
    "field unknown": ("a -> b : 0.5 ; when now", 1, TAIL),
    "field empty": ("a -> b : 0.5 ; expert", 1, TAIL),
    "field twice": ("a -> b : 0.5 ; expert A ; expert B", 1, TAIL),
    "a sign in evidence": ("a -> b : 0.5 ; evidence see: here", 1, TAIL),
    "quote open": ('"a -> b : 0.5', 1, "a quoted text begins here and does not end; close it with a quote"),
    "backslash": (r'"a\q" -> b : 0.5', 1, r"a backslash in a quoted text must be written \\, and a quote \""),
    "judged twice": ("a -> b : 1\na -> b : 0", 2, "a -> b is already judged by the same hand, line 1; keep one"),
    "kind": ("concept a (thing)", 1, "concept 'a': kind 'thing' is not known; write perception, action, narrative, capability, risk, measure, driver"),
    "no name": ('concept : "x"', 1, HOW_CONCEPT),
    "bracket open": ("concept a (action", 1, HOW_CONCEPT),
    "concept twice": ("concept a\nconcept a", 2, "concept 'a' is already on line 1; keep one"),
    "two texts in a language": ('concept a: "x" / "y"', 1, "language 'en' is told twice or is not a code like en or zh"),
    "title": ('title x: "y"', 1, 'write title: "text" / zh "text", once'),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "sentence"), BAD.values(), ids=BAD)
def test_lines_that_cannot_be_meant_are_refused(refusal, content, line, sentence):
    assert refusal("map.txt", content) == ("map.txt", line, sentence)


def test_lines_of_two_hundred_thousand_signs_are_read_at_once(refusal):
    for number, inside in enumerate(('"\\' * 100_000, "-" * 200_000, "a" + " " * 200_000 + "->")):
        assert refusal(f"map{number}.txt", inside)[1] == 1
