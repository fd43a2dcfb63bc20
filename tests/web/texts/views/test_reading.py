"""The page on which a text is read."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.web import world
from tests.web.texts.laid import a_draft, a_proposal, a_text
from tests.web.texts.views.reader import main_of, words_in
from tracktwo.exchange.texts import read_text
from tracktwo.text import NegotiatedText, OperationKind, Unit, UnitKind
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain.chair import propose_wording, take_up
from tracktwo_web.texts.domain.lay import lay_on_table
from tracktwo_web.texts.domain.proposals import agree, table_about_unit
from tracktwo_web.texts.domain.remarks import remark_on

EXAMPLE = Path(__file__).parents[4] / "examples" / "nato-china" / "text"


@pytest.fixture
def page(text) -> str:
    return f"/d/{text.dialogue_id}/texts/{text.id}/"


@pytest.fixture
def observer(sit, dialogue):
    return sit(world.seat_of(dialogue, Role.OBSERVER))


def unit_in(markup: str, unit: str) -> str:
    """The markup of a unit, up to the next one."""
    return markup.partition(f'data-unit="{unit}"')[2].partition('data-unit="')[0]


def test_text_is_read_with_its_numbers_states_and_brackets(page, observer) -> None:
    shown = words_in(observer.get(page))

    assert "1 open point session 1 elements" in shown
    assert "1. The sides meet every year. Passage 1. clean" in shown
    assert "2. The sides [ shall / should ] announce exercises. Passage 2. in brackets" in shown
    assert "{id:" not in shown


def test_heading_is_one_and_a_bracket_has_an_anchor(page, observer) -> None:
    markup = main_of(observer.get(page))

    assert '<h2 class="words" lang="en"><span class="no">I.</span> Principles</h2>' in markup
    assert markup.count('id="b1"') == 1
    assert unit_in(markup, "u2").count('class="sign"') == 3


def test_text_is_read_in_the_readers_language_or_another(page, observer) -> None:
    chinese = main_of(observer.get(page, headers={"accept-language": "zh-hans"}))
    asked = main_of(observer.get(f"{page}?in=zh"))
    french = main_of(observer.get(page, headers={"accept-language": "fr"}))

    for markup in (chinese, asked):
        assert (
            '<p class="words" lang="zh-Hans"><span class="no">3.</span> 保持热线畅通。</p>'
            in markup
        )
        assert "A line stays open." not in markup
    assert "A line stays open." in french  # the text has no French


def test_two_languages_stand_beside_each_other(page, observer) -> None:
    markup = unit_in(main_of(observer.get(f"{page}?in=en&with=zh")), "u2")

    assert markup.index("announce exercises.") < markup.index("通报演习。")
    assert (markup.count('data-bracket="b1"'), markup.count('id="b1"')) == (2, 1)


@pytest.mark.parametrize(
    "asked", ["?in=xx&with=yy", "?part=99", "?part=-1", "?unit=none", "?with=en"]
)
def test_unknown_wishes_are_passed_over(page, observer, asked) -> None:
    assert "A line stays open." in words_in(observer.get(page + asked))


def test_passage_not_written_in_a_language_says_so(dialogue, observer) -> None:
    text = lay_on_table(
        dialogue, NegotiatedText({"en": "T"}, ("en", "zh"), (Unit("u1", texts={"en": "We meet."}),))
    )

    shown = words_in(observer.get(f"/d/{dialogue.id}/texts/{text.id}/?in=zh"))

    assert "Not written in Chinese yet." in shown


def test_what_is_said_beside_a_unit_is_counted_there(page, text, observer, nato, china) -> None:
    a_proposal(text, nato, "The sides meet twice a year.")
    table_about_unit(text, china, "u1", OperationKind.SUP, {})
    remark_on(text, "u1", china, "Too often.")

    markup = unit_in(main_of(observer.get(page)), "u1")

    assert "2 proposals" in markup
    assert "1 remark" in markup


def test_own_draft_is_marked_for_its_side_alone(page, text, sit, dialogue, nato) -> None:
    a_draft(text, nato, "The sides meet twice a year.")

    shown = {
        (role, side): "your draft" in words_in(sit(world.seat_of(dialogue, role, side)).get(page))
        for role, side in [
            (Role.MEMBER, "nato"),
            (Role.HEAD, "china"),
            (Role.SECRETARIAT, ""),
            (Role.OBSERVER, ""),
        ]
    }

    assert [who for who, is_marked in shown.items() if is_marked] == [(Role.MEMBER, "nato")]


def test_suppressed_unit_is_shown_no_more(page, text, observer, nato, china) -> None:
    one = table_about_unit(text, nato, "u3", OperationKind.SUP, {})
    agree(one, china)
    take_up(one)

    assert "A line stays open." not in words_in(observer.get(page))


def test_wording_that_the_chair_proposes_is_marked(page, text, observer) -> None:
    propose_wording(text, "b1", 1)

    assert "should (proposed by the chair)" in words_in(observer.get(page))


@pytest.mark.parametrize(
    ("role", "side", "asked"),
    [
        (Role.HEAD, "nato", "Your side has not said yet where it stands on 1 open point."),
        (Role.MEMBER, "nato", "You may propose other words: open a passage."),
        (Role.INTERPRETER, "china", "Compare the languages"),
        (Role.SECRETARY, "china", "You may remark on a passage: open it."),
        (Role.OBSERVER, "", "You read this text; nothing is asked of you."),
    ],
)
def test_page_says_what_is_asked_of_its_reader(page, sit, dialogue, role, side, asked) -> None:
    assert asked in words_in(sit(world.seat_of(dialogue, role, side)).get(page))


def test_while_a_round_is_open_the_page_says_so_and_offers_nothing(page, sit, dialogue) -> None:
    world.an_open_round(dialogue)

    markup = main_of(sit(world.seat_of(dialogue, Role.HEAD, "nato")).get(page))

    assert "While a round is open texts can be read, and nothing can be written" in markup
    assert "<form" not in markup


def test_long_text_is_read_in_parts(dialogue, observer) -> None:
    units = [
        one
        for number in range(1, 5)
        for one in (
            Unit(f"h{number}", UnitKind.HEADING, {"en": f"Part {number}"}),
            *(Unit(f"u{number}-{each}", texts={"en": "We meet."}) for each in range(60)),
        )
    ]
    text = lay_on_table(dialogue, NegotiatedText({"en": "Long"}, ("en",), tuple(units)))
    page = f"/d/{dialogue.id}/texts/{text.id}/"

    first, second = (main_of(observer.get(page + more)) for more in ("", "?part=2"))
    by_unit = main_of(observer.get(f"{page}?unit=u3-7"))

    assert [markup.count('class="unit ') for markup in (first, second, by_unit)] == [122, 122, 122]
    assert 'href="?part=2#h3"' in first
    assert 'href="?part=1"' in by_unit
    assert ('id="u1-0"' in first, 'id="u3-0"' in second, 'id="u3-7"' in by_unit) == (True,) * 3


def test_first_view_is_light(dialogue, sit) -> None:
    text = lay_on_table(dialogue, read_text(EXAMPLE).text)
    head = sit(world.seat_of(dialogue, Role.HEAD, "nato"))

    markup = head.get(f"/d/{dialogue.id}/texts/{text.id}/?in=en&with=zh").content

    names = re.findall(r'(?:src|href)="/static/([^"]+\.(?:css|js))"', markup.decode())
    files = [Path(finders.find(name)).read_bytes() for name in names]
    modules = [
        Path(finders.find(f"texts/{one}.js")).read_bytes() for one in ("lines", "panel", "fresh")
    ]
    assert sum(len(gzip.compress(one)) for one in (markup, *files, *modules)) < 40_000


@pytest.mark.parametrize("count", [1, 3])
def test_page_takes_as_many_queries_for_three_proposals_as_for_one(
    page, text, sit, dialogue, nato, count, django_assert_max_num_queries
) -> None:
    for number in range(count):
        a_proposal(text, nato, f"The sides meet {number + 2} times a year.")
        remark_on(text, "u1", nato, "Often.")
    client = sit(world.seat_of(dialogue, Role.HEAD, "china"))

    with django_assert_max_num_queries(28):
        client.get(page)


def test_text_of_another_dialogue_does_not_exist(text, sit, dialogue) -> None:
    other = world.a_dialogue(convenor=world.a_user("other"), stage="text")
    theirs = a_text(other)
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))

    assert client.get(f"/d/{dialogue.id}/texts/{theirs.id}/").status_code == 404


def test_page_asks_once_whether_a_round_is_open(
    page, sit, dialogue, django_assert_num_queries
) -> None:
    head = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    head.get(page)

    with django_assert_num_queries(16) as found:
        head.get(page)

    blind = [one for one in found.captured_queries if "round" in one["sql"]]
    assert len(blind) == 3
