"""What a card asks and shows, and what becomes of a comment."""

import re

from tests.web import world
from tests.web.perceptions.answering.way import address, way
from tracktwo_web.dialogues.cookie import NAME, opened
from tracktwo_web.perceptions.models import Answer, Comment


def test_comment_stands_under_a_mark_that_is_not_the_ballots(member, one) -> None:
    question = way(member, one)[0]
    root = opened(member.cookies[NAME].value).root

    member.post(address(one, question), {"vote": "1", "comment": " Not at sea. "})

    kept = Comment.objects.get()
    assert (kept.text, kept.question_id, kept.side.code) == ("Not at sea.", question.id, "nato")
    assert kept.mark == root.mark(f"comment {question.id}")
    assert kept.mark != root.ballot(one.id).hex()


def test_comment_is_shown_again_and_taken_back_by_emptying_it(member, one) -> None:
    question = way(member, one)[0]
    member.post(address(one, question), {"vote": "1", "comment": "Not at sea."})

    card = member.get(address(one, question)).content.decode()
    member.post(address(one, question), {"vote": "1", "comment": "", "commented": ""})

    assert ">Not at sea.</textarea>" in card
    assert not Comment.objects.exists()


def test_round_that_takes_no_comments_keeps_none(dialogue, member) -> None:
    one = world.an_open_round(dialogue, takes_comments=False)
    question = way(member, one)[0]

    html = member.get(address(one)).content.decode()
    member.post(address(one, question), {"vote": "1", "comment": "Not at sea."})

    assert 'name="comment"' not in html
    assert (Answer.objects.count(), Comment.objects.count()) == (1, 0)


def test_mirror_question_is_asked_where_the_round_asks_it(dialogue, member) -> None:
    one = world.an_open_round(dialogue, asks_mirror=True)
    question = way(member, one)[0]

    html = member.get(address(one)).content.decode()
    member.post(address(one, question), {"vote": "1", "mirror-china": "80"})

    assert "How will they think we answer? (optional)" in html
    assert Answer.objects.get().mirrored == {"china": 0.8}


def test_rating_is_chosen_from_its_steps_and_predicted_as_a_mean(dialogue, member) -> None:
    one = world.an_open_round(dialogue, [world.a_statement(dialogue, scale="rating:1:7")])
    question = way(member, one)[0]

    html = member.get(address(one)).content.decode()
    member.post(address(one, question), {"vote": "6", "guess-china": "2,5"})

    assert re.findall(r'name="vote" value="(\d)"', html) == list("1234567")
    assert list(Answer.objects.values_list("value", "expected")) == [(6.0, {"china": 2.5})]


def test_card_predicts_the_other_side_and_never_the_own(member, one) -> None:
    html = member.get(address(one)).content.decode()

    assert re.findall(r'<input type="number" [^>]*name="([^"]+)"', html) == ["guess-china"]


def test_card_shows_the_readers_language_and_offers_the_others(member, one) -> None:
    question = way(member, one)[0]

    html = member.get(address(one), headers={"accept-language": "fr"}).content.decode()

    assert f'id="statement" lang="fr">{question.texts["fr"].replace("’", "’")}' in html
    assert f'<p class="statement" lang="zh-Hans">{question.texts["zh"]}' in html
    assert f'<p class="statement" lang="en">{question.texts["en"]}' in html
