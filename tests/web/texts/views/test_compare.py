"""Two versions of a text beside each other."""

import html
import re

import pytest
from django.urls import reverse

from tests.web import world
from tests.web.texts.laid import a_draft, a_proposal
from tracktwo.text import OperationKind
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import chair, proposals, stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def observer(text, sit):
    return sit(world.seat_of(text.dialogue, Role.OBSERVER))


@pytest.fixture
def changed(text, nato, china):
    """In session 1 a word changed, in session 2 a passage was taken out and another came."""
    _take_up(a_proposal(text, nato, "The sides meet twice a year."), china)
    stages.begin_session(text)
    _take_up(proposals.table_about_unit(text, nato, "u3", OperationKind.SUP, {}), china)
    come = proposals.table_addition(
        text, nato, {"en": "Talks go on.", "zh": "继续会谈。"}, after="u1", rationale={}
    )
    _take_up(come, china)
    text.refresh_from_db()
    return text


def _take_up(proposal, other) -> None:
    proposals.agree(proposal, other)
    chair.take_up(proposal)


def _ask(client, text, **told):
    return client.get(reverse("text_compare", args=[text.dialogue_id, text.id]), told)


def _words(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def _marked(answer) -> list[tuple[str, str]]:
    found = re.findall(r"<(ins|del)[^>]*>(.*?)</", answer.content.decode(), re.DOTALL)
    return [(tag, html.unescape(words)) for tag, words in found]


def test_nothing_changed_is_said(text, observer) -> None:
    page = _ask(observer, text)

    assert page.status_code == 200
    assert "Nothing has changed between these two." in _words(page)


def test_comparison_begins_with_this_session(changed, observer) -> None:
    page = _ask(observer, changed)

    assert "1 passage is new; 1 passage was taken out" in _words(page)
    assert _marked(page) == [("ins", "Talks go on."), ("del", "A line stays open.")]
    assert "Show 3 passages in which nothing changed, too" in _words(page)


def test_any_two_versions_are_compared(changed, observer) -> None:
    page = _ask(observer, changed, **{"from": "0", "to": "1"})

    assert "1 passage changed" in _words(page)
    assert _marked(page) == [("del", "every"), ("ins", "twice a")]


def test_backwards_is_a_comparison_too(changed, observer) -> None:
    page = _ask(observer, changed, **{"from": "1", "to": "0"})

    assert _marked(page) == [("del", "twice a"), ("ins", "every")]


def test_other_language_is_compared(changed, observer) -> None:
    page = _ask(observer, changed, language="zh")

    assert _marked(page) == [("ins", "继续会谈。"), ("del", "保持热线畅通。")]
    assert 'class="compared" lang="zh-Hans"' in page.content.decode()


def test_everything_is_shown_when_asked(changed, observer) -> None:
    page = _ask(observer, changed, all="1")

    assert "The sides meet twice a year." in _words(page)
    assert "Show only what changed" in _words(page)


def test_no_mark_is_ever_shown(changed, observer) -> None:
    page = _ask(observer, changed, all="1")

    assert "The sides [shall/should] announce exercises." in _words(page)
    assert "{id:" not in page.content.decode()


@pytest.mark.parametrize("version", ["9", "-1", "x", "1.5", "٣", "99999999999999"])
def test_version_that_never_was_is_a_sentence(changed, observer, version) -> None:
    page = _ask(observer, changed, **{"from": version})

    assert page.status_code == 200
    assert f"There is no version {version[:20]}: choose one from 0 to 3." in _words(page)


def test_renumbering_is_said_in_words(changed, observer) -> None:
    page = _words(_ask(observer, changed))

    assert "new" in page
    assert "taken out" in page


def test_proposal_is_shown_before_and_after(text, observer, nato) -> None:
    one = a_proposal(text, nato, "The sides meet twice a year.")

    page = _ask(observer, text, proposal=one.code)

    assert "What proposal p1 would change" in _words(page)
    assert _marked(page) == [("del", "every"), ("ins", "twice a")]


def test_proposal_that_is_gone_is_a_sentence(text, observer, nato) -> None:
    one = a_proposal(text, nato, "The sides meet twice a year.")
    proposals.withdraw(one)

    page = _ask(observer, text, proposal=one.code)

    assert "This proposal is not on the table any more." in _words(page)


def test_draft_of_a_side_is_compared_by_nobody_else(text, sit, observer, nato) -> None:
    draft = a_draft(text, nato, "The sides meet twice a year.")
    others = [
        observer,
        sit(world.seat_of(text.dialogue, Role.HEAD, "china")),
        sit(world.seat_of(text.dialogue, Role.SECRETARIAT)),
    ]

    answers = [_ask(one, text, proposal=draft.code).status_code for one in others]

    assert answers == [404, 404, 404]


def test_comparison_is_closed_to_strangers(text, client) -> None:
    assert _ask(client, text).status_code == 404
