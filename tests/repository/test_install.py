"""The library imports quickly, and the command runs where only its own dependencies are."""

import json
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

HEAVY = ("altair", "jinja2", "polars", "rich", "scipy", "vl_convert")

ALONE = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"{name} is not installed here", name=name)

BLOCKED = set(sys.argv.pop(1).split(","))
sys.meta_path.insert(0, Absent())
from tracktwo_cli.main import main
sys.argv[0] = "tracktwo"
main()
"""


def test_import_leaves_heavy_modules_alone() -> None:
    code = "import sys, tracktwo; print(*sorted(name for name in sys.modules if '.' not in name))"

    loaded = _python("-c", code).stdout.split()

    assert [name for name in HEAVY if name in loaded] == []


def test_command_runs_with_its_own_dependencies_only(root: Path, tmp_path: Path) -> None:
    blocked = ",".join(sorted(_modules_not_asked_for()))
    report = tmp_path / "report.html"

    ran = _python(
        "-c",
        ALONE,
        blocked,
        "analyse",
        str(root / "examples/nato-china"),
        "--json",
        "-",
        "--report",
        str(report),
    )

    assert {"pytest", "hypothesis", "distributed"} <= set(blocked.split(","))
    assert len(json.loads(ran.stdout)["statements"]) == 40
    assert report.read_text(encoding="utf-8").rstrip().endswith("</html>")


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    ran = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran


def _modules_not_asked_for() -> set[str]:
    """Top-level modules of installed packages that the project's dependencies do not lead to."""
    asked = _led_to("tracktwo", set())
    owners = metadata.packages_distributions()
    return {
        module
        for module, packages in owners.items()
        if module.isidentifier() and not {_plain(package) for package in packages} & asked
    }


def _led_to(package: str, seen: set[str]) -> set[str]:
    seen.add(_plain(package))
    for need in metadata.requires(package) or []:
        name = _plain(re.match(r"[\w.-]+", need)[0])
        if "extra ==" not in need and name not in seen and _is_installed(name):
            _led_to(name, seen)
    return seen


def _is_installed(package: str) -> bool:
    return any(True for _ in metadata.distributions(name=package))


def _plain(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()
