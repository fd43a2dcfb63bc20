"""Whatever is written comes back the same, whatever the texts."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.exchange.influence.maps import FULL, SHORT_WEIGHTS, maps, plain_maps
from tracktwo.exchange.influence import read_map, write_map

KEEP_ALL = ("map", "map.graphml", "map.json", "map.dot", "map.mmd", "map.txt")
quick = settings(max_examples=60, deadline=None)


def through(drawn, name, **options):
    with tempfile.TemporaryDirectory() as folder:
        write_map(drawn, Path(folder) / name, **options)
        return read_map(Path(folder) / name)


@pytest.mark.parametrize("name", [*KEEP_ALL, "map.xlsx"])
def test_map_with_every_field_comes_back(name):
    back = through(FULL, name)

    assert (back.concepts, back.title, back.note) == (FULL.concepts, FULL.title, FULL.note)
    assert back.links[:3] == FULL.links[:3]
    assert back.links[3].weight == pytest.approx(1 / 3, abs=1e-15)


@pytest.mark.parametrize("name", KEEP_ALL)
@quick
@given(drawn=maps())
def test_every_map_comes_back(name, drawn):
    assert through(drawn, name) == drawn


@quick
@given(drawn=maps(weights=SHORT_WEIGHTS))
def test_every_map_comes_back_from_a_workbook(drawn):
    assert through(drawn, "map.xlsx") == drawn


@pytest.mark.parametrize("name", ["map.csv", "map.tsv"])
@quick
@given(drawn=maps().filter(lambda drawn: drawn.links))
def test_every_judgement_comes_back_from_a_table_alone(name, drawn):
    assert through(drawn, name).links == drawn.links


@pytest.mark.parametrize("name", ["map.csv", "map.tsv", "map.xlsx"])
@quick
@given(drawn=plain_maps())
def test_every_weight_comes_back_from_a_matrix(name, drawn):
    back = through(drawn, name, form="matrix")

    assert back.ids == drawn.ids
    assert {link.ends: link.weight for link in back.links} == {
        link.ends: link.weight for link in drawn.links
    }
