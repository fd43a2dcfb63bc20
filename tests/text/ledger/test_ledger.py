"""The ledger: what is open, how old, why, and nobody's name where names are hidden."""

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.errors import MarkError, OptionError
from tracktwo.text.ledger import burn_down, ledger, ledger_to_json, obstacles
from tracktwo.text.units import NegotiatedText, Unit


def _text(**sources: str) -> NegotiatedText:
    units = tuple(Unit(name, texts={"en": source}) for name, source in sources.items())
    return NegotiatedText({}, ("en",), units)


NESTED = _text(
    u1="We [shall/[may/should]{id:b2 since:3 reason:weary}]{id:b1 since:1 reason:tactical holder:china} meet.",
    u2="On [date]{id:b3} we [agree?]{id:b4 since:4 holder:china+nato}.",
)


def test_entries_come_in_order_with_their_age_and_depth() -> None:
    found = ledger(NESTED, session=4)

    assert [(one.id, one.unit, one.kind, one.depth, one.age, one.inside) for one in found.entries] == [
        ("b1", "u1", "alternatives", 1, 3, ""),
        ("b2", "u1", "alternatives", 2, 1, "b1"),
        ("b3", "u2", "placeholder", 1, None, ""),
        ("b4", "u2", "doubt", 1, 0, ""),
    ]  # fmt: skip


def test_counts_are_by_reason_holder_unit_depth_and_age() -> None:
    found = ledger(NESTED)

    assert found.session == 4
    assert found.by_reason == Counter({"": 2, "tactical": 1, "weary": 1})
    assert found.by_holder == Counter({"china": 2, "nato": 1})
    assert found.by_unit == Counter({"u1": 2, "u2": 2})
    assert found.by_depth == Counter({1: 3, 2: 1})
    assert found.by_age == Counter({3: 1, 1: 1, None: 1, 0: 1})


def test_languages_of_one_disagreement_are_one_entry() -> None:
    texts = {"en": "We [shall/may]{id:b1} meet.", "zh": "我们[应/可]{id:b1}会晤。"}
    text = NegotiatedText({}, ("en", "zh"), (Unit("u1", texts=texts),))

    [entry] = ledger(text).entries

    assert [(one.language, one.column, one.alternatives) for one in entry.words] == [
        ("en", 4, ("shall", "may")),
        ("zh", 3, ("应", "可")),
    ]


def test_session_before_a_bracket_arose_is_refused() -> None:
    with pytest.raises(
        OptionError, match="bracket b4 arose in session 4, which is after session 3"
    ):
        ledger(NESTED, session=3)


def test_mark_that_cannot_be_is_refused_with_its_place() -> None:
    with pytest.raises(MarkError, match="unit u1, en, line 1, column 4: since:soon is no session"):
        ledger(_text(u1="We [may]{since:soon} go."))


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("We [shall/shall not] meet.", "word"),
        ("We [shall meet in May/may not meet at all] then.", "matter"),
        ("On [date] we meet.", "blank"),
        ("We [will soon agree?] then.", "doubt"),
        ("We [will soon agree]{holder:china} then.", "one_side"),
        ("We [will soon agree]{holder:china+nato} then.", "matter"),
        ("We [shall/may]{reason:waiting holder:china} go.", "capital"),
    ],
)
def test_obstacle_says_what_keeps_a_bracket_open(source: str, kind: str) -> None:
    assert [one.kind for one in obstacles(ledger(_text(u1=source)))] == [kind]


def test_bracket_of_one_language_only_is_an_obstacle_of_its_own() -> None:
    texts = {"en": "We [shall/may] meet.", "zh": "我们应会晤。"}
    text = NegotiatedText({}, ("en", "zh"), (Unit("u1", texts=texts),))

    assert [one.kind for one in obstacles(ledger(text))] == ["one_language"]


def test_burn_down_shows_what_was_opened_beside_what_was_closed() -> None:
    sessions = [
        (1, _text(u1="[a/b]{id:b1} [c]{id:b2}")),
        (2, _text(u1="a [c/[d]{id:b4}]{id:b2} [e]{id:b3}")),
        (3, _text(u1="a d e")),
    ]

    assert [(one.number, len(one.open), one.opened, one.closed) for one in burn_down(sessions)] == [
        (1, 2, ("b1", "b2"), ()),
        (2, 3, ("b2", "b4", "b3")[1:], ("b1",)),
        (3, 0, (), ("b2", "b4", "b3")),
    ]  # fmt: skip


def test_ids_that_name_a_side_are_told_by_another_name_in_every_session() -> None:
    sessions = [
        (1, _text(u1="[a/b]{id:China-1 holder:china} [c]{id:b2}")),
        (2, _text(u1="a [c]{id:b2} [x/y]{id:b3-nato}")),
        (3, _text(u1="a c x")),
    ]

    found = burn_down(sessions, sides=("china", "nato"), policy="hidden")

    assert [(one.open, one.opened, one.closed) for one in found] == [
        (("u1#n1", "b2"), ("u1#n1", "b2"), ()),
        (("b2", "u1#n2"), ("u1#n2",), ("u1#n1",)),
        ((), (), ("b2", "u1#n2")),
    ]


NAMES = st.sampled_from(["Ruritania", "鲁里坦尼亚", "Freedonia"])


@given(NAMES, NAMES)
@settings(max_examples=40, deadline=None)
def test_no_side_is_named_where_sides_are_hidden(one: str, other: str) -> None:
    marked = f"We [{one}: shall/Alt 2: [{other}: may/must]{{holder:{other}}}]{{holder:{one}}} go."

    found = ledger(_text(u1=marked), policy="hidden", sides=(one, other))

    written = ledger_to_json(found)
    assert one not in written
    assert other not in written
    assert [each.words[0].column for each in found.entries] == [
        4,
        4 + len(f"[{one}: shall/Alt 2: "),
    ]
    assert json.loads(written)["by_holder"] == {}


def test_document_holds_every_figure_in_order() -> None:
    document = json.loads(ledger_to_json(ledger(NESTED, session=5)))

    assert document["schema"] == "tracktwo-ledger/1"
    assert (document["session"], document["count"]) == (5, 4)
    assert document["obstacles"] == [
        {"kind": "word", "ids": ["b2"]},
        {"kind": "blank", "ids": ["b3"]},
        {"kind": "doubt", "ids": ["b4"]},
        {"kind": "one_side", "ids": ["b1"]},
    ]
    assert document["entries"][2] == {
        "id": "b3",
        "unit": "u2",
        "number": "",
        "kind": "placeholder",
        "depth": 1,
        "inside": "",
        "reason": None,
        "holders": [],
        "since": None,
        "age": None,
        "words": [
            {"language": "en", "line": 1, "column": 4, "alternatives": ["date"], "labels": [""], "doubt": False}
        ],
    }  # fmt: skip
