"""Our own Markdown: whatever is written comes back."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.exchange.texts.texts import SAMPLE, texts
from tracktwo.errors import InputError
from tracktwo.exchange.texts.markdown_in import from_markdown
from tracktwo.exchange.texts.markdown_out import as_markdown
from tracktwo.text.units import NegotiatedText

FIRST = "<!-- tracktwo text: en -->\n\n"


@given(texts())
@settings(max_examples=300, deadline=None)
def test_one_file_comes_back(text: NegotiatedText) -> None:
    written = as_markdown(text, text.languages)

    assert from_markdown({Path("text.md"): written}) == text


@given(texts())
@settings(max_examples=300, deadline=None)
def test_files_by_language_come_back(text: NegotiatedText) -> None:
    written = {Path(one): as_markdown(text, [one]) for one in text.languages}

    assert from_markdown(written) == text


def test_sample_reads_as_a_person_would_write_it() -> None:
    assert as_markdown(SAMPLE, ["en"]).splitlines()[2::2] == [
        "# Joint text",
        "## I. Aims {#u1}",
        "1. The parties [shall/should?] agree: {#u2}",
        "- (a) to meet [every year]; {#u3}",
        "- (b) to talk. {#u4}",
        "2. They report on <b> & [date]. {#u5}",
    ]


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("We meet.", "text.md, line 3: a block has no id; write one such as {#u12} behind it, free in all files"),
        ("a {#u1}\n\nb {#u1}", "text.md, line 5: two units are called u1; give each an id of its own"),
        ("a {#u1 level=x}", "text.md, line 3: level=x is no whole number; correct it"),
    ],
)  # fmt: skip
def test_damaged_file_is_refused(block: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        from_markdown({Path("text.md"): FIRST + block})

    assert str(refused.value) == message


def test_number_printed_otherwise_in_a_language_stays_before_its_words() -> None:
    files = {
        Path("text.en.md"): "<!-- tracktwo text: en -->\n\nArticle 3 Aims {#u1}\n",
        Path("text.zh.md"): "<!-- tracktwo text: zh -->\n\n第三条 目标 {#u1}\n",
    }

    (unit,) = from_markdown(files).units

    assert (unit.number, unit.texts) == ("Article 3", {"en": "Aims", "zh": "第三条 目标"})
