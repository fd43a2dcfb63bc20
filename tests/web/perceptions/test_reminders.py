"""The clock of the rounds and its reminders."""

import datetime as dt
import threading
from collections import Counter

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.domain.keys import revoke_keys
from tracktwo_web.dialogues.models import Seat
from tracktwo_web.dialogues.roles import VOICES, Role
from tracktwo_web.perceptions.domain.clock import Ticked, Watch, tick
from tracktwo_web.perceptions.domain.reminders import is_reminding
from tracktwo_web.perceptions.domain.rounds import RoundPlan, plan_round
from tracktwo_web.perceptions.models import Answer, Round
from tracktwo_web.rounds.states import RoundState

closing = pytest.mark.django_db(transaction=True)
"""Closing a round ends with what no transaction may hold."""
START = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture
def one(db) -> Round:
    """A round planned for eight days, its delegates with addresses, one each per language."""
    dialogue = world.a_dialogue()
    for number, seat in enumerate(dialogue.seats.order_by("label")):
        seat.email = f"seat{number}@" + "example.org"
        seat.language = ("en", "zh", "fr")[number % 3]
        seat.save()
    plan = RoundPlan(opens_at=START, closes_at=START + 8 * DAY, title={"en": "First"})
    return plan_round(dialogue, plan, [world.a_statement(dialogue)])


def state() -> str:
    return Round.objects.get().state


def addresses() -> list[str]:
    return sorted(message.to[0] for message in mail.outbox)


def expected_addresses() -> list[str]:
    return sorted(Seat.objects.filter(role__in=VOICES).values_list("email", flat=True))


def fill(one: Round) -> None:
    for side in one.dialogue.sides.all():
        for n in range(3):
            Answer.objects.create(
                question=one.questions.get(),
                side=side,
                ballot=f"{side.code[:7]}{n}".encode() * 2,
                value=1,
            )


def test_round_opens_when_its_time_comes(one) -> None:
    before = tick(START - HOUR), state()
    after = tick(START), state()

    assert before == (Ticked(), "planned")
    assert after == (Ticked(opened=1), "open")


def test_ticking_again_does_nothing(one) -> None:
    tick(START)

    assert (tick(START), tick(START + HOUR)) == (Ticked(), Ticked())


def test_round_waits_for_its_stage(one) -> None:
    one.dialogue.stage = "convene"
    one.dialogue.save()
    waited = tick(START)
    one.dialogue.stage = "perceive"
    one.dialogue.save()

    assert (waited, tick(START + HOUR)) == (Ticked(), Ticked(opened=1))


def test_round_without_an_opening_time_is_opened_by_hand_alone(one) -> None:
    Round.objects.update(opens_at=None)

    assert (tick(START + DAY), state()) == (Ticked(), "planned")


def test_round_whose_whole_time_passed_stays_planned(one) -> None:
    assert (tick(START + 9 * DAY), state()) == (Ticked(), "planned")


@closing
def test_round_closes_when_its_time_is_over(one) -> None:
    tick(START)
    fill(one)
    tick(START + 7 * DAY + 12 * HOUR)

    closed = tick(START + 8 * DAY)

    assert (closed, state(), Answer.objects.count()) == (Ticked(closed=1), "closed", 6)


@closing
def test_clock_that_jumps_back_reopens_nothing(one) -> None:
    tick(START)
    fill(one)
    tick(START + 8 * DAY)

    again = [tick(moment) for moment in (START - DAY, START + HOUR, START + 9 * DAY)]

    assert (again, state(), Answer.objects.count()) == ([Ticked()] * 3, "closed", 6)


def test_clock_that_jumps_back_while_open_closes_nothing_and_reminds_nobody_twice(one) -> None:
    tick(START)
    tick(START + 5 * DAY)
    mail.outbox.clear()

    again = [tick(moment) for moment in (START - DAY, START + HOUR, START + 5 * DAY)]

    assert (again, state(), mail.outbox) == ([Ticked()] * 3, "open", [])


@closing
def test_two_processes_that_tick_at_once_do_everything_once(one) -> None:
    done: list[Ticked] = []
    together = threading.Barrier(4)

    def process(now: dt.datetime) -> None:
        try:
            together.wait()
            done.append(tick(now))
        finally:
            connection.close()

    for now in (START, START + 5 * DAY):
        threads = [threading.Thread(target=process, args=(now,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert Counter(done) == {Ticked(opened=1): 1, Ticked(reminded=8): 1, Ticked(): 6}
    assert addresses() == expected_addresses()


def test_reminder_goes_halfway_and_a_day_before_the_end_to_every_seat_with_a_voice(one) -> None:
    tick(START)
    moments = {"before half": 3 * DAY, "half": 4 * DAY, "between": 6 * DAY, "day": 7 * DAY}

    sent = {}
    for name, after in moments.items():
        mail.outbox.clear()
        tick(START + after)
        sent[name] = addresses()

    everybody = expected_addresses()
    assert sent == {"before half": [], "half": everybody, "between": [], "day": everybody}


def test_reminder_does_not_depend_on_who_has_answered(one) -> None:
    tick(START)
    fill(one)

    tick(START + 4 * DAY)

    assert addresses() == expected_addresses()


def test_reminder_speaks_the_seats_language_and_says_both_times(one) -> None:
    Seat.objects.exclude(label="N-1").update(email="")
    tick(START)
    tick(START + 4 * DAY)

    text = mail.outbox[0].body
    assert "Brussels: Wed 2 December 2026, 10:00" in text
    assert "Beijing: Wed 2 December 2026, 17:00" in text
    assert "every seat receives this same reminder" in text
    assert "N-1" not in text


def test_reminders_missed_while_the_server_stood_still_are_one(one) -> None:
    tick(START)

    tick(START + 7 * DAY + HOUR)

    assert addresses() == expected_addresses()
    assert Round.objects.get().reminders_sent == ["day", "half"]


def test_round_of_less_than_a_day_reminds_halfway_only(one) -> None:
    Round.objects.update(closes_at=START + 20 * HOUR)
    tick(START)

    sent = [tick(START + hours * HOUR).reminded for hours in (1, 10, 19)]

    assert sent == [0, 8, 0]


def test_seat_without_address_or_link_is_not_written_to(one) -> None:
    silent = world.seat_of(one.dialogue, Role.HEAD, "nato")
    silent.email = ""
    silent.save()
    revoke_keys(world.seat_of(one.dialogue, Role.HEAD, "china"), now=START)
    tick(START)

    tick(START + 4 * DAY)

    assert len(addresses()) == len(set(addresses())) == 6


@closing
def test_mail_server_that_refuses_stops_neither_the_others_nor_the_clock(one, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nothing listens there
    tick(START)

    at_half, at_the_end = tick(START + 4 * DAY), tick(START + 8 * DAY)

    assert (at_half, at_the_end) == (Ticked(), Ticked(closed=1))
    assert Round.objects.get().reminders_sent == ["half"]


@closing
def test_closed_round_reminds_nobody(one) -> None:
    tick(START)
    fill(one)

    tick(START + 8 * DAY)
    tick(START + 8 * DAY + HOUR)

    assert mail.outbox == []


@pytest.mark.parametrize(
    ("after", "shown"), [(3 * DAY, False), (4 * DAY, True), (7 * DAY, True), (8 * DAY, False)]
)
def test_pages_remind_from_the_first_reminder_until_the_end(one, after, shown) -> None:
    tick(START)

    assert is_reminding(Round.objects.get(), START + after) is shown


def test_page_reminds_those_who_answered_and_those_who_did_not_in_the_same_words(
    dialogue, sit
) -> None:
    one = world.an_open_round(dialogue)
    Round.objects.update(opened_at=timezone.now() - 3 * DAY)
    client = sit(world.seat_of(dialogue, Role.OBSERVER))

    body = client.get(f"/d/{dialogue.id}/rounds/{one.id}/").content.decode()

    assert "Round 1 closes soon. Whoever has answered may change answers until then" in body


class Clocks:
    """A wall clock that can be set, and one that cannot."""

    def __init__(self) -> None:
        self.wall, self.steady = START, 0.0

    def go_on(self, seconds: float, *, jump: dt.timedelta = dt.timedelta()) -> None:
        self.wall += dt.timedelta(seconds=seconds) + jump
        self.steady += seconds

    def watch(self) -> Watch:
        return Watch(wall=lambda: self.wall, steady=lambda: self.steady)


def test_watch_is_believed_while_both_clocks_walk_in_step() -> None:
    clocks = Clocks()
    watch = clocks.watch()

    read = [watch.read() for _ in range(3) if clocks.go_on(30) is None]

    assert read == [START + dt.timedelta(seconds=30 * n) for n in (1, 2, 3)]


@pytest.mark.parametrize("jump", [dt.timedelta(days=365), -dt.timedelta(hours=2)])
def test_watch_says_nothing_for_ten_minutes_after_a_jump(jump) -> None:
    clocks = Clocks()
    watch = clocks.watch()
    watch.read()
    clocks.go_on(5, jump=jump)

    silent = [watch.read()]
    for _ in range(3):
        clocks.go_on(199)
        silent.append(watch.read())
    clocks.go_on(5)

    assert silent == [None] * 4
    assert watch.read() == clocks.wall


def test_watch_that_is_set_right_again_has_done_no_harm(one) -> None:
    tick(START)
    clocks = Clocks()
    watch = clocks.watch()
    watch.read()

    for jump in (100 * DAY, -100 * DAY):
        clocks.go_on(60, jump=jump)
        if now := watch.read():
            tick(now)

    assert state() == RoundState.OPEN


@closing
def test_order_left_behind_by_a_process_that_died_is_dropped_by_the_next_tick(one) -> None:
    Round.objects.update(state=RoundState.CLOSED, opened_at=START)

    tick(START + DAY)

    assert Round.objects.get().has_forgotten_order is True
