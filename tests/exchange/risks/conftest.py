"""Folders of risks as text, and what is said of those that cannot be read."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tracktwo.errors import InputError
from tracktwo.exchange.risks import read_risks

HEADER = "risk,expert,side,round,quantity,low,best,high,sure,comment\n"
ESTIMATES = (
    HEADER
    + "war,e1,north,1,likelihood,0.1,0.2,0.4,0.8,\nwar,e2,south,1,likelihood,0.3,0.5,0.6,,why\n"
)
RISKS = "risk,text_en,mechanism\nwar,War breaks out.,threat\n"
DIALOGUE = '[[parties]]\nid = "north"\n[[parties]]\nid = "south"\n'
SEEDS_HEADER = "question,expert,low,best,high,truth,scale,from,to\n"

Refused = Callable[[Mapping[str, str | bytes]], tuple[str, int | None, str]]


@pytest.fixture
def refused(folder_of: Callable[..., Path]) -> Refused:
    """The file, the line and the sentence with which a folder is refused."""

    def read(files: Mapping[str, str | bytes]) -> tuple[str, int | None, str]:
        with pytest.raises(InputError) as caught:
            read_risks(folder_of(files))
        return Path(caught.value.file).name, caught.value.line, caught.value.message

    return read
