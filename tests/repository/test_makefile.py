"""`make` lists itself, and what the pages tell people to make exists."""

import re
import subprocess
from pathlib import Path


def test_help_lists_every_target(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split()

    shown = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )

    assert sorted(line.split()[0] for line in shown.stdout.splitlines()) == sorted(targets)


def test_pages_name_targets_that_exist(root: Path, shipped) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split())

    named = {
        target
        for page in shipped("*.md")
        for target in re.findall(
            r"(?:^|`)make ([a-z]+)(?:`| *#| *$)", page.read_text(encoding="utf-8"), re.MULTILINE
        )
    }

    assert named - targets == set()


def test_scripts_the_makefile_calls_exist(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")

    missing = [
        name
        for name in re.findall(r"\b((?:scripts|benchmarks|examples)/[\w./-]+)", makefile)
        if not (root / name.rstrip("/")).exists()
    ]

    assert missing == []


def test_ci_runs_tests_and_checks(root: Path) -> None:
    script = (root / ".ci/run").read_text(encoding="utf-8")

    assert re.findall(r"^make (\w+)$", script, re.MULTILINE) == ["test", "check"]
