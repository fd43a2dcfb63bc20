"""Reading a negotiated text, beside what others do; writes RESULTS-text.md: `python benchmarks/text.py`.

CPU time of one thread, medians. Ours, the floor and difflib are run in this process, taking turns;
peers run in an environment of their own, kept in .cache, on the same two versions.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import difflib
import json
import random
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from run import _machine
from tracktwo.text.brackets.scanner import scan
from tracktwo.text.changes.accept import accept
from tracktwo.text.changes.derive import derived
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.languages.concordance import concordance
from tracktwo.text.ledger import ledger
from tracktwo.text.lint import lint
from tracktwo.text.units import NegotiatedText, Unit
from tracktwo.text.versions.compare import compare, compare_sources
from tracktwo.text.versions.sentence_split import sentences

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS-text.md"
CACHE = HERE.parent / ".cache"
PEERS = ("diff-match-patch==20241021", "redlines==0.6.2", "typing-extensions==4.15.0")
"""With what redlines needs and does not say."""

UNITS, SENTENCES = 2_600, 3
CHANGED = 0.1
OPEN = 500
VOCABULARY = (
    "the of and to in shall should may parties each side measures notification exercise region maritime military "
    "security dialogue risk reduction transparency experts agreed meeting channel incident forces mutual understanding "
    "climate change counterterrorism perception concern interest regional stability confidence building norms behaviour "
    "consultation within days before after any all no not with for on by as their its other common first annual report"
)
WORDS = VOCABULARY.split()


Row = tuple[str, str, str, str]
Section = tuple[str, str, list[Row], list[str]]
Work = Callable[[], Any]


def main() -> None:
    lines = [
        "# Benchmarks of texts under negotiation",
        "",
        "Written by `benchmarks/text.py`: CPU time of one thread, medians; the largest of the runs",
        "beside them. Others may have used the machine meanwhile, which shows in the largest.",
        "",
        *_machine(),
        f"Load when begun: {os.getloadavg()[0]:.1f} processes.",
    ]
    for section in (comparison, reading, rebasing):
        print(section.__name__, flush=True)
        title, asked, rows, remarks = section()
        lines += ["", f"## {title}", "", f"Asked: {asked}.", ""]
        lines += ["|  | median | largest | runs |", "|---|---|---|---|"]
        lines += [f"| {' | '.join(row)} |" for row in rows]
        lines += ["", *(f"- {remark}" for remark in remarks)]
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def comparison() -> Section:
    """Two versions of 300 pages, one unit in ten changed, one moved, one added, one suppressed."""
    old, new = _versions()
    anew = NegotiatedText({}, ("en",), tuple(Unit(f"z{one.id}", texts=one.texts) for one in new.units))  # fmt: skip
    before, after = _source(old), _source(new)
    stranger = _text(seed=99)

    def lines_by_difflib() -> None:
        matcher = difflib.SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)  # fmt: skip
        _words_by_difflib(matcher)

    works = {
        "Tracktwo, units by id": lambda: compare(old, new, "en"),
        "Tracktwo, no common ids": lambda: compare(old, anew, "en"),
        "Tracktwo, bare sources": lambda: compare_sources(before, after, "en"),
        "Tracktwo, two texts that share no unit, no common ids": lambda: compare(
            old, stranger, "en", by_id=False
        ),
        "floor: every changed unit read character by character": lambda: _floor(old, new),
        "difflib, lines then words of changed lines (autojunk off)": lines_by_difflib,
    }
    taken = _in_turns(*works.values(), runs=7)
    rows = [_row(name, seconds) for name, seconds in zip(works, taken, strict=True)]
    file = CACHE / "benchmarks" / "text.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps([before, after]), encoding="utf-8")
    remarks = [
        f"{len(before):,} characters in {UNITS:,} units, {before.count('['):,} brackets.",
        "difflib finds no moves, and pairs changed lines only where as many went as came.",
    ]
    for name, task in (
        ("diff-match-patch 20241021, lines then characters", "lines"),
        ("diff-match-patch 20241021, characters, limit 60 s", "characters"),
        ("redlines 0.6.2, a tenth of the text and scaled linearly", "redlines"),
    ):
        told = _peer(task, file)
        seconds = [one * told.get("scale", 1) for one in told["seconds"]]
        rows.append(_row(name, seconds))
    return "Comparing two versions of 300 pages", "under 2 s", rows, remarks


def reading() -> Section:
    """What is read at every check of a text of 300 pages."""
    old, _ = _versions()
    source = _source(old)
    both = NegotiatedText(
        {},
        ("en", "zh"),
        tuple(
            Unit(one.id, texts={**one.texts, "zh": "各方[应／宜]在30天内会晤，可发言。" * 6})
            for one in old.units
        ),
    )
    works = {
        "brackets, ledger and linter, as asked": lambda: (scan(source), ledger(old), lint(old)),
        "brackets of the source": lambda: scan(source),
        "ledger": lambda: ledger(old),
        "linter": lambda: lint(old),
        "sentences": lambda: sentences(source, "en"),
        "concordance of English and Chinese": lambda: concordance(both),
        "floor: every word found once": source.split,
    }
    taken = _in_turns(*works.values(), runs=7)
    rows = [_row(name, seconds) for name, seconds in zip(works, taken, strict=True)]
    return (
        "Reading 300 pages",
        "brackets, ledger and linter together under 1 s",
        rows,
        ["The concordance is the worst case: nearly every unit differs, and each is told."],
    )


def rebasing() -> Section:
    """One proposal is accepted, and all others that are open are carried to the new version."""
    old, _ = _versions()
    draw = random.Random(5)
    units = draw.choices(old.units, k=OPEN) + [old.units[0]] * OPEN
    proposals = [_proposal(draw, old, one, f"p{place}") for place, one in enumerate(units)]
    spread, crowded = proposals[:OPEN], proposals[OPEN:]
    works = {
        f"{OPEN} on passages all over the text": lambda: accept(old, spread[0], spread[1:]),
        f"{OPEN} on one passage": lambda: accept(old, crowded[0], crowded[1:]),
    }
    taken = _in_turns(*works.values(), runs=7)
    rows = [_row(name, seconds) for name, seconds in zip(works, taken, strict=True)]
    remark = (
        "On one passage most cannot go on: each is told why, which costs as much as carrying it."
    )
    return f"Carrying {OPEN} open proposals past one that is accepted", "under 1 s", rows, [remark]


def _proposal(draw: random.Random, text: NegotiatedText, unit: Unit, name: str) -> Operation:
    source = unit.texts["en"]
    words = derived(source, _edited(unit, draw).texts["en"])
    return Operation(name, OperationKind.MOD, text.version, unit.id, "en", replacements=words, side=draw.choice("ab"))  # fmt: skip


def _versions() -> tuple[NegotiatedText, NegotiatedText]:
    draw = random.Random(3)
    old = _text(seed=1)
    units = [_edited(one, draw) if draw.random() < CHANGED else one for one in old.units]
    del units[100]
    units.insert(500, units.pop(300))
    units.insert(700, Unit("new", texts={"en": _sentence(draw)}))
    return old, NegotiatedText({}, ("en",), tuple(units))


def _text(seed: int) -> NegotiatedText:
    draw = random.Random(seed)
    units = (
        Unit(f"u{place}", texts={"en": " ".join(_sentence(draw) for _ in range(SENTENCES))})
        for place in range(UNITS)
    )
    return NegotiatedText({}, ("en",), tuple(units))


def _sentence(draw: random.Random) -> str:
    words = draw.choices(WORDS, k=draw.randrange(8, 26))
    if draw.random() < 0.26:
        words[draw.randrange(len(words))] = f"[{draw.choice(WORDS)}/{draw.choice(WORDS)}]"
    return " ".join(words).capitalize() + "."


def _edited(unit: Unit, draw: random.Random) -> Unit:
    words = unit.texts["en"].split(" ")
    for _ in range(draw.randrange(1, 4)):
        words[draw.randrange(len(words))] = draw.choice(WORDS)
    return unit.with_text("en", " ".join(words))


def _source(text: NegotiatedText) -> str:
    return "\n\n".join(one.texts["en"] for one in text.units)


def _floor(old: NegotiatedText, new: NegotiatedText) -> int:
    """No comparison can do less than find the changed units and read them."""
    before = {one.id: one.texts["en"] for one in old.units}
    changed = [one.texts["en"] for one in new.units if before.get(one.id) != one.texts["en"]]
    return sum(1 for source in changed for _ in source)


def _words_by_difflib(matcher: Any) -> None:
    for tag, low, high, left, right in matcher.get_opcodes():
        if tag == "replace" and high - low == right - left:
            for one, other in zip(matcher.a[low:high], matcher.b[left:right], strict=True):
                difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False).get_opcodes()  # fmt: skip


def _in_turns(*works: Work, runs: int) -> list[list[float]]:
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for seconds, work in zip(taken, works, strict=True):
            begun = time.process_time()
            work()
            seconds.append(time.process_time() - begun)
    return taken


def _row(name: str, seconds: Sequence[float]) -> Row:
    return name, _time(statistics.median(seconds)), _time(max(seconds)), str(len(seconds))


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1e3:.3g} ms"


def _peer(task: str, file: Path) -> dict[str, Any]:
    printed = _call([_peer_python(), "-W", "ignore", str(HERE / "text_peers.py"), task, str(file)])
    return dict(json.loads(printed.splitlines()[-1]))


@cache
def _peer_python() -> str:
    """The interpreter of the peers' own environment, made on first use."""
    home = CACHE / "peers" / "text"
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        _call([str(python), "-m", "pip", "install", "--quiet", *PEERS])
        (home / "ready").touch()
    return str(python)


def _call(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command[1:])} failed:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
