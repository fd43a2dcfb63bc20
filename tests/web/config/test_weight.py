"""What a web process carries with it: nothing that only the analysis of a release needs."""

import os
import subprocess
import sys
from pathlib import Path

CODE = """
import sys
import tracktwo_web.config.asgi
from django.urls import get_resolver
get_resolver().url_patterns
print(*sorted({"altair", "docx", "polars", "scipy", "vl_convert"} & sys.modules.keys()))
"""


def test_web_process_leaves_the_analysis_to_the_worker(tmp_path: Path) -> None:
    variables = {
        "TRACKTWO_DATA": str(tmp_path),
        "TRACKTWO_SECRET_KEY": "a key for tests",
        "DJANGO_SETTINGS_MODULE": "tracktwo_web.config.settings",
        "DATABASE_URL": "",
    }

    ran = subprocess.run(
        [sys.executable, "-c", CODE],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stdout.strip()) == (0, "")
