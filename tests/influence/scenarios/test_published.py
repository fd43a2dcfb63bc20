"""Published matrices: all and only the published scenarios, their totals and their weights."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tracktwo.exchange.cross_impact import read_cross_impact
from tracktwo.influence.scenarios import find_basins, find_scenarios

Reference = Callable[[str], Path]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("name", "total", "n"),
    [
        ("cib_global", "total_impact_score_in_file", 4),
        ("somewhereland", "total_impact_score_computed", 10),
    ],
)
def test_scenarios_are_the_published_ones(
    reference: Reference, name: str, total: str, n: int
) -> None:
    matrix = read_cross_impact(reference(f"cib/{name}_matrix.csv"))
    rows = _rows(reference(f"cib/{name}_consistent_scenarios.csv"))
    ids = [one.id for one in matrix.descriptors]
    published = {tuple(row[one] for one in ids): float(row[total]) for row in rows}

    found = find_scenarios(matrix)

    assert found.complete
    assert {one.chosen: one.total_impact for one in found.scenarios} == published
    assert len(found.scenarios) == n


def test_weights_are_the_published_ones(reference: Reference) -> None:
    """Global succession, a state that ties for best staying; the other 17 of 36 end in a cycle."""
    matrix = read_cross_impact(reference("cib/cib_global_matrix.csv"))
    rows = _rows(reference("cib/cib_global_consistent_scenarios.csv"))
    published = {
        (row["WTRD"], row["WSEC"], row["WECO"]): int(row["weight_in_file"]) for row in rows
    }

    basins = find_basins(matrix)

    found = find_scenarios(matrix).scenarios
    assert {one.chosen: basins.weight(one) for one in found} == published
    assert (basins.starts, basins.in_cycles) == (36, 17)
    assert [one.chosen for one in basins.attractors[0].scenarios] == [
        ("FT", "Mod", "Stag"),
        ("Ntl", "Mod", "ModGr"),
    ]
