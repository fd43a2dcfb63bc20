"""Negotiated texts drawn at random, and one that shows every kind of unit."""

from dataclasses import replace

from hypothesis import strategies as st

from tracktwo.exchange.texts.structure import parents
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.units import NegotiatedText, Unit, UnitKind

WORDS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20),
    st.sampled_from(
        ["# a", "- b", "3. c", "(a) d", "第三条 丁", "a:\n\n- b", "{#u1}", "x {#u1 n=2}", " ", "&#35;", "<!-- a -->", "[a/b]{id:b1}", "a\r\nb", "ends:", "双方："]
    ),
)  # fmt: skip
NUMBERS = st.sampled_from(["", "", "3.", "(a)", "第三条", "4 bis.", "§ 3", "-1.", " a", "3.\n"])


@st.composite
def texts(draw: st.DrawFn) -> NegotiatedText:
    languages = draw(st.sampled_from([("en",), ("zh-Hans",), ("en", "zh"), ("fr", "en", "zh")]))
    units = []
    for place in range(draw(st.integers(0, 6))):
        parent = draw(st.sampled_from([None, *(one.id for one in units)]))
        spoken = draw(st.lists(st.sampled_from(languages), unique=True))
        units.append(
            Unit(
                f"u{place}",
                draw(st.sampled_from(UnitKind)),
                {one: draw(WORDS) for one in languages if one in spoken},
                draw(NUMBERS),
                parent,
                draw(st.integers(-1, 11)),
            )
        )
    title = {one: draw(WORDS) for one in draw(st.sets(st.sampled_from([*languages, "ru"])))}
    return NegotiatedText(title, languages, tuple(units))


PLAIN = st.text(st.sampled_from("abc [/?]【】宜应\t\n.:&<>'\"1)"), min_size=1, max_size=12)


@st.composite
def proposals(draw: st.DrawFn) -> tuple[NegotiatedText, tuple[Operation, ...]]:
    """A text with at most one proposal for each unit, and added ones; none of them meet."""
    drawn = [
        Unit(
            f"u{place}",
            draw(st.sampled_from(UnitKind)),
            {one: draw(st.text("ab 宜", min_size=1, max_size=12)) for one in ("en", "zh")},
            draw(st.sampled_from(["", "1.", "(a)"])),
            level=1,
        )
        for place in range(draw(st.integers(1, 5)))
    ]
    drawn = [replace(one, parent=up) for one, up in zip(drawn, parents(drawn), strict=True)]
    operations: list[Operation] = []
    for place, unit in enumerate(drawn):
        operations += draw(_proposal(unit))
        if draw(st.booleans()):
            row = [*drawn[: place + 1], Unit(f"a{place}", texts={"en": "new", "zh": "新"})]
            added = replace(row[-1], parent=parents(row)[-1])
            operations.append(Operation("", OperationKind.ADD, 0, unit.id, added=added, side="x"))
    named = tuple(replace(one, id=f"o{at}") for at, one in enumerate(operations, start=1))
    return NegotiatedText({"en": "T"}, ("en", "zh"), tuple(drawn)), named


@st.composite
def _proposal(draw: st.DrawFn, unit: Unit) -> list[Operation]:
    kind = draw(st.sampled_from(["none", "sup", "en", "zh"]))
    side = draw(st.sampled_from(["x", "y"]))
    if kind == "none":
        return []
    if kind == "sup":
        return [Operation("", OperationKind.SUP, 0, unit.id, side=side)]
    places = sorted(draw(st.sets(st.integers(0, len(unit.texts[kind])), min_size=2, max_size=2)))
    words = draw(st.text("cd 宜\t", min_size=0, max_size=5))
    change = Replacement(places[0], places[1], words)
    return [Operation("", OperationKind.MOD, 0, unit.id, kind, (change,), side=side)]


SAMPLE = NegotiatedText(
    {"en": "Joint text", "zh": "联合文本"},
    ("en", "zh"),
    (
        Unit("u1", UnitKind.HEADING, {"en": "Aims", "zh": "目标"}, "I."),
        Unit("u2", UnitKind.CHAPEAU, {"en": "The parties [shall/should?] agree:", "zh": "双方[应/宜？]商定："}, "1.", "u1"),
        Unit("u3", UnitKind.ITEM, {"en": "to meet [every year];", "zh": "每年会晤；"}, "(a)", "u2"),
        Unit("u4", UnitKind.ITEM, {"en": "to talk.", "zh": "对话。"}, "(b)", "u2"),
        Unit("u5", UnitKind.PARAGRAPH, {"en": "They report on <b> & [date].", "zh": "双方于【日期】报告。"}, "2.", "u1"),
    ),
)  # fmt: skip
PROPOSED = (
    Operation("o1", OperationKind.MOD, 0, "u2", "en", (Replacement(28, 33, "consent"),), side="china"),
    Operation("o2", OperationKind.SUP, 0, "u4", side="nato"),
    Operation("o3", OperationKind.ADD, 0, "u4", added=Unit("u9", UnitKind.ITEM, {"en": "to listen;", "zh": "倾听；"}, "(c)", "u2"), side="china"),
    Operation("o4", OperationKind.MOD, 0, "u5", "zh", (Replacement(0, 2, "各方"),), side="china"),
)  # fmt: skip
