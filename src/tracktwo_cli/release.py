"""`tracktwo release`: votes in, open data out that give nobody away."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from tracktwo.errors import OptionError
from tracktwo.locale import english
from tracktwo_cli.counts import FromOne, Whole
from tracktwo_cli.printed import Language
from tracktwo_cli.terminal import say, shown_progress
from tracktwo_cli.votes import read_votes

if TYPE_CHECKING:
    from tracktwo._typing import Progress
    from tracktwo.dialogue import Dialogue
    from tracktwo.release import Budget, OpenData


def release(
    path: Path,
    /,
    *,
    folder: Path,
    k: Annotated[int | None, FromOne] = None,
    epsilon: float | None = None,
    delta: float | None = None,
    answers: Annotated[int | None, FromOne] = None,
    participants: Path | None = None,
    columns: str | None = None,
    values: str | None = None,
    language: Language = "en",
    seed: Annotated[int, Whole] = 0,
) -> None:
    """Write open data: aggregates, or for large consultations counts with noise.

    Parameters
    ----------
    path
        A dialogue folder, a Polis export folder or API file, or a table of votes (CSV, Parquet).
    folder
        Where to write; it must not exist yet, or be empty.
    k
        Least number of people behind an aggregate. Without it: that of dialogue.toml, but 3 at least.
    epsilon
        Write counts with noise (differential privacy with this epsilon) and no aggregates.
    delta
        With --epsilon: 0 for Laplace's noise, else Gauss's. Without it: 0.000001.
    answers
        With --epsilon: in how many answers each person counts at most. Without it: 20.
    participants
        A table of participant and party, for data that have no sides of their own.
    columns
        Which columns hold what: participant=state,statement=rcid,vote=vote
    values
        What answers mean: yes=1,abstain=0,no=-1
    language
        Language of the page and of the descriptions: en, zh or fr.
    seed
        Fixes what the analysis behind aggregates draws at random. Noise has no seed.

    """
    from tracktwo.exchange.placing import require_free
    from tracktwo.release import write_open_data

    budget = _budget(epsilon, delta, answers)
    if budget and k is not None:
        raise OptionError(english("--k is of aggregates; leave it out where --epsilon is given"))
    require_free(folder)
    with shown_progress() as progress:
        dialogue = read_votes(
            path, participants=participants, columns=columns, values=values, progress=progress
        )
        data = _open_data(dialogue, budget, k, seed, progress)
        write_open_data(data, folder, language=language)
    say(f"wrote {folder}")
    if data.noise:
        say(f"95 of 100 counts lie within {data.noise.plus_minus} of the truth")


def _budget(epsilon: float | None, delta: float | None, answers: int | None) -> "Budget | None":
    from tracktwo.release.budget import ANSWERS, DELTA, Budget

    if epsilon is not None:
        return Budget(
            epsilon, DELTA if delta is None else delta, ANSWERS if answers is None else answers
        )
    for option, value in {"--delta": delta, "--answers": answers}.items():
        if value is not None:
            raise OptionError(
                english("{option} is of counts with noise; give --epsilon too", option=option)
            )
    return None


def _open_data(
    dialogue: "Dialogue", budget: "Budget | None", k: int | None, seed: int, progress: "Progress"
) -> "OpenData":
    from tracktwo.analysis import analyse
    from tracktwo.release import aggregates, noisy_counts
    from tracktwo.release.aggregates import LEAST_K

    if budget is not None:
        return noisy_counts(dialogue, budget)
    careful = replace(dialogue, k=max(dialogue.k, LEAST_K) if k is None else k)
    return aggregates(careful, analyse(careful, seed=seed, progress=progress))
