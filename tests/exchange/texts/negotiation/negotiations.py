"""A small negotiation that has something in every file, and negotiations drawn at random."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from tracktwo.text.changes.history import History, Lifted, Renumbering
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.remark import Remark
from tracktwo.text.standing import (
    Act,
    Document,
    Move,
    MoveKind,
    Position,
    Silence,
    Stage,
    Stance,
    unit_fingerprint,
)
from tracktwo.text.units import NegotiatedText, Unit

FIRST = NegotiatedText(
    {"en": "Draft", "zh": "草案"},
    ("zh", "en"),
    (
        Unit("u1", texts={"en": "We [shall/may]{id:b1} meet.", "zh": "我们[应/可]{id:b1}会晤。"}, number="1."),
        Unit("u2", texts={"en": "We talk.", "zh": "我们对话。"}, number="2."),
        Unit("u3", texts={"en": "We write.", "zh": "我们通信。"}, number="3."),
    ),
)  # fmt: skip
OPENED = datetime(2027, 3, 1, 9, tzinfo=UTC)


def mod(name: str, base: int, unit: str, language: str, *change: int | str) -> Operation:
    """The operation that puts words at two places of a unit."""
    replacement = Replacement(*change)  # type: ignore[arg-type]
    return Operation(name, OperationKind.MOD, base, unit, language, (replacement,), side="nato")


ACTS = (
    mod("1", 0, "u1", "en", 3, 22, "may"),
    mod("2", 1, "u1", "zh", 2, 13, "可"),
    Operation("3", OperationKind.NOC, 2, "u2"),
    Lifted("3"),
    Operation("4", OperationKind.SUP, 4, "u3", rationale={"en": "Letters get lost.", "zh": "信件易失。"}),
    Renumbering({"u2": "II."}),
)  # fmt: skip
LOG: tuple[Act, ...] = (
    Position("nato", "u1", Stance.LIVE_WITH, "b1", 1, session=1),
    Move(MoveKind.PACKAGE, "u2", "china", 1, conditions=("u1", "u3")),
    Position("china", "u1", Stance.OPPOSE, "b1", None, session=1),
    Position("china", "u2", Stance.SUPPORT, ad_ref=True, session=2, words=unit_fingerprint(FIRST.units[1])),
    Move(MoveKind.PARK, "u2", "nato", 2, group="a few", until=date(2027, 3, 1)),
    Move(MoveKind.REOPEN, "u1", "nato", 3, reason='A word, "may",\nis too weak.'),
)  # fmt: skip
REMARKS = (
    Remark("1", "“May” is too weak,\nsays our capital.", "u1", "en", 3, 6, "nato"),
    Remark("2", "We hear you.", "u3"),
    Remark("3", "So do we.", "", side="china", reply_to="1"),
)
FULL = Negotiation(
    History(FIRST, ACTS),
    (1, 2, 2, 3, 3, 3),
    LOG,
    (mod("p9", 6, "u2", "en", 3, 7, "listen"), mod("p2", 0, "u1", "zh", 0, 2, "双方")),
    4,
    Document(
        Stage.SILENCE_BROKEN,
        3,
        Silence.over("3ec8", sides=("china", "nato"), opened=OPENED, until=OPENED + timedelta(days=1))
        .extended(OPENED + timedelta(days=2), at=OPENED)
        .broken("china", unit="u2", reason='“Talk”, or "discuss"?', at=OPENED + timedelta(hours=3)),
    ),
    REMARKS,
)  # fmt: skip

_WORDS = st.text("ab 宜,\"';\n", max_size=8).map(str.strip)
_SIDES = st.sampled_from(["nato", "china"])
_UNITS = st.sampled_from(["u1", "u2", "u3"])


def _positions(session: int) -> st.SearchStrategy[Act]:
    of_bracket = st.builds(
        Position,
        _SIDES,
        st.just("u1"),
        st.sampled_from(Stance),
        st.just("b1"),
        st.sampled_from([None, 0, 1]),
        st.booleans(),
        st.just(session),
    )
    of_unit = st.builds(
        Position,
        _SIDES,
        _UNITS,
        st.sampled_from(Stance),
        ad_ref=st.booleans(),
        session=st.just(session),
        words=st.sampled_from(["", unit_fingerprint(FIRST.units[0])]),
    )
    return of_bracket | of_unit


def _moves(session: int) -> st.SearchStrategy[Act]:
    return st.builds(
        Move,
        st.sampled_from(MoveKind),
        _UNITS,
        _SIDES,
        st.just(session),
        _WORDS,
        _WORDS,
        st.none() | st.dates(),
        st.lists(_UNITS, max_size=2).map(tuple),
    )


def _remarks(number: int) -> st.SearchStrategy[Remark]:
    answers = st.sampled_from([None, *map(str, range(number))])
    return st.builds(
        Remark,
        st.just(str(number)),
        _WORDS.filter(bool),
        _UNITS,
        side=st.sampled_from(["", "nato", "china"]),
        reply_to=answers,
    )


@st.composite
def negotiations(draw: st.DrawFn) -> Negotiation:
    """The history of the small one up to some act, with sessions and a log drawn at random."""
    made = draw(st.integers(0, len(ACTS)))
    sessions = sorted(draw(st.lists(st.integers(1, 4), min_size=made, max_size=made)))
    logged = sorted(draw(st.lists(st.integers(0, 4), max_size=6)))
    log = tuple(draw(_positions(one) | _moves(one)) for one in logged)
    stage = draw(st.sampled_from([one for one in Stage if one is not Stage.UNDER_SILENCE]))
    document = Document(stage, draw(st.integers(0, 9)))
    remarks = tuple(draw(_remarks(one)) for one in range(draw(st.integers(0, 3))))
    return Negotiation(History(FIRST, ACTS[:made]), tuple(sessions), log, (), 4, document, remarks)
