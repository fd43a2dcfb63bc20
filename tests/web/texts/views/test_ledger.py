"""The page of open points."""

import datetime as dt
import html
import re

import pytest
from django.urls import reverse

from tests.web import world
from tests.web.texts.laid import a_proposal, all_accept, english
from tracktwo.text import NegotiatedText, Unit
from tracktwo.text.standing import MoveKind, Stance
from tracktwo_web.dialogues.models import Attribution
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import chair, stages, voices
from tracktwo_web.texts.domain.lay import lay_on_table

pytestmark = pytest.mark.django_db


def _url(text) -> str:
    return reverse("text_ledger", args=[text.dialogue_id, text.id])


def _words(answer) -> str:
    plain = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(html.unescape(plain).split())


@pytest.mark.parametrize(
    ("role", "side"),
    [
        (Role.HEAD, "nato"),
        (Role.MEMBER, "china"),
        (Role.INTERPRETER, "nato"),
        (Role.SECRETARY, "china"),
        (Role.SECRETARIAT, ""),
        (Role.OBSERVER, ""),
    ],
)
def test_ledger_is_read_by_everybody_at_the_table(text, sit, role, side) -> None:
    seat = world.seat_of(text.dialogue, role, side)

    page = sit(seat).get(_url(text))

    assert page.status_code == 200
    assert "1 point stands between us and a clean text" in _words(page)
    assert "No side has spoken of it yet." in _words(page)


def test_ledger_of_another_dialogue_is_not_there(text, sit) -> None:
    other = world.a_dialogue(convenor=world.a_user("other"), stage="text")
    seat = world.seat_of(other, Role.HEAD, "nato")

    page = sit(seat).get(reverse("text_ledger", args=[other.id, text.id]))

    assert page.status_code == 404


def test_ledger_is_closed_to_strangers(text, client) -> None:
    assert client.get(_url(text)).status_code == 404


def test_head_sees_where_the_side_has_not_spoken(text, sit, nato) -> None:
    head = sit(world.seat_of(text.dialogue, Role.HEAD, "nato"))
    before = _words(head.get(_url(text)))

    voices.speak_of_wording(text, nato, "b1", 0, Stance.SUPPORT)
    after = _words(head.get(_url(text)))

    assert "Your side has not spoken on 1 of them: b1" in before
    assert "Your side has not spoken" not in after
    assert "Nobody stands in the way." in after


def test_member_is_not_told_to_speak(text, sit) -> None:
    page = sit(world.seat_of(text.dialogue, Role.MEMBER, "nato")).get(_url(text))

    assert "Your side has not spoken" not in _words(page)
    assert "Say where your side stands" not in _words(page)


def test_chair_closes_from_the_ledger_what_all_accept(text, sit) -> None:
    all_accept(text, "b1", 1)
    secretariat = sit(world.seat_of(text.dialogue, Role.SECRETARIAT))
    page = secretariat.get(_url(text))

    assert "Ready: the chair can close it." in _words(page)
    assert "Close it with wording 2" in _words(page)
    form = re.search(
        r'action="([^"]+)">.*?name="alternative" value="(\w+)"', page.content.decode(), re.DOTALL
    )
    assert form
    answer = secretariat.post(form[1], {"alternative": form[2]})

    assert answer.status_code == 302
    assert english(text, "u2") == "The sides should announce exercises."
    assert "No point is open: the text is clean" in _words(secretariat.get(_url(text)))


def test_head_is_offered_no_closing(text, sit) -> None:
    all_accept(text, "b1", 1)

    page = sit(world.seat_of(text.dialogue, Role.HEAD, "china")).get(_url(text))

    assert "Close it with wording" not in _words(page)


def test_capital_that_has_still_to_confirm_is_no_closing(text, sit, nato, china) -> None:
    voices.speak_of_wording(text, nato, "b1", 0, Stance.SUPPORT)
    voices.speak_of_wording(text, china, "b1", 0, Stance.LIVE_WITH, ad_ref=True)

    page = _words(sit(world.seat_of(text.dialogue, Role.SECRETARIAT)).get(_url(text)))

    assert "Agreed, once the capitals have confirmed." in page
    assert "Close it with wording" not in page


def test_nearest_point_comes_first(dialogue, sit) -> None:
    units = tuple(
        Unit(f"u{n}", texts={"en": f"We {n} [may/shall]{{id:b{n}}} meet."}) for n in (1, 2, 3)
    )
    text = lay_on_table(dialogue, NegotiatedText({"en": "T"}, ("en",), units))
    nato, china = dialogue.sides.order_by("-code")
    voices.speak_of_wording(text, nato, "b2", 0, Stance.SUPPORT)
    voices.speak_of_wording(text, china, "b2", 0, Stance.OPPOSE)
    all_accept(text, "b3", 0)

    page = sit(world.seat_of(dialogue, Role.OBSERVER)).get(_url(text)).content.decode()

    assert re.findall(r'<li id="(b\d)">', page) == ["b3", "b2", "b1"]


def test_holders_and_proposers_are_hidden_by_the_rule_of_the_dialogue(dialogue, sit, nato) -> None:
    source = "We [china: shall/may]{id:china-1 holder:china} meet."
    units = (Unit("u1", texts={"en": source}), Unit("u2", texts={"en": "We talk."}))
    text = lay_on_table(dialogue, NegotiatedText({"en": "T"}, ("en",), units))
    a_proposal(text, nato, "We talk often.", unit="u2")
    head = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    told = _words(head.get(_url(text)))
    dialogue.attribution = Attribution.NONE
    dialogue.save()

    untold = _words(head.get(_url(text)))

    assert "held by Chinese experts" in told
    assert "held by" not in untold
    assert "china-1" not in untold
    assert "u1#n1" in untold


def test_packages_and_parked_passages_are_told(text, sit, nato, china) -> None:
    voices.make_move(text, nato, MoveKind.PACKAGE, "u1", conditions=("u3",))
    until = dt.date(2027, 3, 1)
    voices.make_move(text, china, MoveKind.PARK, "u3", group="two lawyers", until=until)

    page = _words(sit(world.seat_of(text.dialogue, Role.OBSERVER)).get(_url(text)))

    assert "NATO experts Agreed only if these are too: 3. A line stays open." in page
    assert "With two lawyers; it comes back on 1 March 2027." in page


def test_title_in_brackets_can_be_read(dialogue, sit) -> None:
    units = (Unit("u1", texts={"en": "We meet on [date]."}),)
    text = lay_on_table(dialogue, NegotiatedText({"en": "A [joint/common] text"}, ("en",), units))

    page = _words(sit(world.seat_of(dialogue, Role.HEAD, "nato")).get(_url(text)))

    assert "2 points stand between us and a clean text" in page
    assert "the title" in page
    assert "The words have still to be written." in page


def test_session_noted_in_a_file_may_lie_ahead(dialogue, sit) -> None:
    units = (Unit("u1", texts={"en": "We [may]{id:b1 since:4} meet."}),)
    text = lay_on_table(dialogue, NegotiatedText({"en": "T"}, ("en",), units))

    page = sit(world.seat_of(dialogue, Role.OBSERVER)).get(_url(text))

    assert "opened in this session" in _words(page)


def test_burn_down_says_what_came_and_went(text, sit, nato) -> None:
    one = a_proposal(text, nato, "The sides meet twice a year.")
    stages.begin_session(text)
    chair.enter_in_brackets(one)
    stages.begin_session(text)
    all_accept(text, "b1", 0)
    chair.close_bracket(text, "b1", 0)

    page = sit(world.seat_of(text.dialogue, Role.OBSERVER)).get(_url(text))

    assert "1 point is open. Since session 1, 2 came up and 1 went away." in _words(page)
    table = re.search(r"<tbody>(.*?)</tbody>", page.content.decode(), re.DOTALL)
    assert table
    rows = [re.findall(r">(\d+)<", one) for one in table[1].split("</tr>")[:-1]]
    assert rows == [["1", "1", "0", "1"], ["2", "1", "0", "2"], ["3", "0", "1", "1"]]


def test_page_in_chinese_shows_the_chinese_words(text, sit) -> None:
    member = sit(world.seat_of(text.dialogue, Role.MEMBER, "china"))

    page = member.get(_url(text), headers={"accept-language": "zh-hans"})

    assert "应当" in _words(page)
    assert "shall" not in _words(page)


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_points(
    dialogue, sit, count, django_assert_max_num_queries
) -> None:
    units = tuple(Unit(f"u{n}", texts={"en": "We [may/shall] meet."}) for n in range(count))
    text = lay_on_table(dialogue, NegotiatedText({"en": "T"}, ("en",), units))
    nato = dialogue.sides.get(code="nato")
    for n in range(count):
        a_proposal(text, nato, f"We [may/shall]{{id:b{n + 1} since:1}} meet {n}.", unit=f"u{n}")
    head = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    head.get(_url(text))

    with django_assert_max_num_queries(26):
        head.get(_url(text))


def test_many_points_are_read_page_by_page(dialogue, sit) -> None:
    units = tuple(
        Unit(f"u{n}", texts={"en": f"We [shall/may] meet {n} times."}) for n in range(120)
    )
    text = lay_on_table(dialogue, NegotiatedText({"en": "Draft"}, ("en",), units))
    browser = sit(world.seat_of(dialogue, Role.HEAD, "nato"))

    first, third = browser.get(_url(text)), browser.get(f"{_url(text)}?page=3")
    beyond = browser.get(f"{_url(text)}?page=9")

    assert "120 points stand between us and a clean text" in _words(third)
    assert "Your side has not spoken on 120 of them" in _words(third)
    assert [one.context["page"] for one in (first, third, beyond)] == [1, 3, 1]
    assert [row.id for row in third.context["rows"]] == [f"b{n}" for n in range(101, 121)]
    assert 'href="?page=2"' in third.content.decode()
