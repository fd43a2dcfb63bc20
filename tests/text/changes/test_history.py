"""Every state of a text can be had again from its record."""

import json
from dataclasses import replace

import pytest

from tests.text.changes.an_operation import in_place, sources, text_of
from tracktwo.errors import InputError, OperationError, OptionError
from tracktwo.text.changes.history import History, Lifted, Renumbering
from tracktwo.text.changes.history_json import (
    history_document,
    history_from,
    operation_document,
    operation_from,
)
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.changes.reasons import Reason, Stuck
from tracktwo.text.units import Unit

FIRST = text_of("We shall meet in May.", "Second.")


def _long() -> History:
    """A history with an act of every kind."""
    history = History(FIRST)
    keep = in_place(history.now, "meet", "meet", name="1", kind=OperationKind.NOC)
    history = history.with_act(keep).with_act(Lifted("1"))
    history = history.with_act(
        in_place(history.now, "May", "June", name="2", kind=OperationKind.ALT)
    )
    added = Unit("n", texts={"en": "[New]"}, number="7.")
    history = history.with_act(
        Operation("3", OperationKind.ADD, 3, "u1", added=added, side="A", rationale={"en": "why"})
    )
    history = history.with_act(Operation("4", OperationKind.SUP, 4, "u2"))
    return history.with_act(Renumbering({"n": "1."}))


def test_every_version_is_there() -> None:
    history = _long()

    assert [sources(history.at(version)) for version in range(7)] == [
        ["We shall meet in May.", "Second."],
        ["We shall meet in May.", "Second."],
        ["We shall meet in May.", "Second."],
        ["We shall meet in [May/June].", "Second."],
        ["We shall meet in [May/June].", "[New]", "Second."],
        ["We shall meet in [May/June].", "[New]"],
        ["We shall meet in [May/June].", "[New]"],
    ]
    assert [one.version for one in history.states] == [0, 1, 2, 3, 4, 5, 6]
    assert history.now.unit("n").number == "1."


@pytest.mark.parametrize("version", [-1, 7])
def test_version_that_never_was_is_told(version) -> None:
    with pytest.raises(
        OptionError, match=f"there is no version {version}; ask for one from 0 to 6"
    ):
        _long().at(version)


def test_history_is_read_again_as_it_was_written() -> None:
    history = _long()

    again = history_from(json.loads(json.dumps(history_document(history))))

    assert again == history
    assert again.states == history.states


def test_operation_is_read_again_as_it_was_written() -> None:
    for act in _long().acts:
        if isinstance(act, Operation):
            assert operation_from(json.loads(json.dumps(operation_document(act)))) == act


def _changed(document: dict[str, object], *path: object, value: object) -> dict[str, object]:
    changed = json.loads(json.dumps(document))
    place = changed
    for key in path[:-1]:
        place = place[key]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "other/1"),
        (("digest",), "0" * 64),
        (("acts", 0), None),
        (("acts", 5), None),
        (("acts", 0, "act"), "forgotten"),
        (("acts", 0, "operation", "base"), 2),
        (("acts", 0, "operation", "base"), "0"),
        (("acts", 2, "operation", "kind"), "XYZ"),
        (("acts", 2, "operation", "replacements", 0, 1), 9999),
        (("acts", 2, "operation", "replacements", 0, 2), "July"),
        (("acts", 2, "operation", "unit"), "u9"),
        (("acts", 1, "operation"), "9"),
        (("acts", 5, "numbers"), ["n"]),
        (("first", "units", 0, "texts", "en"), "We shall meet in Mai."),
        (("first", "units", 0, "id"), "u2"),
        (("first", "units"), None),
        (("acts",), 7),
    ],
)
def test_damaged_history_is_refused_in_a_sentence(path, value) -> None:
    damaged = _changed(history_document(_long()), *path, value=value)

    with pytest.raises(InputError, match=r"history of (the|a) text|two units are called"):
        history_from(damaged)


def test_acts_that_do_not_follow_are_refused() -> None:
    with pytest.raises(InputError, match="the history of the text is damaged: Proposal 4 was"):
        History(FIRST, (Operation("4", OperationKind.SUP, 4, "u2"),))


def test_act_that_does_not_fit_is_refused() -> None:
    with pytest.raises(OperationError, match="Proposal 9 names passage u9"):
        History(FIRST).with_act(Operation("9", OperationKind.SUP, 0, "u9"))


def test_operation_of_an_old_version_is_carried_to_the_text_as_it_stands() -> None:
    old = in_place(FIRST, "meet", "talk", name="9")

    carried = _long().carried(old)

    assert carried == replace(old, base=6)


def test_operation_under_words_still_kept_stays_stuck() -> None:
    keep = in_place(FIRST, "meet", "meet", name="1", kind=OperationKind.NOC)
    old = in_place(FIRST, "meet", "talk", name="9")

    carried = History(FIRST).with_act(keep).carried(old)

    assert carried == Stuck(old, Reason.WORDS_KEPT, "1", keep.replacements[0])


def test_accepting_in_a_history_gives_both() -> None:
    one, other = in_place(FIRST, "shall", "may"), in_place(FIRST, "May", "June", name="2")

    history, accepted = History(FIRST).accept(one, (other,))

    assert history == History(FIRST, (one,))
    assert history.carried(other) == accepted.rebased[0]
