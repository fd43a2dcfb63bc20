"""Accepting a proposal, and what becomes of the others."""

from dataclasses import replace

import pytest

from tests.text.changes.an_operation import in_place, section, sources, text_of
from tracktwo.errors import OperationError, OptionError
from tracktwo.text.changes.accept import Accepted, accept, lifted, moved_on, numbered
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.changes.reasons import Reason, Stuck
from tracktwo.text.units import Kept, NegotiatedText, Unit, UnitKind

SENTENCE = "We shall meet in May."


def _after(old: str, new: str, other: Operation, **named: object) -> Accepted:
    text = text_of(SENTENCE)
    return accept(text, in_place(text, old, new, **named), [other])


def _other(old: str, new: str, **named: object) -> Operation:
    return in_place(text_of(SENTENCE), old, new, name="2", **named)


def test_accepted_modification_makes_the_next_version() -> None:
    text = text_of(SENTENCE)

    accepted = accept(text, in_place(text, "shall", "may"))

    assert accepted == Accepted(
        replace(text_of("We may meet in May."), version=1),
        undone=Operation(
            "1-undone", OperationKind.MOD, 1, "u1", "en", (Replacement(3, 6, "shall"),)
        ),
    )
    assert text == text_of(SENTENCE)


def test_other_words_are_carried_along() -> None:
    accepted = _after("shall", "may", _other("May", "June"))

    assert accepted.rebased == (
        Operation("2", OperationKind.MOD, 1, "u1", "en", (Replacement(15, 18, "June"),)),
    )


@pytest.mark.parametrize(
    ("accepted", "other", "reason"),
    [
        (("shall meet", "gather"), ("meet", "talk"), Reason.WORDS_GONE),
        (("meet", "talk"), ("shall meet", "gather"), Reason.WORDS_GONE),
        (("shall |meet", "not "), ("shall meet", "gather"), Reason.WORDS_BETWEEN),
        (("shall meet", "gather"), ("shall |meet", "not "), Reason.WORDS_GONE),
        (("shall |meet", "not "), ("shall |meet", "also "), Reason.SAME_PLACE),
    ],
)
def test_other_that_lost_its_words_is_stuck(accepted, other, reason) -> None:
    one = _other(*other)

    assert _after(*accepted, one).stuck == (Stuck(one, reason, "1", one.replacements[0]),)


@pytest.mark.parametrize(
    ("accepted", "other", "expected"),
    [
        (("shall", "may"), ("shall |meet", "not "), "We may not meet in May."),
        (("shall", ""), ("|shall", "all "), "We all  meet in May."),
        (("|shall", "both "), ("shall", "may"), "We both may meet in May."),
    ],
)
def test_words_at_the_edge_keep_their_place(accepted, other, expected) -> None:
    result = _after(*accepted, _other(*other))

    assert sources(accept(result.text, result.rebased[0]).text) == [expected]


def test_the_same_from_both_sides_is_met() -> None:
    one = _other("shall", "may")

    assert _after("shall", "may", one).met == (one,)


def test_what_both_ask_for_is_met_and_the_rest_stays_open() -> None:
    one, rest = _other("shall", "may"), _other("May", "June")
    both = replace(one, replacements=one.replacements + rest.replacements)

    accepted = _after("shall", "may", both)

    assert accepted.rebased[0].replacements == (Replacement(15, 18, "June"),)


def test_alternative_to_words_that_were_bracketed_becomes_one_more() -> None:
    accepted = _after(
        "shall", "may", _other("shall", "must", kind=OperationKind.ALT), kind=OperationKind.ALT
    )

    assert sources(accept(accepted.text, accepted.rebased[0]).text) == [
        "We [shall/must/may] meet in May."
    ]


def test_other_that_would_break_a_bracket_now_is_stuck() -> None:
    text = text_of("We meet [here] and talk.")
    opening, closing = in_place(text, "[", "", name="2"), in_place(text, "]", "", name="3")
    wide = replace(opening, replacements=opening.replacements + closing.replacements)
    one = in_place(text, "here", "[here/there")
    one = replace(one, replacements=(*one.replacements, *in_place(text, "|]", "]").replacements))

    accepted = accept(text, one, [wide])

    assert sources(accepted.text) == ["We meet [[here/there]] and talk."]
    assert [sources(accept(accepted.text, each).text) for each in accepted.rebased] == [
        ["We meet [here/there] and talk."]
    ]


@pytest.mark.parametrize("words", ["[may", "may]", "【may]"])
def test_result_with_a_broken_bracket_is_refused(words) -> None:
    text = text_of(SENTENCE)

    with pytest.raises(OperationError, match="would break a bracket of passage u1") as refused:
        accept(text, in_place(text, "shall", words))

    assert refused.value.reason == Reason.BRACKET_BROKEN
    assert "line 1, column" in str(refused.value)


def test_suppressed_heading_leaves_what_stood_under_it_to_its_parent() -> None:
    text = section()

    accepted = accept(text, Operation("1", OperationKind.SUP, 0, "c3"))

    assert [(one.id, one.parent) for one in accepted.text.units[4:]] == [
        ("a", "h2"),
        ("b", "h2"),
        ("p3", "h2"),
    ]
    assert accepted.text.gone == (text.unit("c3"),)


def test_addition_behind_a_suppressed_unit_moves_to_the_one_before() -> None:
    added = Operation("2", OperationKind.ADD, 0, "p2", added=Unit("new", parent="h1"))

    accepted = accept(section(), Operation("1", OperationKind.SUP, 0, "p2"), [added])

    assert accepted.rebased == (
        replace(added, unit="p1", base=1, added=Unit("new", number="2 bis.", parent="h1")),
    )


def test_what_speaks_of_a_suppressed_unit_is_stuck_or_met() -> None:
    text = text_of(SENTENCE, "Second.")
    words, same = (
        in_place(text, "shall", "may", name="2"),
        Operation("3", OperationKind.SUP, 0, "u1"),
    )

    accepted = accept(text, Operation("1", OperationKind.SUP, 0, "u1"), [words, same])

    assert accepted.stuck == (Stuck(words, Reason.UNIT_SUPPRESSED, "1"),)
    assert accepted.met == (same,)


def test_heading_that_is_added_takes_what_stands_behind_it() -> None:
    heading = Unit("h", UnitKind.HEADING, parent="h1", level=2)

    text = accept(section(), Operation("1", OperationKind.ADD, 0, "p1", added=heading)).text

    assert [(one.id, one.parent) for one in text.units[:5]] == [
        ("h1", None),
        ("p1", "h1"),
        ("h", "h1"),
        ("p2", "h"),
        ("h2", None),
    ]


def test_two_units_at_one_place_stand_in_the_order_of_acceptance() -> None:
    text = section()
    one, other = (
        Operation(name, OperationKind.ADD, 0, "p1", added=Unit(f"n{name}", parent="h1"))
        for name in "12"
    )

    accepted = accept(text, one, [other])
    last = accept(accepted.text, accepted.rebased[0]).text

    assert [(one.id, one.number) for one in last.units[1:5]] == [
        ("p1", "1."),
        ("n1", "1 bis."),
        ("n2", "1 ter."),
        ("p2", "2."),
    ]


def test_accepted_noc_keeps_words_until_it_is_lifted() -> None:
    text = text_of(SENTENCE)
    keep = in_place(text, "shall meet", "shall meet", kind=OperationKind.NOC)
    change = in_place(text, "meet", "talk", name="2")
    beside = in_place(text, "May", "June", name="3")
    gone = Operation("4", OperationKind.SUP, 0, "u1")

    accepted = accept(text, keep, [change, beside, gone])

    assert accepted.stuck == (
        Stuck(change, Reason.WORDS_KEPT, "1", keep.replacements[0]),
        Stuck(gone, Reason.WORDS_KEPT, "1", keep.replacements[0]),
    )
    moved = accept(accepted.text, replace(in_place(text, "We", "They"), base=1)).text
    assert moved.kept == (Kept("1", "u1", "en", ((5, 15),)),)
    later = in_place(moved, "meet", "talk", name="5")
    with pytest.raises(OperationError, match="Proposal 5 changes words of passage u1 that 1 keeps"):
        accept(moved, later)
    free = lifted(moved, "1")
    [again] = moved_on(free, [later])
    assert sources(accept(free, again).text) == ["They shall talk in May."]


def test_noc_without_words_keeps_the_unit_in_every_language() -> None:
    unit = Unit("u1", texts={"en": "We meet.", "zh": "双方举行会议。"})
    text = NegotiatedText({}, ("en", "zh"), (unit,))
    words = Operation("2", OperationKind.MOD, 0, "u1", "zh", (Replacement(0, 2, "各方"),))

    accepted = accept(text, Operation("1", OperationKind.NOC, 0, "u1"), [words])

    assert accepted.stuck == (Stuck(words, Reason.WORDS_KEPT, "1"),)


def test_noc_of_a_unit_that_has_changed_is_stuck() -> None:
    keep = Operation("2", OperationKind.NOC, 0, "u1")

    assert _after("shall", "may", keep).stuck == (Stuck(keep, Reason.WORDS_GONE, "1"),)


@pytest.mark.parametrize(
    ("operation", "reason"),
    [
        (Operation("1", OperationKind.MOD, 3, "u1", "en"), Reason.OTHER_VERSION),
        (Operation("1", OperationKind.SUP, 0, "u9"), Reason.NO_UNIT),
        (Operation("1", OperationKind.MOD, 0, "u1", "de"), Reason.NO_LANGUAGE),
        (
            Operation("1", OperationKind.MOD, 0, "u1", "en", (Replacement(8, 3, ""),)),
            Reason.NO_PLACE,
        ),
        (
            Operation("1", OperationKind.MOD, 0, "u1", "en", (Replacement(0, 99, ""),)),
            Reason.NO_PLACE,
        ),
        (
            Operation("1", OperationKind.NOC, 0, "u1", "en", (Replacement(3, 8, "may"),)),
            Reason.NOT_THE_WORDS,
        ),
        (Operation("1", OperationKind.ADD, 0, "u1"), Reason.NOTHING_ADDED),
        (Operation("1", OperationKind.ADD, 0, "u9", added=Unit("new")), Reason.NO_UNIT),
        (Operation("1", OperationKind.ADD, 0, None, added=Unit("u1")), Reason.ID_TAKEN),
        (
            Operation("1", OperationKind.ADD, 0, "u1", added=Unit("new", parent="u9")),
            Reason.NOTHING_ADDED,
        ),
        (
            Operation("1", OperationKind.ADD, 0, None, added=Unit("new", parent="u1")),
            Reason.NOTHING_ADDED,
        ),
        (
            Operation("1", OperationKind.ADD, 0, "u1", added=Unit("new", texts={"de": ""})),
            Reason.NO_LANGUAGE,
        ),
        (
            Operation("1", OperationKind.ADD, 0, "u1", added=Unit("new", texts={"en": "["})),
            Reason.BRACKET_BROKEN,
        ),
    ],
)
def test_operation_that_does_not_fit_is_refused(operation, reason) -> None:
    with pytest.raises(OperationError) as refused:
        accept(text_of(SENTENCE), operation)

    assert refused.value.reason == reason


def test_open_operation_of_another_version_is_refused() -> None:
    text = text_of(SENTENCE)

    with pytest.raises(
        OperationError, match=r"Proposal 2 was written against another version .*\(4, not 0\)"
    ):
        accept(text, in_place(text, "shall", "may"), [Operation("2", OperationKind.SUP, 4, "u1")])


def test_id_of_a_suppressed_unit_of_another_kind_is_taken() -> None:
    text = accept(section(), Operation("1", OperationKind.SUP, 0, "p1")).text

    with pytest.raises(OperationError) as refused:
        accept(text, Operation("2", OperationKind.ADD, 1, "h1", added=Unit("p1", UnitKind.HEADING)))

    assert refused.value.reason == Reason.ID_TAKEN


def test_words_that_nothing_keeps_cannot_be_lifted() -> None:
    with pytest.raises(OptionError, match="no accepted NOC 7 keeps words"):
        lifted(text_of(SENTENCE), "7")


def test_unit_that_is_not_there_cannot_be_numbered() -> None:
    with pytest.raises(OptionError, match="no unit u9 to number"):
        numbered(text_of(SENTENCE), {"u9": "1."})


def test_words_put_at_both_ends_of_what_went_are_put_as_one() -> None:
    text = text_of(SENTENCE)
    ends = (Replacement(3, 3, "now "), Replacement(9, 9, "often "))
    both = Operation("2", OperationKind.MOD, 0, "u1", "en", ends)

    accepted = accept(text, in_place(text, "shall ", ""), [both])

    assert sources(accept(accepted.text, accepted.rebased[0]).text) == ["We now often meet in May."]


def test_neighbours_that_went_come_back_as_one() -> None:
    text = text_of(SENTENCE)
    went = (Replacement(3, 9, ""), Replacement(9, 14, ""))

    accepted = accept(text, Operation("1", OperationKind.MOD, 0, "u1", "en", went))

    assert sources(accept(accepted.text, accepted.undone).text) == [SENTENCE]
