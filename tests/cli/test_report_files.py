"""`tracktwo report` with several languages and formats: a file each, named by language and ending."""

import pytest


@pytest.fixture
def small(folder):
    """A dialogue with little in it, so that its report is quickly made."""
    for name in ("votes.csv", "predictions.csv", "judgements.csv", "estimates.csv"):
        (folder / name).unlink()
    return folder


def test_three_languages_are_issued_by_one_command(tracktwo, small, tmp_path) -> None:
    out = tmp_path / "out"

    ran = tracktwo(
        "report", small, "--output", out / "r.pdf", "--format", "pdf,docx", "--language", "en,zh,fr"
    )

    assert ran.code == 0, ran.err
    names = sorted(one.name for one in out.iterdir())
    assert names == ["r.en.docx", "r.en.pdf", "r.fr.docx", "r.fr.pdf", "r.zh.docx", "r.zh.pdf"]
    assert (out / "r.zh.pdf").read_bytes().startswith(b"%PDF-")
    assert ran.err.count("wrote ") == 6


def test_pair_of_languages_is_one_file_among_others(tracktwo, small, tmp_path) -> None:
    ran = tracktwo("report", small, "--output", tmp_path / "r.md", "--language", "fr,en+zh")

    assert ran.code == 0, ran.err
    assert (tmp_path / "r.fr.md").exists()
    told = (tmp_path / "r.en+zh.md").read_text("utf-8")
    assert told.index("# NATO and China") < told.index("# 北约与中国")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--language", "en,en"), "names one document twice"),
        (("--language", "en+zh+fr"), "two that differ"),
        (("--format", "pdf,odt"), "--format odt is not known; choose from pdf, docx, html, md"),
    ],
)
def test_wrong_lists_are_one_sentence(tracktwo, small, tmp_path, arguments, said) -> None:
    ran = tracktwo("report", small, "--output", tmp_path / "r.md", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (tmp_path / "r.md").exists()
