"""What answering leaves behind: in the cookie, on pages that are kept, in the database, and nowhere else."""

from django.db import connection
from django.utils import timezone

from tests.web import world
from tests.web.perceptions.answering.way import HTMX, address, token_in, way
from tracktwo_web.dialogues.cookie import NAME, WAITS, opened
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.models import Answer
from tracktwo_web.perceptions.paper import forget_papers

QUERIES = 2 if connection.vendor == "sqlite" else 1
"""Who answers, and the writing. PostgreSQL is asked the first past what Django counts."""


def test_first_answer_leaves_a_word_in_the_cookie_and_the_next_ones_nothing(member, one) -> None:
    first, second, _ = way(member, one)

    member.post(address(one, first), {"vote": "1"})
    after_first = (member.cookies[NAME].value, member.cookies[WAITS].value)
    answer = member.post(address(one, second), {"vote": "1"})

    assert opened(after_first[0]).took_part == (one.id,)
    assert opened(after_first[1]).took_part == (one.id,)
    assert {NAME, WAITS}.isdisjoint(answer.cookies)


def test_two_seats_of_a_role_and_side_are_shown_the_same_frame(dialogue, client_at) -> None:
    """What makes it right to print a page once: nothing in it is a seat's own but the card."""
    seats = dialogue.seats.filter(role=Role.MEMBER, side__code="nato")
    browsers = [world.seated(seat, client_at()) for seat in seats]
    one = world.an_open_round(dialogue, [world.a_statement(dialogue)])

    pages = []
    for browser in browsers:
        forget_papers()
        html = browser.get(address(one)).content.decode()
        pages.append(html.replace(token_in(html), "token"))

    assert len(browsers) == 2
    assert pages[0] == pages[1]


def test_page_kept_from_one_browser_carries_nothing_of_it_to_another(dialogue, client_at) -> None:
    seats = dialogue.seats.filter(role=Role.MEMBER, side__code="nato")
    first, second = (world.seated(seat, client_at()) for seat in seats)
    one = world.an_open_round(dialogue, [world.a_statement(dialogue)])

    written, kept = (browser.get(address(one)).content.decode() for browser in (first, second))

    assert token_in(written) != token_in(kept)
    assert written.replace(token_in(written), "") == kept.replace(token_in(kept), "")
    for secret in (first.cookies["csrftoken"].value, first.cookies[NAME].value):
        assert secret not in kept


def test_answering_asks_the_database_as_often_whatever_was_answered(
    member, one, django_assert_num_queries
) -> None:
    first, second, _ = way(member, one)
    member.get(address(one))
    member.post(address(one, first), {"vote": "1"}, headers=HTMX)

    with django_assert_num_queries(QUERIES):
        member.post(address(one, second), {"vote": "1"}, headers=HTMX)
    with django_assert_num_queries(QUERIES):
        member.post(address(one, second), {"vote": "-1"}, headers=HTMX)


def test_nothing_is_written_about_the_seat_that_answers(dialogue, one, member) -> None:
    """A row about a seat could be laid beside the ballots in the order of writing."""
    before = _rows_about_seats()

    for question in way(member, one):
        member.post(address(one, question), {"vote": "1", "comment": "A word."})
    member.get(f"/d/{dialogue.id}/rounds/{one.id}/review/")

    assert _rows_about_seats() == before


def _rows_about_seats() -> dict[str, list]:
    from django.apps import apps

    told = ("perceptions_answer", "perceptions_comment")
    return {
        model._meta.db_table: sorted(map(str, model.objects.values_list()))
        for model in apps.get_models()
        if model._meta.db_table not in told
    }


def test_link_reissued_while_a_round_is_open_opens_no_second_ballot(dialogue, one, member) -> None:
    question = way(member, one)[0]
    member.post(address(one, question), {"vote": "1"})
    issue_key(world.seat_of(dialogue, Role.MEMBER, "nato"), now=timezone.now())

    again = member.post(address(one, question), {"vote": "-1"})

    assert again.status_code == 404
    assert Answer.objects.get().value == 1
