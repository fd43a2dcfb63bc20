"""What the tests of perceptions share."""

import numpy as np
import pytest

from tracktwo.dialogue import Answers, Dialogue, Party, Predictions, Statement
from tracktwo.perceptions import assess
from tracktwo.votes import sweep_of, tally


def count(dialogue):
    return tally(sweep_of(dialogue), dialogue.party_of, len(dialogue.parties))


@pytest.fixture(scope="session")
def counted():
    """The tally of a dialogue's answers by party."""
    return count


@pytest.fixture(scope="session")
def assessed():
    """`assess` with the tally made on the way."""
    return lambda dialogue, **options: assess(dialogue, count(dialogue), **options)


@pytest.fixture(scope="session")
def small_dialogue():
    """Sides A and B, one statement: what each person answers, and expects of (A, B) or None."""

    def build(a, b, *, size=None, k=1, scale=None):
        people = [*a, *b]
        rows = [
            (person, party, value)
            for person, (_, expected) in enumerate(people)
            for party, value in enumerate(expected)
            if value is not None
        ]
        person, party, value = zip(*rows, strict=True) if rows else ((), (), ())
        answered = [code for code, (answer, _) in enumerate(people) if answer is not None]
        return Dialogue(
            participants=tuple(f"p{code}" for code in range(len(people))),
            statements=(Statement("s", **({"scale": scale} if scale else {})),),
            answers=Answers(
                np.array(answered, np.int32),
                np.zeros(len(answered), np.int32),
                np.array([people[code][0] for code in answered], np.float32),
            ),
            predictions=Predictions(
                np.array(person, np.int32),
                np.zeros(len(rows), np.int32),
                np.array(party, np.int32),
                np.array(value, np.float32),
            ),
            parties=(Party("A", size=size), Party("B", size=size)),
            party_of=np.array([0] * len(a) + [1] * len(b), np.int32),
            k=k,
        )

    return build
