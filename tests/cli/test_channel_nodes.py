"""Two nodes by the commands alone: opened, connected, parcels carried by hand, keys changed and given up."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.nodes import OneNode, Pair, carry, connect, copied, make_pair

NOTHING_NEW = "0 entries came in that were not here\n"


@pytest.fixture(scope="module")
def connected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Both have compared keys, and heard from each other once."""
    pair = make_pair(tmp_path_factory.mktemp("nodes"))
    connect(pair)
    nato, china = pair
    turns = [(nato, china), (china, nato), (nato, china)]
    assert [carry(*turn, str(place)) for place, turn in enumerate(turns)] == [NOTHING_NEW] * 3
    yield pair
    for node in pair:
        node.stop()


@pytest.fixture
def nodes(connected: Pair, tmp_path: Path) -> Iterator[Pair]:
    pair = copied(connected, tmp_path)
    yield pair
    for node in pair:
        node.stop()


def test_messages_are_carried_by_hand_both_ways(nodes: Pair, tmp_path: Path) -> None:
    nato, china = nodes
    assert nato.officer(do="send", count=2)["codes"] == ["NATO-CR 0001/26", "NATO-CR 0002/26"]

    came = [carry(nato, china, "one"), china.must("unpack", tmp_path / "one")]
    china.officer(do="read")
    acknowledged = carry(china, nato, "two")

    assert came == ["2 entries came in that were not here\n", NOTHING_NEW]
    assert acknowledged == "3 entries came in that were not here\n"
    assert carry(nato, china, "three") == "1 entry came in that was not here\n"
    proofs = [node.officer(do="proof") for node in nodes]
    assert proofs[0] == proofs[1]
    assert (proofs[0]["holds"], proofs[0]["columns_say_it"]) == (True, True)
    assert proofs[0]["refusals"] == 0


def test_forged_and_foreign_files_are_refused_and_change_nothing(
    nodes: Pair, tmp_path: Path
) -> None:
    nato, china = nodes
    nato.officer(do="send", count=1)
    nato.must("pack", "CHINA", tmp_path / "parcel")
    data = (tmp_path / "parcel").read_bytes()
    forged, odd = tmp_path / "forged", tmp_path / "odd"
    forged.write_bytes(data.replace(b"routine", b"flash42"))
    odd.write_bytes(b"not a parcel")

    told = [
        china.run("unpack", forged),
        china.run("unpack", odd),
        nato.run("unpack", tmp_path / "parcel"),
    ]

    assert [(one.code, len(one.err.splitlines())) for one in told] == [(2, 1)] * 3
    assert [one.err.removeprefix("tracktwo: ").strip() for one in told] == [
        f"{forged}: refused: the entries are not those that were put in the parcel; ask for it again",
        f"{odd}: refused: column 1 is not JSON (Expecting value)",
        f"{tmp_path / 'parcel'}: refused: no line from NATO to CHINA is connected here",
    ]
    assert china.officer(do="state")["heads"]["NATO"] is None
    assert china.officer(do="proof")["refusals"] == 2


def test_changed_key_is_followed_from_a_file(nodes: Pair) -> None:
    nato, china = nodes
    nato.officer(do="send", count=1)

    told = nato.must("rotate", "CHINA")
    nato.officer(do="send", count=1)
    came = carry(nato, china, "one")

    assert told.startswith("NATO signs with a new key; CHINA follows")
    assert came == "3 entries came in that were not here\n"
    digits = told.splitlines()[1].removeprefix("fingerprint of NATO: ")
    assert f"other fingerprint  {digits}" in china.run("lines").out


def test_lost_key_is_given_up_and_its_successor_waits_for_its_card(
    nodes: Pair, tmp_path: Path
) -> None:
    nato, china = nodes
    nato.officer(do="send", count=1)
    (nato.folder / "secret-key").write_text(60 * "another" + "\n")
    nato.stop()
    lost = nato.run("pack", "CHINA", tmp_path / "never")

    told = nato.must("replace", "CHINA", "--card", tmp_path / "new.json")
    nato.must("pack", "CHINA", tmp_path / "one")
    early = china.run("unpack", tmp_path / "one")
    digits = told.splitlines()[1].removeprefix("fingerprint of NATO: ")
    china.must("connect", tmp_path / "new.json", "--fingerprint", digits)
    came = china.must("unpack", tmp_path / "one")

    assert (lost.code, (tmp_path / "never").exists()) == (2, False)
    assert "the secret of this installation is another one" in lost.err
    assert (early.code, early.err.splitlines()[0]) == (2, "1 entry came in that was not here")
    assert came == "1 entry came in that was not here\n"
    assert china.officer(do="proof")["holds"] is True


def test_entries_that_were_lost_come_back_in_an_answer(nodes: Pair, tmp_path: Path) -> None:
    nato, china = nodes
    old = copied(nodes, tmp_path / "old")[0]
    nato.officer(do="send", count=2)
    carry(nato, china, "one")

    restored = OneNode(old.folder, "NATO", old.dialogue)
    restored.must("pack", "CHINA", tmp_path / "asks")
    china.must("unpack", tmp_path / "asks")
    china.must("pack", "NATO", tmp_path / "answers", "--answering", tmp_path / "asks")
    came = restored.must("unpack", tmp_path / "answers")

    assert came == "3 entries came in that were not here\n"
    assert restored.officer(do="send", count=1)["codes"] == ["NATO-CR 0003/26"]
    restored.stop()


def test_lines_are_listed_with_what_stands_in_the_way(nodes: Pair) -> None:
    nato, _ = nodes

    rows = nato.run("lines").out.splitlines()

    assert rows[0] == f"NATO to CHINA  (dialogue {nato.dialogue})"
    assert [row.split("  ")[1] for row in rows[1:]] == [
        "own fingerprint", "other fingerprint", "state", "clock", "way",
    ]  # fmt: skip
    assert rows[3].split() == ["state", "compared"]
    assert rows[-1].endswith("by parcels that are carried by hand")


def test_tests_by_the_clock_are_settled_at_either_end(nodes: Pair) -> None:
    nato, _ = nodes

    told = nato.must("tests", "CHINA", "--every", 2)

    assert told == (
        "the line of NATO to CHINA is tested every 2 h, by turns; settle the same at the other end\n"
    )
    assert nato.run("lines").out.splitlines()[-2:] == [
        "  tests              every 2 h by turns: not tested",
        "  way                by parcels that are carried by hand",
    ]


def test_card_is_the_one_that_was_made_and_holds_no_secret(nodes: Pair) -> None:
    nato, _ = nodes

    shown = nato.run("card", "CHINA")

    assert shown.out == nato.card.read_text()
    assert set(json.loads(shown.out)) == {"format", "office", "key", "certificate"}
    assert "PRIVATE" not in shown.out


@pytest.mark.parametrize(
    ("command", "arguments", "told"),
    [
        ("pack", ["FRANCE", "{new}"], "there is no line to FRANCE here; tracktwo channel lines lists them"),
        ("pack", ["CHINA", "{card}"], "{card} exists; name a new file"),
        ("pack", ["CHINA", "{gone}"], "cannot write {gone}: its folder is not there; name another file"),
        ("pack", ["CHINA", "{new}", "--answering", "{card}"],
         "{card}: column 2 is not JSON (Expecting property name enclosed in double quotes)"),
        ("unpack", ["{gone}"], "{gone}: cannot be read: No such file or directory; check the path"),
        ("rotate", ["CHINA", "--dialogue", "x"], "there is no dialogue x; its id stands in its address"),
        ("replace", ["CHINA", "--card", "{card}"], "{card} exists; name a new file"),
        ("connect", ["{odd}"],
         "{odd}: This is no card of an office. Take the file as the other side saved it."),
        ("connect", ["{card}", "--address", "nowhere"],
         "--address nowhere is no place to call; write HOST:PORT"),
        ("connect", ["{card}", "--address", "h:70000"],
         "--address h:70000 is no place to call; write HOST:PORT"),
        ("connect", ["{card}", "--fingerprint", "1"],
         ("these are not the digits of this card: nothing was connected; ask CHINA to read them once "
          "more, and if they differ again, for its card by another way")),
        ("open", ["{dialogue}", "--side", "x", "--office", "NATO", "--to", "FRANCE"],
         "the dialogue has no side x; it has china, nato"),
        ("open", ["{dialogue}", "--side", "nato", "--office", "nato", "--to", "FRANCE"],
         "--office 'nato' names no office; write up to 12 capital letters and digits, such as NATO"),
        ("open", ["{dialogue}", "--side", "nato", "--office", "NATO", "--to", "NATO"],
         "A line has two ends: name the other office."),
        ("open", ["{dialogue}", "--side", "nato", "--office", "NATO", "--to", "CHINA"],
         "This side has a line to CHINA already."),
        ("open", ["nothing", "--side", "nato", "--office", "NATO", "--to", "CHINA"],
         "there is no dialogue nothing; its id stands in its address"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_sentence(
    connected: Pair, tmp_path: Path, command: str, arguments: list[str], told: str
) -> None:
    nato, china = connected
    (tmp_path / "odd").write_text("{}")
    names = {"new": tmp_path / "new", "gone": tmp_path / "gone" / "file", "odd": tmp_path / "odd",
             "card": china.card, "dialogue": nato.dialogue}  # fmt: skip

    ran = nato.run(command, *(one.format(**names) for one in arguments))

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"tracktwo: {told.format(**names)}\n"
    assert not (tmp_path / "new").exists()


def test_fingerprint_is_typed_by_who_has_heard_it(nodes: Pair) -> None:
    """Nothing shows it beforehand: what is compared must have come by another way than the card."""
    nato, china = nodes

    ran = nato.run("connect", china.card)

    assert ran.code == 2
    assert ran.err.splitlines() == [
        "Type the fingerprint that CHINA has read to you (40 digits):",
        "tracktwo: nothing was typed; give what was read to you by --fingerprint",
    ]
