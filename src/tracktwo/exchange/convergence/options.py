"""areas.csv, options.csv and interests.csv: what is on offer."""

from collections.abc import Container
from pathlib import Path

from tracktwo.convergence.options import Area, Option, Options, what_is_wrong
from tracktwo.exchange.lists import Row, check_id
from tracktwo.exchange.risks.rows import ids_in, read_rows, texts_of

OPTION_COLUMNS = ("area", "rung", "touches")
OPTION_TEXTS = ("text", "obstacles", "precedents")


def read_options(
    options: Path,
    *,
    areas: Path | None,
    interests: Path | None,
    parties: tuple[str, ...],
    touchable: Container[str] | None,
) -> Options:
    """Options with their areas and interests; `touchable` are ids of risks and concepts, if known."""
    fields = _areas(areas) if areas else ()
    rows = read_rows(options, ("option",), optional=OPTION_COLUMNS, texts=OPTION_TEXTS)
    seen: dict[str, int] = {}
    ids = [check_id(row, "option", seen) for row in rows]
    said = _interests(interests, seen, options.name, parties) if interests else {}
    known = {one.id for one in fields}
    read = (
        _option(row, id_, said.get(id_, {}), known, touchable)
        for row, id_ in zip(rows, ids, strict=True)
    )
    return Options(tuple(read), fields)


def _areas(path: Path) -> tuple[Area, ...]:
    seen: dict[str, int] = {}
    rows = read_rows(path, ("area",), texts=("text",))
    return tuple(Area(check_id(row, "area", seen), texts_of(row, "text")) for row in rows)


def _option(
    row: Row,
    id_: str,
    interests: dict[str, dict[str, str]],
    areas: Container[str],
    touchable: Container[str] | None,
) -> Option:
    option = Option(
        id_,
        row["area"],
        texts_of(row, "text"),
        interests,
        texts_of(row, "obstacles"),
        texts_of(row, "precedents"),
        row["rung"].lower(),
        ids_in(row, "touches"),
    )
    if wrong := what_is_wrong(option, areas):
        row.refuse(wrong)
    for touched in option.touches if touchable is not None else ():
        if touched not in (touchable or ()):
            row.refuse(
                f"{touched!r} is neither a concept of the map nor a risk; add it there or correct it"
            )
    return option


def _interests(
    path: Path, options: dict[str, int], name: str, parties: tuple[str, ...]
) -> dict[str, dict[str, dict[str, str]]]:
    said: dict[str, dict[str, dict[str, str]]] = {}
    for row in read_rows(path, ("option", "party"), texts=("text",)):
        option, party = row["option"], row["party"]
        check_option(row, option, options, name)
        check_party(row, party, parties)
        if party in said.setdefault(option, {}):
            row.refuse(f"the interest of {party!r} in {option!r} is already there; keep one")
        said[option][party] = texts_of(row, "text")
    return said


def check_option(row: Row, option: str, known: Container[str], name: str = "options.csv") -> None:
    """Refuse a row about an option that is not on offer."""
    if option not in known:
        row.refuse(f"option {option!r} is not in {name}; add it there or correct it")


def check_party(row: Row, party: str, parties: tuple[str, ...]) -> None:
    """Refuse a row about a party that is not at the table, where it is known who is."""
    if parties and party not in parties:
        row.refuse(f"party {party!r} is not among the parties ({', '.join(parties)})")
