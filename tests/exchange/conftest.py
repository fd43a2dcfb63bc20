"""Small folders of files, and dialogues as plain values that can be compared."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tracktwo.dialogue import Dialogue
from tracktwo.errors import InputError
from tracktwo.exchange import read

Files = Callable[..., Path]


@pytest.fixture
def folder_of(tmp_path: Path) -> Files:
    """Make a folder of the files given by name: text as UTF-8, bytes as they are."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "given"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            raw = content.encode() if isinstance(content, str) else content
            (folder / name).write_bytes(raw)
        return folder

    return make


@pytest.fixture
def plain() -> Callable[[Dialogue], dict[str, Any]]:
    return as_plain


def as_plain(dialogue: Dialogue) -> dict[str, Any]:
    """Everything a dialogue says, answers and predictions by id."""
    people, statements = dialogue.participants, dialogue.statement_ids
    answers, predictions = dialogue.answers, dialogue.predictions
    columns = (answers.participant, answers.statement, answers.value)
    expected = (
        predictions.participant,
        predictions.statement,
        predictions.party,
        predictions.value,
    )
    told = dialogue.mirrored
    mirrored = (told.participant, told.statement, told.expected_by, told.party, told.value)
    parties = dialogue.party_ids
    return {
        "participants": people,
        "statements": dialogue.statements,
        "parties": dialogue.parties,
        "party_of": dialogue.party_of.tolist(),
        "told": (
            dialogue.title,
            dialogue.languages,
            dialogue.k,
            dialogue.stage,
            dict(dialogue.note),
        ),
        "answers": {
            (people[i], statements[j]): value
            for i, j, value in zip(*(c.tolist() for c in columns), strict=True)
        },
        "predictions": {
            (people[i], statements[j], parties[party]): value
            for i, j, party, value in zip(*(c.tolist() for c in expected), strict=True)
        },
        "mirrored": {
            (people[i], statements[j], parties[by], parties[party]): value
            for i, j, by, party, value in zip(*(c.tolist() for c in mirrored), strict=True)
        },
    }


@pytest.fixture
def refusal() -> Callable[..., tuple[str, int | None, str]]:
    """Read what cannot be read; give the name of the file blamed, the line and the sentence."""

    def refused(path: Path, **options: Any) -> tuple[str, int | None, str]:
        with pytest.raises(InputError) as caught:
            read(path, **options)
        return Path(caught.value.file).name, caught.value.line, caught.value.message

    return refused
