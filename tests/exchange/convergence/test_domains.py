"""Domains and profiles of GENIUS and negmas, and what is said of those that cannot be read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tracktwo.convergence.outcomes import Box, Issue, bargain, outcome_options, utilities
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.convergence import is_domain_file, read_domain

DOMAIN = """<negotiation_template>
<utility_space number_of_issues="2">
<objective index="0" description="" name="root" type="objective" etype="objective">
<issue index="1" name="Place" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="Harbour"></item>
<item index="2" value="Capital"></item>
</issue>
<issue index="2" name="Days" vtype="integer" type="integer" etype="integer" lowerbound="1" upperbound="4"/>
</objective>
</utility_space>
</negotiation_template>
"""
PROFILE = """<utility_space>
<objective index="0" description="" name="root" type="objective" etype="objective">
<issue index="1" name="Place" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="Harbour" evaluation="4"></item>
<item index="2" value="Capital" evaluation="1"></item>
</issue>
<issue index="2" name="Days" vtype="integer" type="integer" etype="integer" lowerbound="1" upperbound="4">
<evaluator ftype="linear" offset="0.1" slope="0.3"></evaluator>
</issue>
<weight index="1" value="0.6"></weight>
<weight index="2" value="0.4"></weight>
</objective>
<discount_factor value="0.9"></discount_factor>
<reservation value="0.25"></reservation>
</utility_space>
"""
BOXES = """<utility_space type="nonlinear">
<objective index="0" description="" name="root" type="objective" etype="objective">
<issue index="1" name="Place" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="Harbour"/>
<item index="2" value="Capital"/>
</issue>
<issue index="2" name="Days" vtype="integer" type="integer" etype="integer" lowerbound="1" upperbound="4"/>
<utility maxutility="50">
<ufun type="PlainUfun" weight="1" aggregation="sum">
<hyperRectangle utility="20"><INCLUDES index="2" min="2" max="3"/></hyperRectangle>
<hyperRectangle utility="30"><INCLUDES index="2" min="3" max="9"/></hyperRectangle>
</ufun>
</utility>
</objective>
</utility_space>
"""
SPACE = {
    "name": "meeting",
    "type": "DiscreteCartesianOutcomeSpace",
    "issues": [
        {"name": "Place", "type": "CategoricalIssue", "values": ["Harbour", "Capital"]},
        {"name": "Days", "type": "ContiguousIssue", "values": [1, 3]},
        {"name": "Ships", "type": "DiscreteCardinalIssue", "values": [2, 5]},
    ],
}
UFUN = {
    "name": "host",
    "type": "LinearAdditiveUtilityFunction",
    "reserved_value": 0.1,
    "weights": [0.5, 0.3, 0.2],
    "values": [
        {"type": "TableFun", "mapping": {"Harbour": 1.0, "Capital": 0.2}},
        {"type": "AffineFun", "slope": 0.25, "bias": 0.0},
        {"type": "TableFun", "mapping": {"2": 1.0, "5": 0.0}},
    ],
}

Files = Callable[..., Path]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """Files in the current folder, as text or as JSON."""
    monkeypatch.chdir(tmp_path)

    def write(**texts: object) -> Path:
        for name, text in texts.items():
            path = tmp_path / name.replace("__", ".")
            path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return tmp_path

    write(domain__xml=DOMAIN, host__xml=PROFILE, guest__xml=PROFILE.replace('"4"', '"1"', 1))
    write(space__json=SPACE, host__json=UFUN, guest__json=UFUN | {"weights": [0.2, 0.1, 0.7]})
    return write


def test_genius_evaluations_are_shares_of_the_largest_of_their_issue(files: Files) -> None:
    read = read_domain("domain.xml", ["host.xml", "guest.xml"])

    assert read.domain.issues == (Issue("Place", ("Harbour", "Capital")), Issue("Days", ("1", "2", "3", "4")))  # fmt: skip
    host = read.profiles[0]
    assert (host.party, host.reserved) == ("host", 0.25)
    assert host.worth[0] == pytest.approx((0.6, 0.15))
    assert host.worth[1] == pytest.approx((0.04, 0.16, 0.28, 0.4))
    assert list(read.notes) == [
        f"{name}.xml: the discount of 0.9 is not used, since an agreement has no time here."
        for name in ("host", "guest")
    ]


def test_line_of_an_integer_issue_stays_between_0_and_1(files: Files) -> None:
    files(host__xml=PROFILE.replace('slope="0.3"', 'slope="0.6"'))

    worth = read_domain("domain.xml", ["host.xml", "guest.xml"]).profiles[0].worth[1]

    assert worth == pytest.approx((0.04, 0.28, 0.4, 0.4))


def test_boxes_are_added_up_and_divided_by_the_most(files: Files) -> None:
    files(host__xml=BOXES)

    read = read_domain("domain.xml", ["host.xml", "guest.xml"])

    assert read.profiles[0].boxes == (Box(0.4, {1: (1, 2)}), Box(0.6, {1: (2, 3)}))
    host = utilities(read.domain, read.profiles)[:, 0]
    assert host.tolist() == [0.0, 0.4, 1.0, 0.6] * 2


def test_negmas_functions_are_read(files: Files) -> None:
    read = read_domain("space.json", ["host.json", "guest.json"])

    assert read.domain.issues[1:] == (Issue("Days", ("1", "2", "3")), Issue("Ships", ("2", "5")))
    worth = read.profiles[0].worth
    assert [pytest.approx(one) for one in ((0.5, 0.1), (0.075, 0.15, 0.225), (0.2, 0.0))] == list(worth)  # fmt: skip
    found = bargain(utilities(read.domain, read.profiles), [one.reserved for one in read.profiles])
    assert outcome_options(read.domain, found.nash) == ["Place=Harbour", "Days=3", "Ships=2"]


def test_value_without_a_number_of_no_agreement_is_noted(files: Files) -> None:
    files(host__json=UFUN | {"reserved_value": None})

    read = read_domain("space.json", ["host.json", "guest.json"])

    assert list(read.notes) == ["host.json: no value of no agreement is given; 0 is taken."]


def test_kinds_of_files_are_told_by_their_name(files: Files) -> None:
    folder = files()

    assert [is_domain_file(one) for one in ("domain.xml", "space.json", "x.csv", folder)] == [True, True, False, False]  # fmt: skip


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n' + DOMAIN


@pytest.mark.parametrize(
    ("domain", "line", "sentence"),
    [
        (BOMB, 1, "the file declares a DOCTYPE, which may hide other files in it; remove that line"),
        (DOMAIN[:300], 6, "this is not well-formed XML (unclosed token); export it again"),
        ("<negotiation_template/>", 1, "there is no issue in this file; give a domain or profile of GENIUS"),
        (DOMAIN.replace("integer", "real"), 8, "issue 'Days' is real: its values cannot be listed; make it discrete"),
        (DOMAIN.replace('upperbound="4"', 'upperbound="4000000"'), 8, "the values from 1 to 4000000 cannot be listed"),
        (DOMAIN.replace(' name="Place"', ""), 4, "<issue> has no name; add it"),
        (DOMAIN.replace("Capital", "Harbour"), None, "issue 'Place' has a value twice; keep one"),
    ],
)  # fmt: skip
def test_genius_domains_that_cannot_be_read(files: Files, domain: str, line, sentence: str) -> None:
    files(domain__xml=domain)

    assert _refusal("domain.xml", ["host.xml", "guest.xml"]) == ("domain.xml", line, sentence)


@pytest.mark.parametrize(
    ("profile", "line", "sentence"),
    [
        (PROFILE.replace("Place", "Venue"), 3, "issue 'Venue' stands where the domain has 'Place'; give the profile of this domain"),
        (PROFILE.replace('<weight index="2" value="0.4"></weight>', ""), 7, "issue 'Days' has no weight; add it"),
        (PROFILE.replace('value="Capital"', 'value="Airport"'), 3, "value 'Capital' of issue 'Place' has no evaluation; add it"),
        (PROFILE.replace('evaluation="1"', ""), 5, "<item> has no evaluation; add it"),
        (PROFILE.replace('evaluation="1"', 'evaluation="-1"'), 3, "an evaluation of issue 'Place' is below 0; raise it to 0"),
        (PROFILE.replace('value="0.6"', 'value="much"'), 10, "value 'much' of <weight> is not a number"),
        (PROFILE.replace('upperbound="4"', 'upperbound="5"'), 7, "issue 'Days' has other values here than in the domain"),
        (BOXES.replace(' maxutility="50"', ""), 1, "boxes need the most that is possible; add maxutility above 0"),
        (BOXES.replace('"sum"', '"max"'), 9, "only boxes that are added up are read (aggregation sum)"),
        (BOXES.replace('INCLUDES index="2" min="2"', 'INCLUDES index="1" min="2"'), 10, "issue 'Place' has no whole numbers to bound"),
        (BOXES.replace('INCLUDES index="2" min="2"', 'INCLUDES index="7" min="2"'), 10, "there is no issue 7 in the domain"),
    ],
)  # fmt: skip
def test_genius_profiles_that_cannot_be_read(
    files: Files, profile: str, line, sentence: str
) -> None:
    files(host__xml=profile)

    assert _refusal("domain.xml", ["host.xml", "guest.xml"]) == ("host.xml", line, sentence)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"type": "MappingUtilityFunction"}, "type 'MappingUtilityFunction' is not read; give a LinearAdditiveUtilityFunction"),
        ({"weights": [1.0]}, "weights and values must have 3 entries, one an issue"),
        ({"weights": None}, "weights and values must be lists, an entry an issue"),
        ({"weights": [0.5, "much", 0.2]}, "'much' is not a number"),
        ({"values": [{"type": "TableFun", "mapping": {"Harbour": 1}}, *UFUN["values"][1:]]}, "value 'Capital' of issue 'Place' is not in its mapping"),
        ({"values": [{"type": "LambdaFun"}, *UFUN["values"][1:]]}, "function 'LambdaFun' of issue 'Place' is not read; give a TableFun"),
    ],
)  # fmt: skip
def test_negmas_profiles_that_cannot_be_read(files: Files, changed, sentence: str) -> None:
    files(host__json=UFUN | changed)

    assert _refusal("space.json", ["host.json", "guest.json"]) == ("host.json", None, sentence)


@pytest.mark.parametrize(
    ("space", "line", "sentence"),
    [
        ("{", 1, "this is not JSON (Expecting property name enclosed in double quotes)"),
        ("[1]", None, "this is no object; give a file that negmas wrote"),
        ({"issues": []}, None, "there is no issue in this file; give an outcome space of negmas"),
        ({"issues": [{"name": "a", "type": "ContinuousIssue", "values": [0, 1]}]}, None, "issue 'a' is a ContinuousIssue: its values cannot be listed"),
        ({"issues": [{"name": "a", "type": "ContiguousIssue", "values": [1, 10**9]}]}, None, "the values of issue 'a' from 1 on cannot be listed"),
        ({"issues": [{"name": "a"}]}, None, "an issue has no list of values; write name, type and values"),
    ],
)  # fmt: skip
def test_negmas_spaces_that_cannot_be_read(files: Files, space, line, sentence: str) -> None:
    files(space__json=space)

    assert _refusal("space.json", ["host.json", "guest.json"]) == ("space.json", line, sentence)


def test_yaml_means_what_json_means(files: Files) -> None:
    """As negmas 0.16 writes it: a value that is a number is a number in its mapping too."""
    table = {"type": "TableFun", "mapping": {2: 1.0, 5: 0.0}}
    files(space__yml=yaml.safe_dump(SPACE))
    files(host__yml=yaml.safe_dump(UFUN | {"values": [*UFUN["values"][:2], table]}))

    read = read_domain("space.yml", ["host.yml", "guest.json"])

    assert read == read_domain("space.json", ["host.json", "guest.json"])
    assert is_domain_file("space.yaml")


@pytest.mark.parametrize(
    ("space", "line", "sentence"),
    [
        ("issues: [", 1, "this is not plain YAML (expected the node content, but found '<stream end>')"),
        ("a: &a [1]\nissues: *a\n", 2, "this is not plain YAML (an alias)"),
        ("issues: !!python/object/apply:os.system [ls]", 1, "this is not plain YAML (could not determine a constructor for the tag 'tag:yaml.org,2002:python/object/apply:os.system')"),
        ("[" * 5000, None, "lists stand too deep in each other"),
        ("- 1", None, "this is no object; give a file that negmas wrote"),
    ],
)  # fmt: skip
def test_yaml_that_cannot_be_read(files: Files, space, line, sentence: str) -> None:
    files(space__yml=space)

    assert _refusal("space.yml", ["host.json", "guest.json"]) == ("space.yml", line, sentence)


@pytest.mark.parametrize(
    ("profiles", "sentence"),
    [
        (["host.xml"], "a domain needs the profiles of two parties or more"),
        (["host.xml", "host.json"], "two profiles have files of the same name; parties are called like them"),
    ],
)  # fmt: skip
def test_profiles_that_do_not_fit(files: Files, profiles: list[str], sentence: str) -> None:
    with pytest.raises(OptionError) as caught:
        read_domain("domain.xml", profiles)

    assert str(caught.value) == sentence


def test_other_kinds_of_files_are_refused(files: Files) -> None:
    assert _refusal("domain.txt", ["host.xml", "guest.xml"])[2] == (
        "this kind of file is not read; give .xml of GENIUS, or .json or .yml of negmas"
    )


def _refusal(domain: str, profiles: list[str]) -> tuple[str, int | None, str]:
    with pytest.raises(InputError) as caught:
        read_domain(domain, profiles)
    return Path(caught.value.file).name, caught.value.line, caught.value.message
