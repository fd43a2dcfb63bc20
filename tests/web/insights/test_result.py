"""What is kept of an analysis: the command's own bytes, and pages that show nobody."""

import gzip
import json
import os
import re
import subprocess
import sys

import pytest

from tracktwo import __version__
from tracktwo_web.events.models import Event
from tracktwo_web.insights.domain.archive import unpack
from tracktwo_web.insights.domain.compute import compute, draw_themes
from tracktwo_web.insights.domain.release import order_again
from tracktwo_web.insights.models import Fragment, Progress

pytestmark = pytest.mark.django_db


def test_the_command_makes_the_same_bytes_of_the_exported_folder(found, tmp_path) -> None:
    unpack(bytes(found.snapshot.content), tmp_path)
    program = "from tracktwo_cli.main import main; main()"

    ran = subprocess.run(
        [sys.executable, "-c", program, "analyse", str(tmp_path), "--json", "-"],
        capture_output=True,
        check=True,
        env={key: value for key, value in os.environ.items() if "DJANGO" not in key},
    )

    assert ran.stdout == gzip.decompress(found.whole.document)
    assert (found.version, found.input_sha256) == (__version__, found.snapshot.sha256)


def test_a_result_keeps_people_out_of_whatever_pages_read(found) -> None:
    people = [
        one["id"] for one in json.loads(gzip.decompress(found.whole.document))["participants"]
    ]

    told = found.document + "".join(
        Fragment.objects.filter(result=found).values_list("body", flat=True)
    )
    told += "".join(gzip.decompress(one.content).decode() for one in found.reports.all())

    assert len(people) == 10
    assert [id_ for id_ in people if id_ in told] == []


def test_a_result_is_drawn_in_every_language_part_and_theme(found) -> None:

    drawn = Fragment.objects.filter(result=found).values_list("language", "theme", "part")

    assert set(drawn) == {
        (language, theme, part)
        for language in ("en", "zh", "fr")
        for theme, parts in {
            "": ("words", "pictures", "methods"),
            "values": ("words", "pictures"),
            "arms": ("words", "pictures"),
        }.items()
        for part in parts
    }
    assert sorted(found.reports.values_list("language", flat=True)) == ["en", "fr", "zh"]


def test_drawn_pages_hold_no_style_script_handler_or_origin(found) -> None:

    bodies = "".join(Fragment.objects.filter(result=found).values_list("body", flat=True))

    assert re.findall(r"<script|<link|<style|\sstyle=|\son\w+=|https?://|javascript:", bodies) == []


def test_running_twice_changes_nothing(found) -> None:
    first = (
        found.document,
        Fragment.objects.count(),
        Event.objects.filter(kind="results").count(),
    )

    compute(str(found.pk))
    draw_themes(str(found.pk))

    found.refresh_from_db()
    again = (
        found.document,
        Fragment.objects.count(),
        Event.objects.filter(kind="results").count(),
    )
    assert again == first


def test_a_result_that_is_done_is_not_ordered_again(found) -> None:

    again = order_again(found)

    assert again.state == Progress.DONE
