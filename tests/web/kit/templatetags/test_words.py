"""Filters and tags, as templates use them."""

import datetime as dt
from dataclasses import dataclass

import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from tracktwo_web.kit.templatetags import words

TEXTS = {"en": "Peace & quiet", "zh": "和平"}
MOMENT = dt.datetime(2026, 12, 2, 17, 0, tzinfo=dt.UTC)


@dataclass
class ASide:
    position: int


def shown(source: str, path: str = "/", **values) -> str:
    template = engines["django"].from_string("{% load words %}" + source)
    return template.render(values, RequestFactory().get(path))


@pytest.mark.parametrize(
    ("language", "text", "tag", "marked"),
    [
        ("en", "Peace & quiet", "en", "Peace &amp; quiet"),
        ("zh-hans", "和平", "zh-Hans", "和平"),
        ("fr", "Peace & quiet", "en", '<span lang="en">Peace &amp; quiet</span>'),
    ],
)
def test_texts_appear_in_the_readers_language_else_in_english(language, text, tag, marked) -> None:
    with translation.override(language):
        found = (words.in_language(TEXTS), words.language_of(TEXTS), words.spoken(TEXTS))

    assert found == (text, tag, marked)


@pytest.mark.parametrize("nothing", [None, {}])
def test_absent_texts_show_nothing(nothing) -> None:
    assert (words.in_language(nothing), words.spoken(nothing)) == ("", "")


def test_languages_are_called_by_their_own_names_and_tags() -> None:
    assert [(words.tag_of(code), words.name_of(code)) for code in ("en", "zh", "fr")] == [
        ("en", "English"),
        ("zh-Hans", "中文"),
        ("fr", "Français"),
    ]


@pytest.mark.parametrize(
    ("language", "named", "row"),
    [
        ("en", ["English", "Chinese", "French"], "NATO, 中国"),
        ("zh-hans", ["英文", "中文", "法文"], "NATO、中国"),
        ("fr", ["anglais", "chinois", "français"], "NATO, 中国"),
    ],
)
def test_languages_and_rows_of_names_are_worded_for_their_reader(language, named, row) -> None:
    with translation.override(language):
        found = [words.called(code) for code in ("en", "zh", "fr")]
        shown_row = shown("{{ names|in_a_row }}", names=["NATO", "中国"])

    assert (found, shown_row) == (named, row)


@pytest.mark.parametrize(
    ("language", "share", "number"),
    [
        ("en", "72%", "1,234.5"),
        ("zh-hans", "72%", "1,234.5"),
        ("fr", "72\N{NARROW NO-BREAK SPACE}%", "1\N{NARROW NO-BREAK SPACE}234,5"),
    ],
)
def test_numbers_are_written_as_their_reader_writes(language, share, number) -> None:
    with translation.override(language):
        assert (words.percent(0.724), words.number(1234.5, 1)) == (share, number)


def test_absent_numbers_and_days_show_nothing() -> None:
    assert (words.percent(None), words.number(None), words.day(None)) == ("", "", "")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "2 December 2026"), ("zh-hans", "2026年12月2日"), ("fr", "2 décembre 2026")],
)
def test_day_is_written_as_its_reader_writes(language, expected) -> None:
    with translation.override(language):
        assert words.day(MOMENT) == expected


def test_iso_is_utc_to_the_second() -> None:
    beijing = MOMENT.astimezone(dt.timezone(dt.timedelta(hours=8)))

    assert words.iso(beijing) == "2026-12-02T17:00:00Z"


@pytest.mark.parametrize(
    ("side", "expected"),
    [(ASide(0), "side-1"), (ASide(1), "side-2"), (ASide(8), "side-1"), (None, "")],
)
def test_side_class_follows_the_position(side, expected) -> None:
    assert words.side_class(side) == expected


def test_both_times_stand_on_each_sides_clock(dialogue) -> None:
    page = shown("{% both_times moment dialogue %}", moment=MOMENT, dialogue=dialogue)

    assert sorted(page.removeprefix("<ul>").removesuffix("</ul>").split("</li>")) == [
        "",
        '<li>Beijing: <time datetime="2026-12-02T17:00:00Z">Thu 3 December 2026, 01:00</time>',
        '<li>Brussels: <time datetime="2026-12-02T17:00:00Z">Wed 2 December 2026, 18:00</time>',
    ]


def test_both_times_take_turns_as_the_sides_do(dialogue) -> None:
    from tracktwo_web.dialogues.queries import sides_in_turn

    zones = {"Europe/Brussels": "Brussels", "Asia/Shanghai": "Beijing"}
    first = {}
    for path in (f"/page/{i}" for i in range(8)):
        page = shown("{% both_times moment dialogue %}", path, moment=MOMENT, dialogue=dialogue)
        first[path] = page.removeprefix("<ul><li>").partition(":")[0]

    assert first == {path: zones[sides_in_turn(dialogue, path)[0].time_zone] for path in first}
    assert set(first.values()) == {"Brussels", "Beijing"}


def test_both_times_in_line_without_a_dialogue_are_in_utc() -> None:
    page = shown("{% both_times_in_line moment None %}", moment=MOMENT)

    assert page == (
        '<span>UTC: <time datetime="2026-12-02T17:00:00Z">Wed 2 December 2026, 17:00</time></span>'
    )


def test_shown_pages_are_the_ends_and_those_around() -> None:
    page = Paginator(range(100), 5).page(10)

    assert [str(number) for number in words.shown_pages(page)] == [
        "1", "…", "9", "10", "11", "…", "20",
    ]  # fmt: skip


def test_pages_keep_what_else_was_asked() -> None:
    page = Paginator(range(15), 5).page(2)

    shown_page = shown('{% include "kit/pages.html" %}', "/list?theme=values&page=2", page=page)

    links = [part.partition('"')[0] for part in shown_page.split('href="')[1:]]
    assert links == [
        "?theme=values&amp;page=1",
        "?theme=values&amp;page=1",
        "?theme=values&amp;page=2",
        "?theme=values&amp;page=3",
        "?theme=values&amp;page=3",
    ]


def test_pages_of_a_single_page_show_nothing() -> None:
    page = Paginator(range(3), 5).page(1)

    assert shown('{% include "kit/pages.html" %}', page=page).strip() == ""
