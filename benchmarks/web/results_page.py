"""How long a page of results takes, and what freezing and analysing cost: `python benchmarks/web/results_page.py`.

200 seats x 500 statements, everybody answering and predicting; pages are asked for through Django's own
handler, without a network, by a seated observer. With `--answers N`, a consultation of N answers is
frozen as well, in a process of its own so that its peak of memory is its own.
"""

import argparse
import multiprocessing
import os
import resource
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

PAGES = ("results", "results_pictures", "results_statements", "results_methods")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seats", type=int, default=200)
    parser.add_argument("--statements", type=int, default=500)
    parser.add_argument("--requests", type=int, default=100)
    parser.add_argument("--answers", type=int, default=0)
    asked = parser.parse_args()
    _set_up()
    time_pages(asked.seats, asked.statements, asked.requests)
    if asked.answers:
        process = multiprocessing.get_context("spawn").Process(
            target=_freeze_alone, args=[asked.answers, os.environ["TRACKTWO_DATA"]]
        )
        process.start()
        process.join()


def _set_up(data: str = "") -> None:
    os.environ["TRACKTWO_DATA"] = data or tempfile.mkdtemp(prefix="tracktwo-benchmark-")
    os.environ.setdefault("TRACKTWO_SECRET_KEY", "a key for measuring")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracktwo_web.config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def time_pages(seats: int, statements: int, requests: int) -> None:
    """Bring a simulated dialogue in, analyse it as the worker does, and read its pages."""
    from django.urls import reverse

    from tracktwo_web.insights.domain.compute import compute

    one, client = _released(seats, statements)
    begin = time.perf_counter()
    compute(str(one.snapshot.results.get().pk))
    print(f"analysed and drawn in three languages in {time.perf_counter() - begin:.1f} s")
    for name in PAGES:
        url = reverse(name, args=[one.dialogue_id, one.id])
        size, taken = _timed(client, url, requests)
        middle, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        print(f"{name:20} {size / 1000:7.0f} kB  median {middle:6.1f} ms  p95 {late:6.1f} ms")


def _timed(
    client: Any,
    url: str,
    requests: int,
) -> tuple[int, list[float]]:
    size, taken = len(client.get(url).content), []
    for _ in range(requests):
        begin = time.perf_counter()
        answer = client.get(url)
        taken.append((time.perf_counter() - begin) * 1000)
        assert answer.status_code == 200, answer.status_code
    return size, taken


def _released(seats: int, statements: int) -> tuple[Any, Any]:
    """The round of a simulated dialogue, and a browser in which somebody is seated."""
    from django.test import Client
    from django.utils import timezone
    from tests.web import world

    from tracktwo.dialogue import Party, Statement
    from tracktwo.simulate import perception_world
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.insights.domain.bring_in import bring_in

    drawn, _ = perception_world(seats=seats // 2, statements=statements, seed=1, k=3)
    source = replace(
        drawn,
        parties=(Party("nato", {"en": "NATO experts"}), Party("china", {"en": "Chinese experts"})),
        statements=tuple(
            Statement(f"s{i}", {"en": f"In the view of many, sentence {i} holds."}, f"t{i % 8}")
            for i in range(statements)
        ),
    )
    dialogue = world.a_dialogue()
    found = bring_in(dialogue, source, language="en", now=timezone.now())
    observer = world.seat_of(dialogue, Role.OBSERVER)
    return found.round, world.seated(observer, Client(headers={"host": "localhost"}))


def _freeze_alone(answers: int, data: str) -> None:
    """A consultation of so many answers to 100 statements, each with a prediction."""
    _set_up(data)
    from tracktwo_web.insights.domain.snapshot import freeze
    from tracktwo_web.insights.models import Snapshot

    snapshot = Snapshot.objects.create(round=_consultation(answers))
    before, begin = _peak(), time.perf_counter()
    content = freeze(snapshot).content
    seconds, megabytes = time.perf_counter() - begin, _peak() - before
    print(
        f"{answers:,} answers frozen in {seconds:.1f} s, {megabytes:.0f} MB more, "
        f"{len(content) / 1e6:.1f} MB kept"
    )


def _consultation(answers: int) -> Any:
    from django.utils import timezone
    from tests.web import world

    from tracktwo_web.perceptions.models import Answer
    from tracktwo_web.rounds.states import RoundState

    dialogue = world.a_dialogue(convenor=world.a_user("another"), is_open=True)
    versions = [world.a_statement(dialogue, f"q{i}", text=f"Question {i}.") for i in range(100)]
    one = world.an_open_round(dialogue, versions)
    questions, side = list(one.questions.all()), dialogue.sides.get(code="nato")
    rows = (
        Answer(
            question=questions[i % 100],
            ballot=(i // 100).to_bytes(16, "big"),
            side=side if i // 100 % 3 else None,
            value=i * 7 // 3 % 3 - 1,
            expected={"china": 0.5} if i // 100 % 3 else {},
        )
        for i in range(answers)
    )
    Answer.objects.bulk_create(rows, batch_size=5_000)
    one.state, one.released_at = RoundState.RELEASED, timezone.now()
    one.save()
    return one


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
