"""Fields of a kind drawn by Hypothesis: each value of its form; rules between fields are not looked at."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from tracktwo.channel.kinds import FieldSpec, Form
from tracktwo.channel.kinds.read_values import area_json, moment_json
from tracktwo.channel.sphere import Circle, Polygon, Position

_TEXTS = st.from_regex(r"[a-z]{1,6}( [a-z]{1,6})?", fullmatch=True)
_POSITIONS = st.builds(Position, st.floats(-89, 89), st.floats(-179, 179))
_CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0))
_AREAS = st.one_of(
    st.builds(Circle, _POSITIONS, st.integers(0, 900).map(lambda n: n / 10)),
    st.integers(-80, 80).map(
        lambda n: Polygon(tuple(Position(n + up, 90 - n + along) for up, along in _CORNERS[: 3 + n % 2]))
    ),
)  # fmt: skip


def _words() -> st.SearchStrategy:
    states = st.sampled_from(["machine", "draft", "reviewed", "authentic"])
    return st.builds(
        lambda one, other, state: {
            "origin": "zh",
            "texts": {"zh": one, "en": other},
            "states": {"en": state},
        },
        _TEXTS,
        _TEXTS,
        states,
    )


def _text(spec: FieldSpec) -> st.SearchStrategy:
    return st.from_regex(spec.pattern, fullmatch=True) if spec.pattern else _TEXTS


def _decimal(spec: FieldSpec) -> st.SearchStrategy:
    return st.integers(0, 10 * min(spec.most, 10**6)).map(lambda n: f"{n / 10:.1f}")


_MOMENTS = st.datetimes(datetime(2001, 1, 1), datetime(2098, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
_DRAWN = {
    Form.TEXT: _text,
    Form.WORDS: lambda _: _words(),
    Form.WHOLE: lambda spec: st.integers(spec.least, spec.most),
    Form.DECIMAL: _decimal,
    Form.YES_NO: lambda _: st.booleans(),
    Form.MOMENT: lambda _: _MOMENTS.map(moment_json),
    Form.DAY: lambda _: st.dates(date(2001, 1, 1), date(2098, 1, 1)).map(date.isoformat),
    Form.POSITION: lambda _: _POSITIONS.map(Position.imo),
    Form.AREA: lambda _: _AREAS.map(area_json),
    Form.CHOICE: lambda spec: st.sampled_from(list(spec.choices)),
    Form.MESSAGE: lambda _: st.just("NATO-EX-PN 0003/26"),
    Form.GROUP: lambda spec: fields_of(spec.fields),
}


def values_of(spec: FieldSpec) -> st.SearchStrategy:
    """One value of a field."""
    return _DRAWN[spec.form](spec)


def fields_of(specs: tuple[FieldSpec, ...]) -> st.SearchStrategy:
    """Fields with all that is required, and some of the rest."""
    every = {
        one.name: st.lists(values_of(one), min_size=1, max_size=3)
        if one.is_repeated
        else values_of(one)
        for one in specs
    }
    must = {one.name for one in specs if one.is_required}
    return st.fixed_dictionaries(
        {name: every[name] for name in every if name in must},
        optional={name: every[name] for name in every if name not in must},
    )
