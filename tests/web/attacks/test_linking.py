"""Somebody holds a copy of the whole database, the superuser's rights and the settings file.

They must find no way from a seat to a ballot: not by a key, not by a derivation, not by an order.
"""

import hashlib
import hmac
import random
import uuid

from django.conf import settings
from django.db import connection

from tests.web.attacks.copies import BOX, copy_table, copy_tables, files_beside, values_in
from tracktwo_web.dialogues.models import Acceptance
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.perceptions.domain.rounds import close_round
from tracktwo_web.perceptions.models import Answer, Comment, TookPart

HARMLESS = 0.45
"""|Kendall's tau| of 54 ballots in random order lies below this but once in a million."""


def test_answering_writes_to_the_box_and_nowhere_else(lived) -> None:
    before = copy_tables(but=BOX)

    for number, seat in enumerate(lived.secrets):
        lived.come(seat, random.Random(number))

    assert copy_tables(but=BOX) == before
    assert Answer.objects.count() == 3 * len(lived.secrets)
    assert Comment.objects.count() == 3 * len(lived.secrets)


def test_nothing_in_the_database_or_settings_derives_a_ballot(answered) -> None:
    ballots = set(answered.ballots())
    kept = values_in(copy_tables()) | {settings.SECRET_KEY.encode()}
    kept |= {hashlib.sha256(one).digest() for one in kept}
    kept |= {hmac.digest(settings.SECRET_KEY.encode(), one, "sha256") for one in kept}

    roots = [Root(one) for one in kept] + [Root.of(one.decode("latin-1")) for one in kept]

    assert len(ballots) == len(answered.came)
    assert [root for root in roots if root.ballot(answered.round.id) in ballots] == []


def test_no_table_holds_a_link_or_a_root(answered) -> None:
    secrets = {secret.encode() for secret in answered.secrets.values()}
    roots = {answered.root(seat).key for seat in answered.came}

    kept = values_in(copy_tables())

    assert kept & (secrets | roots) == set()


def test_ballots_of_two_rounds_share_nothing(answered) -> None:
    another = uuid.uuid4()
    later = {answered.root(seat).ballot(another) for seat in answered.came}

    assert later & values_in(copy_tables()) == set()


def test_remarks_do_not_stand_under_ballots(answered) -> None:
    marks = set(Comment.objects.values_list("mark", flat=True))
    ballots = {ballot.hex() for ballot in answered.ballots()}

    assert len(marks) == 3 * len(answered.came)
    assert marks & ballots == set()


def test_closing_leaves_no_order_in_the_box(answered) -> None:
    arrival = [answered.root(seat).ballot(answered.round.id) for seat in answered.came]

    close_round(answered.round)

    for table in sorted(BOX):
        rows = copy_table(table)
        transactions = {row.place[0] for row in rows}
        assert connection.vendor != "postgresql" or len(transactions) == 1
    held = [(answer.ballot, answer.question_id) for answer in _in_physical_order()]
    places = [arrival.index(bytes(ballot)) for ballot, _ in held]
    assert abs(_tau(places)) < HARMLESS


def test_closing_shuffles_remarks_too(answered) -> None:
    said = [f"number {n}." for n in range(len(answered.came))]

    close_round(answered.round)

    rows = copy_table("perceptions_comment")
    texts = [next(str(cell) for cell in row.cells if "A remark" in str(cell)) for row in rows]
    places = [next(n for n, one in enumerate(said) if text.endswith(one)) for text in texts]
    assert len(texts) == 3 * len(said)
    assert abs(_tau(places)) < HARMLESS


def test_what_others_are_thought_to_expect_is_shuffled_with_its_ballot(answered) -> None:
    said = _mirrored_by_ballot()

    close_round(answered.round)

    assert _mirrored_by_ballot() == said
    assert sorted(map(len, said.values())) == [3] * len(answered.came)
    assert {side for rows in said.values() for row in rows.values() for side in row} == {
        "nato", "china",
    }  # fmt: skip


def _mirrored_by_ballot() -> dict[bytes, dict[uuid.UUID, dict[str, float]]]:
    kept: dict[bytes, dict[uuid.UUID, dict[str, float]]] = {}
    for one in Answer.objects.all():
        kept.setdefault(bytes(one.ballot), {})[one.question_id] = one.mirrored
    return kept


def test_files_forget_the_rows_that_were_shuffled(answered) -> None:
    ids = [answer.id for answer in Answer.objects.all()]

    close_round(answered.round)

    files = files_beside()
    assert [one for one in ids if one.bytes in files or one.hex.encode() in files] == []


def test_taking_part_is_written_only_after_the_shuffle_and_in_its_own_order(answered) -> None:
    assert (TookPart.objects.count(), Acceptance.objects.count()) == (0, 0)
    close_round(answered.round)
    box = {table: copy_table(table) for table in BOX}

    for seat in sorted(answered.came, key=lambda one: one.label):
        answered.browsers[seat].get(f"/d/{answered.dialogue.id}/")

    assert TookPart.objects.count() == Acceptance.objects.count() == len(answered.came)
    assert {table: copy_table(table) for table in BOX} == box


def _in_physical_order() -> list[Answer]:
    order = "ctid" if connection.vendor == "postgresql" else "rowid"
    return list(Answer.objects.raw(f"SELECT * FROM perceptions_answer ORDER BY {order}"))


def _tau(places: list[int]) -> float:
    from scipy.stats import kendalltau

    return float(kendalltau(range(len(places)), places).statistic)
