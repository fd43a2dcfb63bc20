"""A proposal as JSON."""

import json

from tests.exchange.document.conftest import Read
from tracktwo.exchange import proposal_to_json
from tracktwo.locale import translator

TEXT = "How Aland sees Besia\n\n- It is [small/weak?].\n\nHow Besians see Aland\n\n- It waits.\n"


def test_json_holds_everything(proposal_of: Read) -> None:
    assert json.loads(proposal_to_json(proposal_of(TEXT))) == {
        "document": "report.txt",
        "title": "How Aland sees Besia",
        "language": "en",
        "unit": "line",
        "length": 7,
        "sides": [
            {"id": "aland", "name": "Aland", "also": [], "line": 1},
            {"id": "besia", "name": "Besia", "also": ["Besians"], "line": 1},
        ],
        "perceptions": [
            {"holder": "aland", "about": "besia", "text": "It is [small/weak?].", "theme": "", "source": "", "line": 3},
            {"holder": "besia", "about": "aland", "text": "It waits.", "theme": "", "source": "", "line": 7},
        ],
        "consequences": [],
        "areas": [],
        "milestones": [],
        "brackets": [
            {"text": "small/weak?", "alternatives": ["small", "weak"], "has_doubt": True, "before": "It is ", "after": ".", "line": 3}
        ],
        "doubts": [],
        "remarks": [
            {"kind": "read_as_side", "line": 5, "text": "Besians", "other": "Besia", "sentence": "“Besians” was taken to mean Besia."}
        ],
    }  # fmt: skip


def test_json_says_remarks_in_a_language(proposal_of: Read) -> None:
    found = json.loads(proposal_to_json(proposal_of(TEXT), translator("zh")))

    assert [one["sentence"] for one in found["remarks"]] == ["“Besians”被理解为Besia。"]
