"""The tables in `stated/`, read: who is let in where, at which stages, and what everybody else gets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.web.permissions.cast import ALL, GROUPS, NOT_YET_IN, PLACELESS, SERVICES
from tracktwo_web.dialogues import stages

FOLDER = Path(__file__).parent / "stated"
HIDDEN = "hidden"

DOORS: dict[str, dict[str, str]] = {
    "dialogue": dict.fromkeys(PLACELESS, "not found")
    | {
        "passer-by": "to join",
        "newcomer of A": "to rules",
        "convenor without second factor": "to mfa_index",
    },
    "account": dict.fromkeys(ALL, "to account_login")
    | {"convenor without second factor": "to mfa_index"},
    "token": dict.fromkeys(ALL, "no token")
    | {
        "newcomer of A": "closed",
        "member of A, link revoked": "not found",
        "member of another dialogue": "not found",
        "service of another dialogue": "not found",
        "service, revoked": "not found",
    },
    "none": {},
}
"""What those get who come no further than the door, unless a row says otherwise."""


@dataclass(frozen=True)
class Row:
    """A line of a table: these people, at these stages, get this."""

    who: frozenset[str]
    stages: frozenset[str]
    answer: str


@dataclass
class Case:
    """A call about something, with every line that speaks of it."""

    call: str
    about: str
    door: str
    others: str
    source: str
    rows: list[Row] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.call} ({self.about})" if self.about else self.call

    @property
    def method(self) -> str:
        return self.call.split(" ", 1)[0]

    @property
    def route(self) -> str:
        return self.call.split(" ", 1)[1]

    @property
    def thing(self) -> str:
        """What the call is about, without what is to be true besides."""
        return self.about.partition("; ")[0]

    @property
    def is_while_open(self) -> bool:
        return self.thing == "open round" or "while a round is open" in self.about

    @property
    def is_from_afar(self) -> bool:
        return "from another machine" in self.about

    @property
    def is_of_the_api(self) -> bool:
        return "{" in self.route

    @property
    def people(self) -> tuple[str, ...]:
        return ALL if self.door == "token" else tuple(p for p in ALL if p not in SERVICES)

    def stated(self, person: str, stage: str) -> str:
        """What somebody gets at a stage: by the first line that names them, else by the door."""
        for row in self.rows:
            if person in row.who and stage in row.stages:
                return row.answer
        if self.others == HIDDEN:
            return "not found"
        return DOORS[self.door].get(person, self.others)


@cache
def every_case() -> tuple[Case, ...]:
    return tuple(case for file in _tables() for case in _cases(file))


def _tables() -> list[Path]:
    return sorted(file for file in FOLDER.glob("*.md") if file.name != "README.md")


def _cases(file: Path) -> Iterator[Case]:
    door, case = "none", None
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("Door: "):
            door = line.removeprefix("Door: ").split(".")[0].strip()
        if not line.startswith("|") or line.startswith(("| call", "|--", "| --")):
            continue
        call, about, who, at, answer, others = (
            cell.strip() for cell in line.strip()[1:-1].split("|")
        )
        if call:
            if case:
                yield case
            about = "; ".join(part.strip() for part in about.split(";")) if about else ""
            case = Case(call, about, door, others, file.name)
        if who:
            case.rows.append(Row(_people(who), _stages(at), answer))
    if case:
        yield case


def _people(who: str) -> frozenset[str]:
    """Names and groups; what stands after "but" is taken out again."""
    named, _, but = who.partition(" but ")
    return _named(named) - _named(but)


def _named(words: str) -> frozenset[str]:
    return frozenset(one for word in words.split("; ") if word for one in GROUPS[word.strip()])


def _stages(at: str) -> frozenset[str]:
    named = [word.strip() for word in at.split(",")] if at else list(stages.IDS)
    unknown = set(named) - set(stages.IDS)
    if unknown:
        raise ValueError(f"no such stage: {unknown}")
    return frozenset(named)


assert set(NOT_YET_IN) <= DOORS["dialogue"].keys()
