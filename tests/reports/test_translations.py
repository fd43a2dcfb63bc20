"""The catalogues hold every sentence, translated whole and in the way of their language."""

import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
FOLDERS = ("zh_Hans", "fr")


def catalogue(folder: str):
    path = ROOT / "src" / "tracktwo" / "locale" / folder / "LC_MESSAGES" / "tracktwo.po"
    with path.open("rb") as stream:
        return [message for message in read_po(stream, locale=folder) if message.id]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_catalogues_are_complete_and_compiled() -> None:
    checked = subprocess.run(
        [sys.executable, "scripts/translations", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (checked.stdout, checked.stderr, checked.returncode) == ("", "", 0)


@pytest.mark.parametrize("folder", FOLDERS)
def test_translations_fill_the_same_places(folder) -> None:
    differing = [
        message.id
        for message in catalogue(folder)
        for form in forms(message.string)
        if places(form) != places(forms(message.id)[-1])
    ]

    assert differing == []


def test_french_keeps_its_thin_spaces() -> None:
    wrong = re.compile(r"[^\u202f][:;?!%](?!\w)|«[^\u00a0]|[^\u00a0]»")

    found = [
        form for message in catalogue("fr") for form in forms(message.string) if wrong.search(form)
    ]

    assert found == []


def test_chinese_uses_its_own_punctuation() -> None:
    wrong = re.compile(r"[\u4e00-\u9fff}][,;:?!.(](?!\w)")

    found = [
        form
        for message in catalogue("zh_Hans")
        for form in forms(message.string)
        if wrong.search(form)
    ]

    assert found == []
