"""The proxy: no log of visits, live pages at once, numbers for monitoring to nobody outside."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.pages import ROOT

DEPLOY = ROOT / "deploy"
FILE = DEPLOY / "Caddyfile"


def test_proxy_keeps_no_log_and_lets_streams_through() -> None:
    text = _without_remarks()
    unit = (DEPLOY / "tracktwo.service").read_text(encoding="utf-8")
    port = re.search(r"--port (\d+)", unit)[1]

    assert text.count("{") == text.count("}")
    assert re.findall(r"^[ \t]*log\b.*", text, re.MULTILINE) == ["\tlog default {"]
    assert "exclude http.log.error http.handlers.reverse_proxy" in text
    assert set(re.findall(r"reverse_proxy (\S+)", text)) == {f"127.0.0.1:{port}"}
    assert re.search(
        r"@live path /d/\*/live /d/\*/live/\*\s+handle @live \{[^}]*flush_interval -1", text
    )


def test_numbers_are_kept_inside_by_a_handle_of_their_own() -> None:
    """Caddy sorts directives: a bare `respond` would come after the `handle` that takes everything."""
    text = _without_remarks()

    assert re.search(r"@inside path /metrics\s+handle @inside \{\s+respond 404\s+\}", text)
    assert re.findall(r"^\trespond", text, re.MULTILINE) == []


@pytest.mark.skipif(not shutil.which("caddy"), reason="Caddy is not installed here")
def test_proxy_understands_its_file(tmp_path: Path) -> None:
    ran = subprocess.run(
        ["caddy", "validate", "--adapter", "caddyfile", "--config", str(FILE)],
        env={"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr


def _without_remarks() -> str:
    return re.sub(r"#.*", "", FILE.read_text(encoding="utf-8"))
