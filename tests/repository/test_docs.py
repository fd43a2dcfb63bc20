"""The pages are true: links resolve, options exist and are all there, examples run."""

import doctest
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tracktwo
from tracktwo.analysis import json_schema
from tracktwo.influence import Concept, InfluenceMap, Link, study, to_json
from tracktwo_cli.main import app

LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md", "benchmarks/**/*.md")
    for path in ROOT.glob(pattern)
)
LARGEST_PICTURE = 150_000
ON_FILES = (
    "analyse",
    "chronology",
    "import-report",
    "influence",
    "packages",
    "report",
    "risk",
    "scenarios",
    "schedule",
)
PAGES_WITH_CODE = [page for page in PAGES if BLOCK.search((ROOT / page).read_text("utf-8"))]


@pytest.mark.parametrize("command", ON_FILES)
def test_every_option_is_documented(root: Path, command: str) -> None:
    page = (root / f"docs/{command}.md").read_text(encoding="utf-8")

    undocumented = _options(command) - set(OPTION.findall(page))

    assert undocumented == set()


def test_every_command_is_documented(root: Path) -> None:
    commands = {name for name in app if not name.startswith("-")}

    without_page = {name for name in commands if f"tracktwo {name}" not in _page(root, name)}

    assert without_page == set()


def test_every_key_of_the_document_is_documented(root: Path) -> None:
    assert _documented_keys(root, "analyse") == set(json_schema()["properties"])


def test_every_key_of_the_document_of_a_map_is_documented(root: Path) -> None:
    drawn = InfluenceMap((Concept("a"), Concept("b")), (Link("a", "b", 0.5),))

    assert _documented_keys(root, "influence") == set(json.loads(to_json(study(drawn))))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("command", ON_FILES)
def test_documented_options_exist(root: Path, page: str, command: str) -> None:
    text = (root / page).read_text(encoding="utf-8")
    told = [line for line in text.splitlines() if f"tracktwo {command}" in line]
    told += text.splitlines() if page == f"docs/{command}.md" else []

    unknown = {option for line in told for option in OPTION.findall(line)} - _options(command)

    assert unknown == set()


@pytest.mark.parametrize("page", PAGES)
def test_links_resolve(root: Path, page: str) -> None:
    path = root / page

    broken = [target for target in _links(path) if not _resolves(path, target)]

    assert broken == []


def test_every_picture_is_shown_on_a_page_and_small(root: Path) -> None:
    pictures = set((root / "docs/images").iterdir())
    linked = {(root / page).parent / target for page in PAGES for target in _links(root / page)}

    assert pictures - {path.resolve() for path in linked} == set()
    assert [one.name for one in pictures if one.stat().st_size > LARGEST_PICTURE] == []


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


def _documented_keys(root: Path, command: str) -> set[str]:
    page = (root / f"docs/{command}.md").read_text(encoding="utf-8")
    explained = page[page.index("## The JSON document") :].partition("\n## ")[0]
    cells = re.findall(r"^\| (`[^|]+) \|", explained, re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`(\w+)(?:\[\])?`", cell)}


def _page(root: Path, command: str) -> str:
    own = root / f"docs/{command}.md"
    path = own if own.exists() else root / "docs/running.md"
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
