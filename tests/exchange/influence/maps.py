"""Maps to write and read: one that uses every field, and Hypothesis's own."""

from hypothesis import strategies as st

from tracktwo.influence import DELAYS, KINDS, Concept, InfluenceMap, Link

FULL = InfluenceMap(
    (
        Concept("exercises", {"en": 'Military "exercises"', "zh": "军事演习"}, "action", "nato"),
        Concept("threat, felt", {"fr": "Menace perçue\nde part et d'autre"}, "perception"),
        Concept("=1+1", {}, "", "china"),
        Concept("alone", {"en": "Nobody links it 🕊"}),
    ),
    (
        Link(
            "exercises", "threat, felt", 0.7, 0.5, 0.9, "months", 0.8,
            'He said: "more -> worse";\nsee # 3 [p. 4] | \\ end', "E1", "nato",
        ),
        Link("exercises", "threat, felt", -0.25, expert="E1", side="china"),
        Link("threat, felt", "threat, felt", 0.0, low=-0.1),
        Link("=1+1", "exercises", 1 / 3, high=0.5, evidence="@SUM(A1)"),
    ),
    {"en": "Two maps", "zh": "两张图"},
    {"en": "Simulated: nobody said so."},
)  # fmt: skip

_LETTERS = st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffe\uffff")
NASTY = st.sampled_from(
    [*"\"'\\,;:|#%<>[]{}()=+-@→：，“”&`\n\r\t~", "->", "-->", "%%", "<br/>", "军", "🕊", "  "]
)
TEXTS = st.lists(_LETTERS | NASTY, min_size=1, max_size=8).map("".join)
NAMES = TEXTS.map(str.strip).filter(bool)
LANGUAGES = st.sampled_from(["en", "zh", "fr", "zh-Hans"])
BY_LANGUAGE = st.dictionaries(LANGUAGES, TEXTS, max_size=2)
WEIGHTS = st.floats(-1, 1)
SHORT_WEIGHTS = st.integers(-1000, 1000).map(lambda thousandths: thousandths / 1000)
"""Numbers of as many figures as a spreadsheet keeps."""


@st.composite
def maps(draw, weights=WEIGHTS, names=NAMES):
    """Any map a person could draw: several judges, loops, concepts that nobody links."""
    ids = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    side = st.just("") | names
    concepts = tuple(
        Concept(one, draw(BY_LANGUAGE), draw(st.sampled_from(("", *KINDS))), draw(side))
        for one in ids
    )
    judged = st.tuples(st.sampled_from(ids), st.sampled_from(ids), side, side)
    links = tuple(
        draw(_link(weights, *one)) for one in draw(st.lists(judged, max_size=4, unique=True))
    )
    return InfluenceMap(concepts, links, draw(BY_LANGUAGE), draw(BY_LANGUAGE))


@st.composite
def _link(draw, weights, source, target, side, expert):
    low, weight, high = sorted(draw(st.tuples(weights, weights, weights)))
    return Link(
        source, target, weight,
        draw(st.sampled_from((None, low))), draw(st.sampled_from((None, high))),
        draw(st.sampled_from(("", *DELAYS))), draw(st.none() | weights.map(abs)),
        draw(st.just("") | TEXTS), expert, side,
    )  # fmt: skip


@st.composite
def plain_maps(draw, weights=SHORT_WEIGHTS):
    """Maps of weights and ids alone, one judgement a pair: what a matrix can say."""
    ids = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    pairs = draw(
        st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=6, unique=True)
    )
    return InfluenceMap(
        tuple(map(Concept, ids)), tuple(Link(*pair, draw(weights)) for pair in pairs)
    )
