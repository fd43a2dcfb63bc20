"""Small tables that go with a map: starts and measures."""

import pytest

from tracktwo.errors import InputError
from tracktwo.exchange.influence.values import read_measures, read_values
from tracktwo.influence import Concept, InfluenceMap, Link

DRAWN = InfluenceMap((Concept("trust"), Concept("threat")), (Link("threat", "trust", -0.5),))
JUDGED = InfluenceMap(
    DRAWN.concepts,
    tuple(
        Link("threat", "trust", -0.5, expert=expert, side=side)
        for expert, side in (("n1", "north"), ("s1", "south"))
    ),
)


def test_values_are_read_by_concept(given) -> None:
    file = given("start.csv", "\ufeffconcept,value\n threat , -0.25\ntrust,1\n")

    assert read_values(file, DRAWN) == {"threat": -0.25, "trust": 1.0}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("concept,value\nnobody,0.2\n", "start.csv, line 2: there is no concept 'nobody' on the map"),
        ("concept,value\ntrust,0.2\ntrust,0.3\n", "start.csv, line 3: concept 'trust' is named twice; keep one"),
        ("concept,value\ntrust,3\n", "start.csv, line 2: value 3 lies outside -1..1"),
        ('concept,value\ntrust,"0,3"\n', "start.csv, line 2: value '0,3' has a decimal comma; write 0.3"),
        ("concept,value\n", "start.csv, line 1: there is a header and no row under it; add rows"),
        ("concept,strength\ntrust,1\n", "start.csv, line 1: column 'value' is missing (there are: concept, strength)"),
    ],
)  # fmt: skip
def test_values_that_cannot_be_meant_are_refused(given, text: str, sentence: str) -> None:
    file = given("start.csv", text)

    with pytest.raises(InputError) as caught:
        read_values(file, DRAWN)

    assert str(caught.value).replace(f"{file.parent}/", "") == sentence


def test_columns_may_be_called_as_people_call_them(given) -> None:
    start = given("start.csv", "Name,State\ntrust,0.5\n")
    measure = given("hotline.csv", "target,weight\nthreat,-0.5\n")
    links = given("links.csv", "source,target,weight\npact,threat,-0.5\n")

    assert read_values(start, DRAWN) == {"trust": 0.5}
    assert read_measures(measure, DRAWN)[1] == ("hotline",)
    assert read_measures(links, DRAWN)[1] == ("pact",)


def test_folder_is_no_table(tmp_path) -> None:
    with pytest.raises(InputError, match="this is a folder; give the table itself"):
        read_values(tmp_path, DRAWN)


def test_measures_join_the_map_once_whoever_looks(given) -> None:
    file = given("pact.csv", "measure,target,weight\npact,threat,-0.5\npact,trust,strong\n")

    alone, names = read_measures(file, DRAWN)
    judged, _ = read_measures(file, JUDGED)

    added = (("pact", "threat", -0.5), ("pact", "trust", 0.7))
    assert names == ("pact",)
    assert alone.concepts == (*DRAWN.concepts, Concept("pact", kind="measure"))
    assert alone.links == (*DRAWN.links, *(Link(*told) for told in added))
    assert judged.links == (
        *JUDGED.links,
        *(
            Link(*told, expert=expert, side=side)
            for told in added
            for side, expert in (("north", "n1"), ("south", "s1"))
        ),
    )


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("trust,threat,-0.5", "measure 'trust' is on the map already; take it with --take"),
        ("pact,nobody,-0.5", "there is no concept 'nobody' on the map"),
        ("pact,pact,-0.5", "there is no concept 'pact' on the map"),
        (" ,threat,-0.5", "no measure is named; name one"),
        ("pact,threat,-0.5\npact,threat,-0.4", "pact -> threat is told twice; keep one"),
    ],
)
def test_measures_that_cannot_be_meant_are_refused(given, row: str, sentence: str) -> None:
    file = given("pact.csv", f"measure,target,weight\n{row}\n")

    with pytest.raises(InputError) as caught:
        read_measures(file, DRAWN)

    line = 2 + row.count("\n")
    assert str(caught.value) == f"{file}, line {line}: {sentence}"
