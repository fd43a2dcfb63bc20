"""Fills a data folder before its server starts.

    python -m tests.web.walk.filling FOLDER

A process of its own: it sets Django up for that folder. It prints what one needs to come in.
"""

import json
import sys
from pathlib import Path

from tracktwo_web.operations import boot


def main(folder: Path) -> None:
    boot.set_up(folder)
    boot.migrate()

    from tests.web.walk.filling import agreements, causes, lines, people, rounds

    told = rounds.a_demonstration() | rounds.a_consultation() | rounds.one_in_preparation()
    told |= causes.risks() | causes.maps()
    told |= agreements.options() | agreements.texts() | agreements.roadmaps() | agreements.reports()
    told |= lines.lines() | people.convenors()
    rounds.analyse()
    rounds.open_data()
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
