"""Messages of every kind, drawn from what the kinds ask for."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from tests.exchange.channel.drawn import positions
from tracktwo.channel.kinds import KINDS, FieldSpec, Form, Kind, check_fields
from tracktwo.channel.messages import Message, MessageId, Precedence, Scope, Series, Status, Type
from tracktwo.errors import InputError

TEXT = st.text("AZaz09 /\\-北约é:,.'\"<&=", min_size=1, max_size=12).map(
    lambda text: " ".join(text.split()) or "x"
)
LINES = st.lists(TEXT, min_size=1, max_size=3).map("\n".join)
FIRST = datetime(2026, 10, 1, tzinfo=UTC)
moments = st.integers(0, 80 * 24 * 60).map(
    lambda n: (FIRST + timedelta(minutes=n)).strftime("%Y-%m-%dT%H:%M:%SZ")
)
ids = st.builds(
    lambda office, number: str(MessageId(Series(office, "AC", 2026, is_exercise=True), number)),
    st.sampled_from(["NATO", "CHINA"]),
    st.integers(1, 99),
)


@st.composite
def words(draw) -> dict:
    origin, *others = draw(st.permutations(["en", "zh", "fr"]))
    others = others[: draw(st.integers(0, 2))]
    texts = {language: draw(LINES) for language in (origin, *others)}
    return {"origin": origin, "texts": texts, "states": dict.fromkeys(others, "reviewed")}


circles = st.builds(
    lambda at, miles: {"circle": {"centre": at.imo(), "miles": str(miles)}},
    positions(),
    st.integers(1, 300),
)


def value(spec: FieldSpec) -> st.SearchStrategy:
    """Any single value that a field may have; rules between fields are not looked at."""
    if spec.form is Form.TEXT:
        return st.from_regex(spec.pattern, fullmatch=True, alphabet=st.characters(codec="ascii")) if spec.pattern else TEXT  # fmt: skip
    simple = {
        Form.WORDS: words(),
        Form.WHOLE: st.integers(spec.least, min(spec.most, spec.least + 100)),
        Form.DECIMAL: st.integers(1, 9).map(lambda n: f"{n}.5"),
        Form.YES_NO: st.booleans(),
        Form.MOMENT: moments,
        Form.DAY: moments.map(lambda text: text[:10]),
        Form.POSITION: positions().map(lambda at: at.imo()),
        Form.AREA: circles,
        Form.CHOICE: st.sampled_from(sorted(spec.choices) or [""]),
        Form.MESSAGE: ids,
    }
    return fields(spec.fields) if spec.form is Form.GROUP else simple[spec.form]


@st.composite
def fields(draw, specs: tuple[FieldSpec, ...]) -> dict:
    told = {}
    for spec in specs:
        if spec.is_required or draw(st.integers(0, 3)) == 0:
            one = value(spec)
            told[spec.name] = draw(st.lists(one, min_size=1, max_size=2) if spec.is_repeated else one)  # fmt: skip
    return told


@st.composite
def messages(draw, kinds: tuple[str, ...] = tuple(KINDS)) -> Message:
    kind: Kind = KINDS[draw(st.sampled_from(kinds))]
    type_ = draw(st.sampled_from(kind.types))
    told = draw(fields(kind.fields_of(type_)).filter(lambda one: _is_allowed(kind, one, type_)))
    is_exercise, number = draw(st.booleans()), draw(st.integers(2, 9999))
    other = kind.answers[0] if type_ is Type.REPLY else kind.code
    office = "NATO" if type_ in (Type.UPDATE, Type.CANCEL) else "CHINA"
    refs = (MessageId(Series(office, other, 2026, is_exercise), 1),)
    sent = FIRST + timedelta(seconds=draw(st.integers(0, 10**6)))
    return Message(
        id=MessageId(Series("NATO", kind.code, 2026, is_exercise), number),
        addressees=draw(st.sampled_from([("CHINA",), ("CHINA", "OTHER")])),
        status=Status.EXERCISE if is_exercise else Status.TEST,
        type=type_,
        precedence=draw(st.sampled_from(Precedence)),
        scope=draw(st.sampled_from(Scope)),
        fields=told,
        sent=sent,
        recorded=draw(st.sampled_from([None, sent + timedelta(hours=2)])),
        copy_to=draw(st.sampled_from([(), ("COPY",)])),
        refs=() if type_ is Type.NEW else refs,
        thread=draw(st.just("") | TEXT),
        releasability=draw(st.just("") | TEXT),
        note=draw(st.dictionaries(st.sampled_from(["en", "zh"]), LINES)),
    )


def _is_allowed(kind: Kind, told: dict, type_: Type) -> bool:
    try:
        check_fields(kind, told, type_)
    except InputError:
        return False
    return True
