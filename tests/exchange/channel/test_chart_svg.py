"""A chart as SVG: well formed whatever a side wrote, with a mark and a number for each place."""

from xml.etree import ElementTree as ET

from tracktwo.channel.picture.chart import chart_of
from tracktwo.channel.sphere import Circle, Position, Route
from tracktwo.exchange.channel.chart_svg import MOST_NUMBERED, Told, svg_of

EVIL = "</title><script>alert(1)</script>\"'&"
PLACES = [Circle(Position(12, 50), 30), Position(13, 51), Route((Position(11, 49), Position(12, 52)))]  # fmt: skip


def drawing(places=PLACES, **options) -> ET.Element:
    told = [Told(n, "NW", EVIL, "reported", f"#row-{n}") for n, _ in enumerate(places, 1)]
    text = svg_of(chart_of(places, {Position(12, 51): EVIL}), told, title=EVIL, **options)
    return ET.fromstring(text)


def test_texts_of_others_stay_texts() -> None:
    drawn = drawing()

    marks = drawn.findall("a")
    assert not list(drawn.iter("script"))
    assert drawn.get("aria-label") == EVIL
    assert {one.get("aria-label") for one in marks} == {EVIL} == {one.find("title").text for one in marks}  # fmt: skip
    assert EVIL in [one.text for one in drawn.findall("text")]


def test_each_mark_leads_to_its_row_and_has_its_number() -> None:
    drawn = drawing()

    assert sorted((one.get("id"), one.get("href")) for one in drawn.findall("a")) == [(f"mark-{n}", f"#row-{n}") for n in (1, 2, 3)]  # fmt: skip
    assert [one.text for one in drawn.findall("text[@aria-hidden]")] == ["1", "2", "3"]
    assert [one.find(".//path").get("class") for one in drawn.findall("a")] == ["outline area", "outline", "symbol"]  # fmt: skip


def test_many_marks_are_no_stops_of_the_keyboard() -> None:
    drawn = drawing([Position(12, 50 + n / 100) for n in range(MOST_NUMBERED + 1)])

    assert {one.get("tabindex") for one in drawn.findall("a")} == {"-1"}
    assert not drawn.findall("text[@aria-hidden]")


def test_file_of_its_own_brings_its_inks_and_says_that_it_is_an_exercise() -> None:
    drawn = drawing(is_alone=True, banner="EXERCISE EXERCISE EXERCISE")

    space = "{http://www.w3.org/2000/svg}"
    assert "currentColor" in drawn.find(f"{space}style").text
    assert "EXERCISE EXERCISE EXERCISE" in [one.text for one in drawn.findall(f"{space}text")]
