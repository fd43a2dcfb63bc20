"""`tracktwo report`: one command writes the whole report; wrong input is one sentence and no file."""

import json

import pytest


def test_command_writes_the_report_and_says_what_is_missing(tracktwo, example, tmp_path) -> None:
    ran = tracktwo("report", example, "--output", tmp_path / "r.md", "--language", "fr")

    assert ran.code == 0, ran.err
    assert (tmp_path / "r.md").read_text("utf-8").startswith("**Projet non publié**\n\n# OTAN et Chine")  # fmt: skip
    assert "7 crochets sont ouverts." in ran.out
    assert ran.err == f"wrote {tmp_path / 'r.md'}\n"


def test_brief_in_two_languages_is_written_as_docx(tracktwo, example, tmp_path) -> None:
    file = tmp_path / "brief.docx"

    ran = tracktwo("report", example, "--output", file, "--language", "en+zh", "--brief", "china", "--json")  # fmt: skip

    assert ran.code == 0, ran.err
    assert file.read_bytes().startswith(b"PK")
    told = json.loads(ran.out)
    assert [told["schema"], told["clear"], len(told["hash"])] == ["tracktwo-report/1", False, 64]
    assert [one["id"] for one in told["sections"]][-1] == "own-open"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--language", "de"), "language 'de' is not known"),
        (("--language", "en+en"), "two that differ"),
        (("--format", "pdf"), "needs --output"),
        (("--output", "r.odt"), "add --format"),
    ],
)
def test_wrong_options_are_one_sentence(tracktwo, example, tmp_path, monkeypatch, arguments, said) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)

    ran = tracktwo("report", example, *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_unknown_party_leaves_no_file(tracktwo, folder, tmp_path) -> None:
    for name in ("votes.csv", "judgements.csv", "estimates.csv"):
        (folder / name).unlink()

    ran = tracktwo("report", folder, "--output", tmp_path / "r.md", "--brief", "eu")

    assert (ran.code, ran.out) == (2, "")
    assert "party 'eu' is not among the parties (nato, china)" in ran.err
    assert not (tmp_path / "r.md").exists()


def test_folder_that_is_none_is_refused(tracktwo, tmp_path) -> None:
    ran = tracktwo("report", tmp_path / "nowhere", "--output", tmp_path / "r.md")

    assert ran.code == 2
    assert "give the folder of a dialogue" in ran.err
