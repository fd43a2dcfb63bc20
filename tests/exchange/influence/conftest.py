"""Files of maps given as text, and what reading them says."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tracktwo.errors import InputError
from tracktwo.exchange.influence import read_map
from tracktwo.influence import InfluenceMap

Given = str | bytes | Mapping[str, str]


@pytest.fixture
def given(tmp_path: Path) -> Callable[[str, Given], Path]:
    """Make a file of a name, or a folder of files: text as UTF-8, bytes as they are."""

    def make(name: str, content: Given) -> Path:
        path = tmp_path / name
        if isinstance(content, Mapping):
            path.mkdir()
            for inner, text in content.items():
                (path / inner).write_text(text, encoding="utf-8", newline="\n")
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


@pytest.fixture
def drawn(given) -> Callable[..., InfluenceMap]:
    """The map in a file given by name and content."""
    return lambda name, content, **options: read_map(given(name, content), **options)


@pytest.fixture
def refusal(given) -> Callable[..., tuple[str, int | None, str]]:
    """Read what cannot be read; give the name of the file blamed, the line and the sentence."""

    def refused(name: str, content: Given, **options: Any) -> tuple[str, int | None, str]:
        with pytest.raises(InputError) as caught:
            read_map(given(name, content), **options)
        return Path(caught.value.file).name, caught.value.line, caught.value.message

    return refused


@pytest.fixture
def weights() -> Callable[[InfluenceMap], dict[tuple[str, str], float]]:
    return lambda drawn: {link.ends: link.weight for link in drawn.links}
