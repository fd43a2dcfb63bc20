"""Whatever a document says, a proposal quotes it and points into it."""

import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.errors import InputError
from tracktwo.exchange import Proposal, proposal_to_json, read_report, write_proposal

PIECES = [
    "III. NORTHERN PERCEPTIONS OF THE SOUTH", "How the South sees the North", "V. CONSEQUENCES AND RISKS",
    "VI. COMMON INTERESTS", "Milestones", "Authors", "1. Fish", "1. Ships", "- ", "• VII. HOPES", "War comes [and/or goes?].",
    "states/capitals? have", "2002 Visit.", "2010–14", "甲国对乙国的看法", "（一）扩军。", "# Risques", "- Guerre :", "    deeper",
    "[", "]", "Ebb/Flow", "", "", "\t", "\N{NO-BREAK SPACE}", "THE SOUTH", "?", "A long line that goes on and on until it is full and",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=30).map("\n".join)


def _read(text: str) -> Proposal | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, encoding="utf-8", newline="")
        try:
            return read_report(path)
        except InputError:
            return None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@given(TEXTS)
def test_everything_found_stands_in_the_document(text: str) -> None:
    found = _read(text)
    if found is None:
        return

    places = [
        one.line
        for kind in ("sides", "perceptions", "consequences", "areas", "milestones", "brackets")
        for one in getattr(found, kind)
    ] + [one.line for one in (*found.doubts, *found.remarks)]
    quoted = [
        one.text
        for one in (*found.perceptions, *found.consequences, *found.brackets, *found.doubts)
    ]
    quoted += [one.name for one in found.areas]

    assert [place for place in places if not 1 <= place <= found.length] == []
    assert [one for one in quoted if _letters(one) not in _letters(text)] == []


@given(TEXTS)
def test_sides_of_perceptions_are_sides(text: str) -> None:
    found = _read(text)
    if found is None:
        return

    ids = [one.id for one in found.sides]

    assert len(set(ids)) == len(ids)
    assert {side for one in found.perceptions for side in (one.holder, one.about)} <= set(ids)
    assert [one for one in found.perceptions if one.holder == one.about] == []


@given(TEXTS)
def test_what_is_found_can_be_written(text: str) -> None:
    found = _read(text)
    if found is None or found.is_empty:
        return

    with tempfile.TemporaryDirectory() as folder:
        write_proposal(found, Path(folder) / "out")
        rows = (Path(folder) / "out" / "statements.csv").read_text(encoding="utf-8").splitlines()

    assert len(rows) == 1 + len(found.perceptions)
    assert proposal_to_json(found).endswith("}\n")
