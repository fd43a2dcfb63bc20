"""Lets hours pass on a site: what waits for a moment has waited so much longer.

    python -m tests.web.journeys.later FOLDER HOURS

A process of its own: it sets Django up for that folder.
"""

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from tests.web.journeys.site import Site
from tracktwo_web.operations import boot

ROOT = Path(__file__).parents[3]


def let_pass(site: Site, hours: int) -> None:
    """As if every silence on the site had been asked so many hours earlier."""
    command = [sys.executable, "-W", "ignore", "-m", __name__, str(site.data), str(hours)]
    ran = subprocess.run(
        command, cwd=ROOT, env=site.environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def main(folder: Path, by: dt.timedelta) -> None:
    boot.set_up(folder)
    from tracktwo_web.texts.domain.saving import write_document
    from tracktwo_web.texts.models import JointText
    from tracktwo_web.texts.queries import document_of

    for text in JointText.objects.all():
        document = document_of(text)
        asked = document.silence
        if asked:
            earlier = replace(asked, opened=asked.opened - by, first_until=asked.first_until - by)
            write_document(text, replace(document, silence=earlier))


if __name__ == "__main__":
    main(Path(sys.argv[1]), dt.timedelta(hours=int(sys.argv[2])))
