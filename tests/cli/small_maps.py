"""Maps in small, and what goes with them: a folder to type commands in."""

import json
from pathlib import Path

CALM = """\
source,target,weight
exercises,threat,0.7
threat,exercises,0.5
hotline,threat,-0.6
threat,incident,0.8
"""
OTHER = "source,target,weight\nexercises,menace,0.4\nmenace,exercises,-0.5\nhotline,menace,-0.2\n"
SIDES = """\
source,target,weight,expert,side
exercises,threat,0.5,n1,north
exercises,threat,0.7,n2,north
exercises,threat,-0.4,s1,south
threat,exercises,0.6,n1,north
threat,exercises,0.6,s1,south
threat,incident,0.8,s1,south
"""
FORMS = {
    "map.csv": CALM,
    "map.tsv": CALM.replace(",", "\t"),
    "map.txt": "exercises -> threat : 0.7\nthreat -> exercises : 0.5\nhotline -> threat : -0.6\nthreat -> incident : 0.8\n",
    "map.mmd": "graph LR\nexercises -->|0.7| threat\nthreat -->|0.5| exercises\nhotline -->|-0.6| threat\nthreat -->|0.8| incident\n",
    "matrix.csv": ",exercises,threat,hotline,incident\nexercises,,0.7,,\nthreat,0.5,,,0.8\nhotline,,-0.6,,\nincident,,,,\n",
    "map.json": json.dumps(
        {
            "elements": [
                {"id": one, "label": one} for one in ("exercises", "threat", "hotline", "incident")
            ],
            "connections": [
                {"from": source, "to": target, "attributes": {"strength": weight}}
                for source, target, weight in (
                    ("exercises", "threat", 0.7),
                    ("threat", "exercises", 0.5),
                    ("hotline", "threat", -0.6),
                    ("threat", "incident", 0.8),
                )
            ],
        }
    ),
}


def lay_out(folder: Path) -> None:
    """Write them all into a folder."""
    files = {
        "map.csv": CALM,
        "other.csv": OTHER,
        "sides.csv": SIDES,
        "turning.csv": "source,target,weight\na,b,1\nb,c,1\nc,a,1\n",
        "nought.csv": "source,target,weight\na,b,0\nb,a,0\n",
        "bare.csv": "source,target,weight\n",
        "start.csv": "concept,value\nexercises,0.3\n",
        "strange.csv": "concept,value\nnobody,0.3\n",
        "pact.csv": "measure,target,weight\npact,threat,-0.5\n",
        "known.csv": "measure,target,weight\nhotline,threat,-0.5\n",
        "picture.png": "x",
    }
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
