"""`tracktwo packages`: what it prints, writes as JSON, and refuses."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Command
from tests.exchange.convergence.test_domains import DOMAIN, PROFILE
from tracktwo.convergence import document, json_schema, seen_by, seen_document, study, to_json
from tracktwo.exchange.convergence import read_convergence
from tracktwo_cli.main import app

TABLE = "shade-return,naval-staff-talks,cues-drill,disaster-lessons,korea-assessments,crisis-envoys,afghanistan-exchange"  # fmt: skip
PAGE = Path(__file__).parents[2] / "docs/packages.md"
LINE = "热线"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """Three options between two sides of three: two that serve both, one that only together pays."""
    folder = tmp_path / "talks"
    folder.mkdir()
    said = {"north": (70, 30, -20), "south": (-10, 40, 60)}
    rows = [
        f"{party}-{n},{party},{option},{points}"
        for party, values in said.items()
        for n in range(3)
        for option, points in zip(("line", "visits", "notices"), values, strict=True)
    ]
    (folder / "values.csv").write_text(
        "\n".join(["expert,party,option,points", *rows]), encoding="utf-8"
    )
    (folder / "options.csv").write_text(
        f"option,text_en,text_zh\nline,A tested line,{LINE}\nvisits,Visits,互访\nnotices,Notices,通报\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def domain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    guest = PROFILE.replace('evaluation="4"', 'evaluation="0.2"').replace('slope="0.3"', 'slope="-0.3"').replace('offset="0.1"', 'offset="1"')  # fmt: skip
    for name, text in (("domain", DOMAIN), ("host", PROFILE), ("guest", guest)):
        Path(f"{name}.xml").write_text(text, encoding="utf-8")
    return Path("domain.xml")


def _lines(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip(" ─")]


def test_packages_come_first_then_firmness_trades_and_exaggeration(
    tracktwo: Command, talks: Path
) -> None:
    ran = tracktwo("packages", talks, "--table", "visits", columns=400)

    told = _lines(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert told[:-5] == [
        "3 options, valued blind by 3 experts (north); 3 experts (south). An agreement gives every side at least one point above its value of no agreement. Gains are points above that; a hundred points are what each expert divides.",
        "Package with the largest product of gains (Nash), largest least share of what each could have (Kalai and Smorodinsky), largest least gain (egalitarian)",
        "· A tested line",
        "· Visits",
        "· Notices",
        "Gains: north +80.0; south +90.0 points.",
        "Proven: no package does better by this measure.",
        "What is firm and what contested",
        "The experts of each side were drawn anew 200 times, and the package of Nash sought each time.",
        "In every draw:",
        "· A tested line",
        "· Notices",
        "· Visits",
        "Trades that give every side more than the package on the table",
        "On the table: north +30.0; south +40.0 points.",
        "· In: “A tested line”, “Notices”",
        "north +50.0; south +50.0 points.",
        "What a side would win by exaggerating",
        "Doubling all points moves neither Nash’s package nor that of Kalai and Smorodinsky.",
        "Of 18 ways tried under all three solutions, 0 pay for the side that takes them.",
        "3 packages are beaten by no other",
    ]  # fmt: skip
    assert [line.split() for line in told[-5:-1]] == [
        ["north", "south", "Options"],
        ["+100.0", "+30.0", "line,", "visits"],
        ["+80.0", "+90.0", "line,", "notices,", "visits"],
        ["+10.0", "+100.0", "notices,", "visits"],
    ]


def test_a_side_is_told_its_own_and_no_more(tracktwo: Command, talks: Path) -> None:
    ran = tracktwo("packages", talks, "--for", "south", columns=200)

    told = _lines(ran.out)
    assert "Your gain: 90 points." in told
    assert "· A tested line: −10.0 (from −10 to −10)" in told
    assert not [line for line in told if re.search(r"north [+−]|70|80", line)]


def test_json_is_that_of_the_library(tracktwo: Command, talks: Path) -> None:
    ran = tracktwo("packages", talks, "--json", "--table", "line, visits", "--seed", "3")

    given = read_convergence(talks)
    found = study(given.talks, table=["line", "visits"], seed=3)
    assert (ran.code, ran.err, ran.out) == (0, "", to_json(document(found)))


def test_json_for_a_side_is_that_of_the_library(tracktwo: Command, talks: Path) -> None:
    ran = tracktwo("packages", talks, "--json", "--for", "north")

    found = study(read_convergence(talks).talks)
    assert (ran.code, ran.out) == (0, to_json(seen_document(seen_by(found, "north"), found)))


def test_example_is_told_with_its_note(tracktwo: Command, example: Path) -> None:
    ran = tracktwo("packages", example, "--json", "--table", TABLE)

    told = json.loads(ran.out)
    jsonschema.validate(told, json_schema(), cls=jsonschema.Draft202012Validator)
    assert (ran.code, ran.err) == (0, "")
    assert told["note"]["en"].startswith("Simulated example")
    assert told["parties"][0]["names"]["fr"] == "Experts OTAN"


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_nothing_is_wider_than_the_terminal(
    tracktwo: Command, example: Path, columns: int, language: str
) -> None:
    from rich.cells import cell_len

    ran = tracktwo("packages", example, "--table", TABLE, "--draws", "5", "--language", language, columns=columns)  # fmt: skip

    assert [line for line in ran.out.splitlines() if cell_len(line) > columns] == []


def test_texts_follow_the_language(tracktwo: Command, talks: Path) -> None:
    told = _lines(tracktwo("packages", talks, "--language", "zh", columns=200).out)

    assert f"· {LINE}" in told
    assert not [line for line in told if re.search("[A-Za-z]{3}", re.sub("--json|north|south|line|visits|notices|Nash|Kalai|Smorodinsky", "", line))]  # fmt: skip


def test_clash_is_told_in_words(tracktwo: Command, talks: Path) -> None:
    (talks / "conditions.csv").write_text(
        "condition,kind,by,options\nin,must,north,line\nout,never,south,line\n", encoding="utf-8"
    )

    told = _lines(tracktwo("packages", talks, columns=400).out)

    assert told[1:5] == [
        "Why nothing can be agreed",
        "· In every package: “A tested line”. Stated by north.",
        "· In no package: “A tested line”. Stated by south.",
        "These 2 cannot all be met, and no fewer clash.",
    ]


def test_domain_of_genius_is_told(tracktwo: Command, domain: Path) -> None:
    ran = tracktwo("packages", domain, "--profiles", "host.xml", "guest.xml", columns=200)

    assert (ran.code, ran.err) == (0, "")
    told = _lines(ran.out)
    assert told[0] == "8 outcomes, all looked at. 6 of them are beaten by no other."
    assert "host.xml: the discount of 0.9 is not used, since an agreement has no time here." in told


def test_domain_as_json(tracktwo: Command, domain: Path) -> None:
    ran = tracktwo("packages", domain, "--profiles", "host.xml", "--profiles", "guest.xml", "--json")  # fmt: skip

    told = json.loads(ran.out)
    jsonschema.validate(told, json_schema(), cls=jsonschema.Draft202012Validator)
    assert told["outcomes"] == 8
    assert set(told["nash"]["utilities"]) == {"host", "guest"}


HELP = "(tracktwo packages --help lists what there is)"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], f'Command "packages" parameter PATH requires an argument. {HELP}'),
        (["nowhere"], "nowhere: there is no such file or folder; check the path"),
        (["talks/values.csv"], "talks/values.csv: this is a file; give the folder of the dialogue, or its folder convergence"),
        (["talks", "--table", "line,hotline"], "option 'hotline' is not on offer; write ids of the options"),
        (["talks", "--table", "line,line"], "option 'line' lies on the table twice; name it once"),
        (["talks", "--for", "east"], "party 'east' is not among the parties (north, south)"),
        (["talks", "--k", "0"], "k is 0; it must be 1 or more"),
        (["talks", "--points", "1"], "points is 1; the frontier needs 2 or more"),
        (["talks", "--draws", "0"], "0 draws are asked for; ask for 1 or more"),
        (["talks", "--effort", "0"], "effort is 0; it must be above 0"),
        (["talks", "--seed", "-1"], f"Invalid value for --seed: write a whole number from 0 on {HELP}"),
        (["talks", "--language", "de"], f'Invalid value "de" for --language. Choose from: "en", "zh", "fr". {HELP}'),
        (["talks", "--profiles", "talks/a.xml", "talks/b.xml"], "talks: this kind of file is not read; give .xml of GENIUS, or .json or .yml of negmas"),
        (["domain.xml"], "a domain needs the profiles of two parties or more"),
        (["domain.xml", "--profiles", "host.xml", "guest.xml", "--seed", "2"], "a domain with profiles takes no option but --json and --language"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("domain")
def test_wrong_input_is_one_sentence(
    tracktwo: Command, talks: Path, arguments: list[str], sentence: str
) -> None:
    ran = tracktwo("packages", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
    assert talks.is_dir()


def test_bad_row_is_named(tracktwo: Command, talks: Path) -> None:
    with (talks / "values.csv").open("a", encoding="utf-8") as file:
        file.write("\nsouth-9,south,line,40%\n")

    ran = tracktwo("packages", talks)

    sentence = (
        f"tracktwo: {talks / 'values.csv'}, line 20: points '40%' has a percent sign; write 40\n"
    )
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)


def test_every_option_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")
    arguments = app["packages"].assemble_argument_collection()
    options = {name for argument in arguments for name in argument.names if name.startswith("--")}

    assert options == set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page))


def test_every_key_of_the_documents_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")
    explained = page[page.index("## The JSON document") :].partition("\n## ")[0]
    cells = re.findall(r"^\| (`[^|]+) \|", explained, re.MULTILINE)

    documented = {key for cell in cells for key in re.findall(r"`(\w+)(?:\[\])?`", cell)}

    shapes = json_schema()["$defs"]
    keys = {key for shape in ("talks", "seen", "domain") for key in shapes[shape]["properties"]}
    assert documented == keys
