"""Write the pages of findings and their pictures: `python -m findings.make`.

Public data are looked for in `--data`, else in $TRACKTWO_REFERENCE_DATA, else in `data` beside the
repository's Makefile, in the folders that `tracktwo data NAME --download` makes.
"""

import argparse
import os
import sys
from pathlib import Path

from findings.polis_page import polis_page
from findings.positions import read_standings
from findings.rollcalls import read_roll_calls
from findings.un_page import un_page
from tracktwo.errors import InputError, TracktwoError

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "findings"
PLACES = {"un": ("un", "unga"), "polis": ("polis",)}
"""What a data set's folder may be called."""


def pages(data: Path) -> dict[str, str]:
    """Every page and picture, texts by file name: the same texts for the same data."""
    un = _folder(data, "un")
    return un_page(read_roll_calls(un), read_standings(un)) | polis_page(_folder(data, "polis"))


def _folder(data: Path, name: str) -> Path:
    for place in PLACES[name]:
        if (data / place).is_dir():
            return data / place
    known = {"un": "un-roll-calls", "polis": "polis-open-data"}[name]
    message = f"no such folder; fetch it with: tracktwo data {known} --download {data / name}"
    raise InputError(message, file=data / name)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the pages of findings.")
    parser.add_argument("--data", type=Path, help="folder with the data sets")
    parser.add_argument("--into", type=Path, default=PAGES, help="folder for pages and pictures")
    chosen = parser.parse_args()
    data = chosen.data or Path(os.environ.get("TRACKTWO_REFERENCE_DATA", ROOT / "data"))
    try:
        made = pages(data)
    except TracktwoError as error:
        sys.exit(f"findings: {error}")
    chosen.into.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (chosen.into / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
