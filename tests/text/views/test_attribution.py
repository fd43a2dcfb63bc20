"""No view tells a side that only marks, labels or operations know; names are planted and searched for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.text.brackets.marks import Mark
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.ledger import ledger, ledger_to_json, obstacles
from tracktwo.text.units import Kept, NegotiatedText, Unit
from tracktwo.text.views import chairs_text, clean, compilation, public, rolling

SIDES = ("Ruritania", "鲁里坦尼亚", "Freedonia")
NAMES = st.sampled_from(SIDES)
BRACKETS = [
    "shall/may",
    "soon",
    "30",
    "a",
    "sic",
    "date",
    "?",
    "see note",
    "well/[so/as]{id:inner}",
]
BEHIND = ["", " (see page 2)", "(here)", "[3]", ": http://example.org"]


@st.composite
def _marked(draw: st.DrawFn) -> str:
    """A bracket with names in every place that is not its words."""
    name, other = draw(NAMES), draw(NAMES)
    values = {
        "id": draw(st.sampled_from(["b1", f"{name}-1", f"x{other}"])),
        "holder": "+".join(dict.fromkeys([name, other])),
        "note": f"asked by {other}",
        "since": "1",
    }
    label = draw(st.sampled_from(["", f"{name}: ", f"{other}：", "Alt 1: "]))
    return f"[{label}{draw(st.sampled_from(BRACKETS))}]{Mark.of(values).source}"


@st.composite
def texts(draw: st.DrawFn) -> NegotiatedText:
    unit = f"We {draw(_marked())}{draw(st.sampled_from(BEHIND))} meet."
    gone = Unit("u0", texts={"en": f"Gone {draw(_marked())}"})
    kept = Kept(f"noc-{draw(NAMES)}", "u2")
    others = (
        Unit("u1", texts={"en": unit, "xx": f"{draw(_marked())}"}),
        Unit("u2", texts={"en": "End."}),
    )
    title = {"en": "Draft", "xx": draw(_marked())}
    return NegotiatedText(title, ("en",), others, 3, (kept,), (gone,))


@st.composite
def operations(draw: st.DrawFn) -> list[Operation]:
    name = draw(NAMES)
    about = {"side": name, "rationale": {"en": f"{name} asks."}}
    added = Unit("u9", texts={"en": f"New {draw(_marked())}"})
    return [
        Operation(f"{name}-1", OperationKind.ADD, 3, "u2", added=added, **about),
        Operation(f"{name}-2", OperationKind.MOD, 3, "u1", "en", (Replacement(0, 2, "They"),), **about),
        Operation(f"{name}-3", OperationKind.NOC, 3, "u1", **about),
        Operation(f"{name}-4", OperationKind.ALT, 3, "u1", "en", (Replacement(0, 2, draw(_marked())),), **about),
    ]  # fmt: skip


def tells(shown: object) -> list[str]:
    return [name for name in SIDES if name in repr(shown)]


@given(texts(), operations())
@settings(max_examples=150, deadline=None)
def test_law_no_view_tells_a_side(text, proposed) -> None:
    names = [one.id for one in ledger(text, sides=SIDES).entries]

    shown = [
        rolling(text, sides=SIDES),
        chairs_text(text, {}, sides=SIDES),
        chairs_text(text, dict.fromkeys(names[:1]), sides=SIDES),
        clean(text, dict.fromkeys(names), sides=SIDES),
        public(clean(text, dict.fromkeys(names), sides=SIDES)),
        compilation(text, operations=proposed, sides=SIDES),
    ]

    assert [tells(one) for one in shown] == [[]] * len(shown)


@given(texts())
@settings(max_examples=100, deadline=None)
def test_law_hidden_ledger_tells_no_side(text) -> None:
    found = ledger(text, policy="hidden", sides=SIDES)

    assert (tells(found), tells(ledger_to_json(found)), tells(obstacles(found))) == ([], [], [])


@given(texts())
@settings(max_examples=100, deadline=None)
def test_law_rolling_draft_is_read_with_the_same_brackets(text) -> None:
    before = [(one.unit, one.depth) for one in ledger(text, sides=SIDES).entries]

    shown = rolling(text, sides=SIDES)

    assert [(one.unit, one.depth) for one in ledger(shown).entries] == before


def test_order_of_hidden_ledger_does_not_follow_holders() -> None:
    def entries(first: str, second: str) -> list[tuple[str, str]]:
        source = f"[a b/c d]{{id:b1 holder:{first}}} [e f g]{{id:b2 holder:{second}}}"
        text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": source}),))
        found = ledger(text, policy="hidden", sides=SIDES)
        return [(ledger_to_json(found), repr(found.by_holder))]

    assert entries("Ruritania", "Freedonia") == entries("Freedonia", "Ruritania+Freedonia")


def test_compilation_tells_all_where_policy_allows() -> None:
    source = "We [NATO: shall/may]{id:b1 holder:nato} meet."
    text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": source}),))
    one = Operation(
        "7", OperationKind.MOD, 0, "u1", "en", (Replacement(0, 2, "They"),), side="nato", rationale={"en": "Clearer."}
    )  # fmt: skip

    made = compilation(text, operations=[one], attribution="side", sides=("NATO",))

    [proposal] = made.proposals
    assert made.text.unit("u1").texts["en"] == source
    assert (proposal.id, proposal.side, proposal.rationale) == ("7", "nato", {"en": "Clearer."})
    assert proposal.texts == {"en": "They [NATO: shall/may]{id:b1 holder:nato} meet."}


def test_order_of_hidden_proposals_does_not_follow_who_made_them() -> None:
    text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We shall meet."}),))
    one, other = (
        Operation(name, OperationKind.MOD, 0, "u1", "en", (Replacement(3, 8, word),), side=name)
        for name, word in (("china", "must"), ("nato", "may"))
    )

    first = compilation(text, operations=[one, other])

    assert first == compilation(text, operations=[other, one])
    assert [each.texts["en"] for each in first.proposals] == ["We may meet.", "We must meet."]
