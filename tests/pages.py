"""What the pages of documentation show to type, and the words of the program they mean."""

import re
import shlex
from pathlib import Path

from tracktwo_cli.main import app

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
REMARK = re.compile(r"\s+# .*$")
SOMEBODY = "someone" + "@" + "example.org"
ASSIGNED = re.compile(r"[A-Z_]+=")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def shown(name: str, language: str | None = None) -> list[str]:
    """The lines of a page's blocks: of all, or of those in a language."""
    return [
        REMARK.sub("", line)
        for block in BLOCK.finditer(page(name))
        if language in (None, block["language"])
        for line in block["text"].splitlines()
    ]


def split(line: str) -> tuple[dict[str, str], list[str]]:
    """The variables that a line sets for its command, and the command's words."""
    words = shlex.split(line)
    count = next((n for n, word in enumerate(words) if not ASSIGNED.match(word)), len(words))
    return dict(word.split("=", 1) for word in words[:count]), words[count:]


def options(command: str) -> set[str]:
    """Every option of a command, as the command itself has them."""
    arguments = app[command].assemble_argument_collection()
    return {name for one in arguments for name in one.names if name.startswith("--")}


def options_in(words: list[str]) -> set[str]:
    return {word for word in words if word.startswith("--")}
