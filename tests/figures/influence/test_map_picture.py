"""The map as a value: where concepts stand, who draws which arrow, what the table says."""

from itertools import pairwise

import numpy as np
import pytest
from tests.influence.drawn import random_network, two_sides

from tracktwo.exchange.influence import read_map
from tracktwo.figures import palette
from tracktwo.figures.influence import map_picture
from tracktwo.influence import Concept, InfluenceMap, Link, Options, contrast, study
from tracktwo.influence.layout import places_on_paper
from tracktwo.locale import translator

EN = translator("en")
WIDTHS = (340, 680)
BARE = Options(members=0)


def random_map(n: int, seed: int = 0) -> InfluenceMap:
    network = random_network(seed, n=n, density=2 / n)
    ends = zip(network.source.tolist(), network.target.tolist(), strict=True)
    links = (
        Link(f"c{source}", f"c{target}", float(weight))
        for (source, target), weight in zip(ends, network.weight, strict=True)
    )
    return InfluenceMap(tuple(Concept(f"c{place}") for place in range(n)), tuple(links))


def picture(drawn: InfluenceMap, width: int = 680, apart=None):
    return map_picture(study(drawn, BARE), apart, EN, width=width)


def records(figure) -> list[dict]:
    chart = figure.chart.to_dict()
    inline = [layer.get("data", {}).get("values", []) for layer in chart["layer"]]
    return [one for values in [*chart.get("datasets", {}).values(), *inline] for one in values]


def circles(figure) -> dict[int, tuple[float, float]]:
    return {int(one["number"]): (one["x"], one["y"]) for one in records(figure) if "number" in one}


def test_each_concept_is_a_circle_and_each_link_an_arrow() -> None:
    drawn = random_map(12)

    figure = picture(drawn)

    lines = [one for one in records(figure) if "x2" in one and "thickness" in one]
    assert sorted(circles(figure)) == list(range(1, 13))
    assert len(lines) == len(drawn.links)
    dashed = [one for one in lines if one["dash"] != [1, 0]]
    assert len(dashed) == sum(link.weight < 0 for link in drawn.links)


def test_same_map_gives_the_same_picture() -> None:
    once, again = (picture(random_map(15)) for _ in range(2))

    assert once.chart.to_dict() == again.chart.to_dict()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("n", [1, 2, 3, 8, 20, 30])
def test_no_concept_lies_over_another(width: int, n: int) -> None:
    """Where texts are drawn they too have room: 110 wide and 54 high."""
    drawn = random_map(n)
    if not drawn.links:
        drawn = InfluenceMap(drawn.concepts, (Link("c0", "c0", 0.5),))

    at = np.array(list(circles(picture(drawn, width)).values()))

    room = np.array((110, 54)) if width == 680 else np.array((43.2, 43.2))
    apart = np.abs(at[:, None] - at[None]) / room
    nearest = apart.max(axis=2)[~np.eye(n, dtype=bool)]
    assert nearest.min(initial=1.0) > 0.98
    assert at.min() >= 12
    assert at[:, 0].max() <= width - 12


def test_texts_stand_under_their_circles_inside_the_paper() -> None:
    figure = picture(random_map(10))

    at = circles(figure)
    labels = [one for one in records(figure) if "lines" in one and "number" not in one]
    assert {(one["x"], tuple(one["lines"])) for one in labels} == {
        (x, (f"c{number - 1}",)) for number, (x, _) in at.items()
    }
    assert all(58 <= x <= 680 - 58 for x, _ in at.values())


@pytest.mark.parametrize(("n", "width"), [(10, 340), (40, 680)])
def test_where_there_is_no_room_numbers_stand_alone(n: int, width: int) -> None:
    assert [one for one in records(picture(random_map(n), width)) if "lines" in one] == []


def test_sides_have_the_colours_of_sides_and_the_table_says_who_draws() -> None:
    drawn = two_sides()
    apart = contrast(drawn.of_side("a"), drawn.of_side("b"), BARE, names=("a", "b"))

    figure = picture(drawn, apart=apart)

    told = {one["view"] for one in records(figure) if "thickness" in one}
    assert {"Only a", "Only b", "Both sides"} <= told
    assert {row[5] for row in figure.table.rows} == told
    scales = [layer["encoding"]["color"]["scale"] for layer in figure.chart.to_dict()["layer"] if "scale" in layer.get("encoding", {}).get("color", {})]  # fmt: skip
    colours = [dict(zip(one["domain"], one["range"], strict=True)) for one in scales]
    assert colours
    assert all(one == colours[0] for one in colours)
    assert [colours[0]["Only a"], colours[0]["Only b"]] == list(palette.COLOURS[:2])


def test_table_holds_every_weight_strongest_first() -> None:
    drawn = random_map(9)

    table = picture(drawn).table

    weights = [abs(float(row[4].replace("−", "-"))) for row in table.rows]
    assert len(weights) == len(drawn.links)
    assert all(one >= other for one, other in pairwise(weights))


def test_link_to_itself_is_a_ring_and_has_no_head() -> None:
    drawn = InfluenceMap((Concept("a"), Concept("b")), (Link("a", "a", 0.9), Link("a", "b", 0.5)))

    told = records(picture(drawn))

    assert len([one for one in told if "turn" in one]) == 1
    assert len([one for one in told if set(one) == {"x", "y", "view"}]) == 1


def test_links_of_weight_nought_are_not_drawn() -> None:
    drawn = InfluenceMap((Concept("a"), Concept("b")), (Link("a", "b", 0.0),))

    assert picture(drawn) is None


@pytest.mark.parametrize(
    "text", ["威胁感知不断上升而且互不信任", "<script>alert(1)</script>", "x" * 200]
)
def test_any_text_is_drawn_as_text(text: str) -> None:
    import vl_convert

    drawn = InfluenceMap((Concept("a", {"zh": text}), Concept("b")), (Link("a", "b", 0.5),))

    figure = picture(drawn)
    svg = vl_convert.vegalite_to_svg(figure.chart.to_dict())

    lines = next(one["lines"] for one in records(figure) if "lines" in one)
    assert len(lines) <= 2
    assert "<script" not in svg
    assert figure.table.rows[0][1].text == text


def test_unconnected_concepts_have_their_places_too() -> None:
    drawn = InfluenceMap(tuple(map(Concept, "abcdef")), (Link("a", "b", 1), Link("c", "d", 1)))

    at = places_on_paper(drawn, room=(0.1, 0.1))

    assert at.shape == (6, 2)
    assert at.min() >= 0
    assert at.max() <= 1
    assert len({tuple(place) for place in at.round(3).tolist()}) == 6


def test_example_is_drawn(tmp_path) -> None:
    """With a real renderer, as a picture of the size that was asked for."""
    import vl_convert
    from tests.cli.conftest import EXAMPLE

    figure = picture(read_map(EXAMPLE))
    file = tmp_path / "map.png"
    file.write_bytes(vl_convert.vegalite_to_png(figure.chart.to_dict()))

    assert figure.title == "The strongest spiral runs 3 → 9 → 3"
    assert len(circles(figure)) == 30
    assert file.stat().st_size > 20_000
