"""The pages are true: links resolve, options exist and are all there, examples run."""

import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tracktwo
from tracktwo.analysis import json_schema
from tracktwo_cli.main import app

LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md", "benchmarks/**/*.md")
    for path in ROOT.glob(pattern)
)
PAGES_WITH_CODE = [page for page in PAGES if BLOCK.search((ROOT / page).read_text("utf-8"))]


def test_every_option_is_documented(root: Path) -> None:
    page = (root / "docs/analyse.md").read_text(encoding="utf-8")

    undocumented = _options("analyse") - set(OPTION.findall(page))

    assert undocumented == set()


def test_every_command_is_documented(root: Path) -> None:
    commands = {name for name in app if not name.startswith("-")}

    without_page = {name for name in commands if f"tracktwo {name}" not in _page(root, name)}

    assert without_page == set()


def test_every_key_of_the_document_is_documented(root: Path) -> None:
    page = (root / "docs/analyse.md").read_text(encoding="utf-8")
    explained = page[page.index("## The JSON document") :]
    cells = re.findall(r"^\| (`[^|]+) \|", explained, re.MULTILINE)

    documented = {key for cell in cells for key in re.findall(r"`(\w+)(?:\[\])?`", cell)}

    assert documented == set(json_schema()["properties"])


@pytest.mark.parametrize("page", PAGES)
def test_documented_options_exist(root: Path, page: str) -> None:
    text = (root / page).read_text(encoding="utf-8")
    told = [line for line in text.splitlines() if "tracktwo analyse" in line]
    told += text.splitlines() if page == "docs/analyse.md" else []

    unknown = {option for line in told for option in OPTION.findall(line)} - _options("analyse")

    assert unknown == set()


@pytest.mark.parametrize("page", PAGES)
def test_links_resolve(root: Path, page: str) -> None:
    path = root / page

    broken = [target for target in _links(path) if not _resolves(path, target)]

    assert broken == []


@pytest.mark.parametrize("page", PAGES_WITH_CODE)
def test_examples_run(root: Path, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    names: dict[str, object] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)

    for number, block in enumerate(BLOCK.finditer((root / page).read_text(encoding="utf-8"))):
        _run(block["code"], f"{page}[{number}]", names, runner)

    assert runner.summarize(verbose=False).failed == 0


def test_changelog_begins_with_this_version(root: Path) -> None:
    versions = re.findall(
        r"^## (\S+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert versions[0] == tracktwo.__version__


def test_decisions_are_numbered_through(root: Path) -> None:
    records = sorted(path.name for path in (root / "docs/decisions").glob("*.md"))

    assert [name[:5] for name in records] == [f"{n:04}-" for n in range(1, len(records) + 1)]


def _options(command: str) -> set[str]:
    arguments = app[command].assemble_argument_collection()
    names = {name for argument in arguments for name in argument.names if name.startswith("--")}
    return {name for name in names if not name.startswith("--no-")} - {"--path"}


def _page(root: Path, command: str) -> str:
    path = root / f"docs/{command}.md"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _links(path: Path) -> Iterator[str]:
    text = re.sub(
        r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    for match in LINK.finditer(re.sub(r"`[^`\n]*`", "", text)):
        if not re.match(r"https?://", match["target"]):
            yield match["target"]


def _resolves(page: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    path = (page.parent / name).resolve() if name else page
    return path.exists() and (not anchor or anchor in _anchors(path))


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings
    }


def _run(code: str, name: str, names: dict[str, object], runner: doctest.DocTestRunner) -> None:
    if not code.startswith(">>>"):
        exec(compile(code, name, "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(code, names, name, name, 0)
    runner.run(test, clear_globs=False)
    names.update(test.globs)
