"""Folders of talks and files of domains as text, and what is said of those that cannot be read."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tracktwo.errors import InputError
from tracktwo.exchange.convergence import read_convergence

DIALOGUE = 'k = 2\n[[parties]]\nid = "north"\nnames = { fr = "Nord" }\n[[parties]]\nid = "south"\n'
TALKS = {
    "areas.csv": "area,text_en\nsea,The sea\n",
    "options.csv": "option,area,rung,touches,text_en,text_zh,obstacles_en,precedents_en\n"
    "line,sea,test call,war,A tested line,热线,Cost,INCSEA 1972\n"
    "visits,sea,observation,,Visits,互访,,\n",
    "interests.csv": "option,party,text_en\nline,north,Less doubt\nline,south,Warning\n",
    "values.csv": "expert,party,option,points\n"
    "n1,north,line,60\nn1,north,visits,40\nn2,north,line,100\nn2,north,visits,-20.5\n"
    "s1,south,line,30\ns1,south,visits,70\n",
    "conditions.csv": "condition,kind,by,options,limit,amount,text_en\n"
    "first,needs,north,visits; line,,,Visits after the line works\n"
    "fair,balance,,,2.5,openness,\n",
    "amounts.csv": "amount,option,party,value\nopenness,line,north,1\nopenness,visits,south,1.5\n",
    "no_agreement.csv": "party,points\nnorth,5\n",
}
RISKS = "risk,text_en\nwar,War breaks out.\n"

Refused = Callable[[Mapping[str, str]], tuple[str, int | None, str]]


@pytest.fixture
def dialogue(tmp_path: Path) -> Path:
    """A dialogue folder with talks in it."""
    folder = tmp_path / "dialogue"
    (folder / "convergence").mkdir(parents=True)
    (folder / "dialogue.toml").write_text(DIALOGUE, encoding="utf-8")
    (folder / "risks.csv").write_text(RISKS, encoding="utf-8")
    for name, text in TALKS.items():
        (folder / "convergence" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def refused(dialogue: Path) -> Refused:
    """File, line and sentence with which the talks are refused after files were changed; "" removes one."""

    def read(files: Mapping[str, str]) -> tuple[str, int | None, str]:
        for name, text in files.items():
            path = dialogue / "convergence" / name
            path.write_text(text, encoding="utf-8") if text else path.unlink()
        with pytest.raises(InputError) as caught:
            read_convergence(dialogue)
        return Path(caught.value.file).name, caught.value.line, caught.value.message

    return read
