"""The joint report of the example: its sections in three languages, and nothing that tells too much."""

import json
from dataclasses import replace

import pytest

from tests.cli.conftest import EXAMPLE
from tracktwo.convergence import seen_by, seen_document
from tracktwo.errors import InputError, OptionError
from tracktwo.reports import SideBySide, to_docx, to_markdown, to_pdf
from tracktwo.reports.canonical import HASHES, canonical_report, report_fingerprint
from tracktwo.reports.gate import Gate
from tracktwo.reports.joint import Author, Material, gathered, joint_reports
from tracktwo.reports.joint.found import PACKAGES
from tracktwo.reports.tree import Digest, FigureBlock, Signatures, TextBlock
from tracktwo.text.changes.history import History
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.standing.stages import Document, Stage
from tracktwo.text.units import NegotiatedText, Unit

SECTIONS = ["summary", "perceptions", "risks", "cooperation", "joint-text", "roadmap", "chronology", "methods", "authors", "hashes"]  # fmt: skip


def blocks(report, kind):
    return [one for section in report.sections for one in section.blocks if isinstance(one, kind)]


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_report_has_every_section_with_something_in_it(reports, language) -> None:
    report = reports[language]

    assert [one.id for one in report.sections] == SECTIONS
    assert [one.id for one in report.sections if not one.blocks] == []
    assert len({one.number for one in report.sections}) == len(SECTIONS)


def test_reports_of_all_languages_are_of_one_build(reports) -> None:
    pair = SideBySide(reports["en"], reports["zh"])

    assert SideBySide(pair.one, reports["fr"]).other.language == "fr"


def test_figures_are_counted_through_and_told_apart(reports) -> None:
    labels = [one.label for one in blocks(reports["en"], FigureBlock)]

    assert labels == [f"Figure {n}." for n in range(1, len(labels) + 1)]
    assert len(labels) >= 5


def test_packages_as_a_side_sees_them_make_the_same_section(material, reports, tmp_path) -> None:
    (tmp_path / "dialogue.toml").write_bytes((EXAMPLE / "dialogue.toml").read_bytes())
    told = seen_document(seen_by(material.talks, "china"), material.talks)
    (tmp_path / PACKAGES).write_text(json.dumps(told), encoding="utf-8")

    found = gathered(tmp_path)

    assert found.talks is None
    assert _cooperation(joint_reports(found)["zh"]) == _cooperation(reports["zh"])


def _cooperation(report):
    return next(one.blocks for one in report.sections if one.id == "cooperation")


def test_parts_that_a_dialogue_does_not_hold_are_left_out(material) -> None:
    alone = replace(
        material,
        map=None,
        risks=None,
        talks=None,
        cooperation=None,
        negotiation=None,
        plan=None,
        chronology=None,
        authors=(),
    )

    report = joint_reports(alone)["fr"]

    assert [one.id for one in report.sections] == ["summary", "perceptions", "methods", "hashes"]
    assert [one.number for one in report.sections] == ["I.", "II.", "III.", "IV."]


def test_report_names_no_participant_expert_or_holder(reports) -> None:
    told = to_markdown(reports["en"])

    assert [one for one in ("seat-n", "seat-c", "expert-n", "expert-c", "holder") if one in told] == []  # fmt: skip


def test_points_of_a_side_are_not_in_the_joint_report(material, reports) -> None:
    told = to_markdown(reports["en"])
    seen = {
        f"{float(one.mean):.1f}"
        for party in material.sides
        for one in material.talks.talks.valuation.of(party, material.talks.talks.options.ids)
    }

    section = told[told.index("Where interests converge") : told.index("Joint text")]

    assert [one for one in seen if one in section] == []


def test_open_text_is_shown_with_brackets_and_called_open(reports) -> None:
    (text,) = blocks(reports["en"], TextBlock)

    assert any("[dialogue/exchange]" in one.text for one in text.clauses)
    assert not any("{" in one.text for one in text.clauses)
    assert "The sides have not adopted this text" in to_markdown(reports["en"])


def test_text_stands_in_a_language_in_which_it_is_authentic(reports) -> None:
    tags = {
        language: {one.language for one in blocks(report, TextBlock)[0].clauses}
        for language, report in reports.items()
    }

    assert tags == {"en": {"en"}, "zh": {"zh-Hans"}, "fr": {"en"}}


def test_adopted_text_is_told_with_its_fingerprint() -> None:
    unit = Unit("u1", texts={"en": "We meet \\[often\\]."}, number="1.")
    text = NegotiatedText({"en": "Agreed"}, ("en",), (unit,))
    told = Negotiation(History(text), document=Document(Stage.ADOPTED))

    report = joint_reports(Material({}, languages=("en",), negotiation=told))["en"]

    assert [one.name for one in blocks(report, Digest)] == ["This report", "The joint text"]
    assert [one.text for one in blocks(report, TextBlock)[0].clauses] == ["We meet [often]."]
    assert "not adopted" not in to_markdown(report)


def test_draft_is_said_until_the_gate_is_clear(material, reports) -> None:
    few = replace(material, analysis=None, map=None, risks=None, talks=None, plan=None)

    released = joint_reports(few, checked=Gate(()))

    assert {one.banner for one in released.values()} == {""}
    assert [reports[one].banner for one in ("en", "zh", "fr")] == [
        "Draft: not released",
        "草案，未发布",
        "Projet non publié",
    ]


def test_names_stand_only_where_their_bearers_consent() -> None:
    authors = (
        Author("nato", {"en": "Head"}, "Given Name", consents=True),
        Author("nato", {"en": "Rapporteur"}, "Other Name", consents=False),
        Author("nato", {"en": "Adviser"}, "Third Name"),
    )

    report = joint_reports(Material({}, languages=("en",), authors=authors))["en"]

    (told,) = blocks(report, Signatures)
    assert told.sides == (("nato", ("Given Name (Head)", "Rapporteur", "Adviser")),)
    assert "Other Name" not in canonical_report([report]).decode()


def test_hash_is_that_of_what_is_told_in_all_languages(reports) -> None:
    digests = {blocks(one, Digest)[0].value for one in reports.values()}

    assert digests == {report_fingerprint(reports.values())}


def test_hash_changes_with_any_word_and_not_with_the_banner(reports) -> None:
    first = report_fingerprint(reports.values())
    en = reports["en"]
    without_draft = {**reports, "en": replace(en, banner="")}
    section = en.sections[0]
    other = replace(en, sections=(replace(section, title="Other"), *en.sections[1:]))
    unhashed = tuple(one for one in en.sections if one.id != HASHES)

    assert report_fingerprint(without_draft.values()) == first
    assert report_fingerprint([replace(en, sections=unhashed), reports["zh"], reports["fr"]]) == first  # fmt: skip
    assert report_fingerprint({**reports, "en": other}.values()) != first


def test_whole_report_is_written_as_pdf_and_docx(reports) -> None:
    assert to_pdf(reports["en"]).startswith(b"%PDF-")
    assert to_docx(reports["en"]).startswith(b"PK")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('revewed = ["en"]', "'revewed' is not known here"),
        ('reviewed = "en"', "reviewed must be a list"),
        ('[[authors]]\nparty = "x"', "party 'x' is not among nato, china"),
        ('[[authors]]\nparty = "nato"', "neither seat nor name"),
        ('[[authors]]\nparty = "nato"\nseat = "a"\nconsents = "yes"', "consents is true or false"),
        ("authors = 3", "written as \\[\\[authors\\]\\]"),
        ("[[", "this is not TOML"),
    ],
)
def test_wrong_settings_are_one_sentence_with_their_file(tmp_path, table, said) -> None:
    (tmp_path / "dialogue.toml").write_text('[[parties]]\nid = "nato"\n[[parties]]\nid = "china"\n')
    (tmp_path / "report.toml").write_text(table)

    with pytest.raises(InputError, match=said) as error:
        gathered(tmp_path)

    assert "report.toml" in str(error.value)


def test_folder_without_anything_is_refused(tmp_path) -> None:
    (tmp_path / "dialogue.toml").write_text('title = "Empty"')

    with pytest.raises(InputError, match="nothing to report"):
        gathered(tmp_path)


def test_dialogue_without_a_language_of_ours_is_refused() -> None:
    with pytest.raises(OptionError, match="no language of ours"):
        joint_reports(Material({}, languages=()))
