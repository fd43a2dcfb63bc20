"""Published maps read as they stand, and carried through every matrix."""

import csv
import json

import numpy as np
import pytest

from tracktwo.exchange.influence import read_map, write_map
from tracktwo.influence import Network


@pytest.fixture
def support(reference, tmp_path):
    """The map of public support for insurgency (Osoba and Kosko 2017), its tables put in one folder."""
    links, concepts = reference("fcm/psot_edges.csv"), reference("fcm/psot_concepts.csv")
    rows = list(csv.DictReader(concepts.read_text(encoding="utf-8").splitlines()))
    with (tmp_path / "concepts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("concept", "text_en"))
        writer.writerows((row["concept"], row["label"]) for row in rows)
    (tmp_path / "judgements.csv").write_bytes(links.read_bytes())
    return tmp_path


def test_edges_of_a_published_map_are_read_as_they_stand(reference):
    read = read_map(reference("fcm/psot_edges.csv"))

    assert (len(read.concepts), len(read.links)) == (32, 44)  # two concepts stand alone
    assert (read.links[26].ends, read.links[26].weight) == (("ACR", "intm"), 0.25)


def test_published_map_keeps_its_texts(support):
    read = read_map(support)

    assert (len(read.concepts), len(read.links)) == (34, 44)
    assert read.concepts[-1].text() == "Public Support for Insurgency and Terrorism"


@pytest.mark.parametrize("name", ["map.csv", "map.xlsx"])
def test_published_map_is_the_same_network_from_a_matrix(support, tmp_path, name):
    read = read_map(support)

    write_map(read, tmp_path / name, form="matrix")

    back = read_map(tmp_path / name)
    assert back.ids == read.ids
    np.testing.assert_array_equal(Network.of_map(back).matrix, Network.of_map(read).matrix)


def test_published_matrices_of_peers_are_read_whatever_the_order_of_rows(reference, tmp_path):
    for run in json.loads(reference("fcm/published_small_runs.json").read_text(encoding="utf-8")):
        matrix = np.array(run["weights"], float)
        labels = [f"C{number}" for number in range(1, len(matrix) + 1)]
        lines = [
            f"{label}," + ",".join(map(str, row)) for label, row in zip(labels, matrix, strict=True)
        ]
        file = tmp_path / f"{run['name']}.csv"
        file.write_text("\n".join([",".join(("", *labels)), *reversed(lines)]))

        read = read_map(file)

        assert read.ids == tuple(labels)
        np.testing.assert_array_equal(Network.of_map(read).matrix, matrix)


def test_matrix_that_misleads_a_peer_by_its_order_of_rows_is_read_by_label(reference, tmp_path):
    trap = json.loads(reference("risk/peer_traps.json").read_text(encoding="utf-8"))["row_order"]
    names, matrix = trap["names"], np.array(trap["W"])
    rows = [f"{names[place]}," + ",".join(map(str, matrix[place])) for place in (2, 0, 1)]
    (tmp_path / "map.csv").write_text("\n".join([",".join(("", *names)), *rows]))

    read = read_map(tmp_path / "map.csv")

    np.testing.assert_array_equal(Network.of_map(read).matrix, matrix)
