"""Nothing in the repository points at somebody's machine, registry, mailbox or server."""

import re
from collections.abc import Iterator
from pathlib import Path

TEXT = (
    ".cfg",
    ".css",
    ".csv",
    ".html",
    ".j2",
    ".js",
    ".json",
    ".lock",
    ".md",
    ".po",
    ".py",
    ".toml",
    ".txt",
    "",
)
MACHINE_PATH = re.compile(r"(?<![\w.~}])/(?:work|home|root|Users|tmp)/\w|[A-Z]:\\Users")
REGISTRY = re.compile(
    "|".join(("pypi" + r"\.org", "python" + "hosted", "npmjs" + r"\.", "index" + "-url"))
)
MAILBOX = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}")
LOADED = re.compile(
    r"""(?:src|href|action|data)\s*=\s*["']?(?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import\s+["']""",
    re.IGNORECASE,
)
LONGEST = 400


def test_tree_has_no_machine_path(shipped) -> None:
    assert list(_found(MACHINE_PATH, shipped("*", ":!tests/repository"))) == []


def test_tree_names_no_package_registry(shipped) -> None:
    assert list(_found(REGISTRY, shipped("*", ":!tests/repository"))) == []


def test_tree_has_no_mailbox(shipped) -> None:
    assert list(_found(MAILBOX, shipped("*", ":!tests/repository"))) == []


def test_pages_load_nothing_from_elsewhere(shipped) -> None:
    pages = shipped("src/*.html", "src/*.j2", "src/*.css", "src/*.js", "src/*.svg", "src/*.py")

    assert list(_found(LOADED, pages)) == []


def test_source_files_stay_short(shipped) -> None:
    ours = [one for one in shipped("src/*.py") if "migrations" not in one.parts]  # Django's own
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in ours}

    assert [str(path) for path, lines in lengths.items() if lines > LONGEST] == []


def _found(pattern: re.Pattern[str], paths: list[Path]) -> Iterator[str]:
    for path in paths:
        if path.suffix in TEXT:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                if match := pattern.search(line):
                    yield f"{path}:{number}: {match[0]}"
