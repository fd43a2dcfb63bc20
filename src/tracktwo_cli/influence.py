"""`tracktwo influence`: a map of who moves what in, its spirals and what would help out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.counts import FromOne, Whole
from tracktwo_cli.outputs import check_outputs, print_document, write_together
from tracktwo_cli.terminal import say, shown_progress

if TYPE_CHECKING:
    from tracktwo._typing import Progress
    from tracktwo.influence import Contrast, InfluenceMap, Options, Study, Tipping

Repeated = Parameter(negative="")


def influence(
    map_: Annotated[Path, Parameter(name="MAP")],
    /,
    *,
    rule: Literal["kosko", "mkosko", "rescaled"] = "kosko",
    transfer: str = "sigmoid:1",
    start: Path | None = None,
    clamp: Annotated[list[str] | None, Repeated] = None,
    take: Annotated[list[str] | None, Repeated] = None,
    measure: Path | None = None,
    risk: Annotated[list[str] | None, Repeated] = None,
    side: str | None = None,
    compare: Path | None = None,
    same: Annotated[list[str] | None, Repeated] = None,
    ensemble: Annotated[int, Whole] = 1_000,
    spread: float = 0.0,
    least_share: float = 0.0,
    loops: Annotated[int, FromOne] = 10,
    tipping: Annotated[int, Whole] = 0,
    seed: Annotated[int, Whole] = 0,
    trace: Annotated[bool, Parameter(negative="")] = False,
    json: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    report: Path | None = None,
    language: Literal["en", "zh", "fr"] = "en",
) -> None:
    """Find the spirals of an influence map, what moves each risk, and what each measure would do.

    Parameters
    ----------
    map_
        A table source,target,weight, a folder with judgements.csv, a matrix (CSV, XLSX), GraphML, Kumu
        JSON, DOT, Mermaid, or a text of lines such as: exercises -> threat : +0.7 [0.5,0.9]
    rule
        How influences add up: kosko, mkosko or rescaled.
    transfer
        What a concept makes of them: sigmoid:1, tanh:1, step:0.5, trivalent or clip.
    start
        A table concept,value of where concepts start; without it, what is drawn starts at 1.
    clamp
        Hold a concept at a value: --clamp trust=0.2 (may be repeated).
    take
        Take a measure that is on the map (may be repeated).
    measure
        A table measure,target,weight of measures that are not on the map yet; they are taken.
    risk
        A concept to ask about (may be repeated); without it, those of kind risk.
    side
        Study the judgements of one side alone.
    compare
        Another map to compare with. A map that two sides judged is compared within itself.
    same
        A concept of the other map that means one of this map: --same menace=threat (may be repeated).
    ensemble
        How often experts are drawn anew to see what is sure; 0 for never.
    spread
        How far judgements without a range may be off on either side.
    least_share
        Leave out links that a smaller share of the experts drew.
    loops
        How many loops of each kind to look for.
    tipping
        Let the map move from so many random starts and list where it ends.
    seed
        Fixes what is drawn at random.
    trace
        Put every step of the run into the JSON.
    json
        Write every figure to this file as JSON; - for standard output.
    report
        Write the report to this HTML file.
    language
        Language of findings and report: en, zh or fr.

    """
    from tracktwo.influence import Dynamics, Options

    outputs = [report, Path(json) if json and json != "-" else None]
    inputs = [map_, start, measure, compare]
    check_outputs(filter(None, outputs), inputs=filter(None, inputs))
    if not 0 <= spread <= 1:
        raise OptionError(f"--spread {spread:g}: write a number in 0..1")
    with shown_progress() as progress:
        drawn = _read(map_, side, progress)
        drawn, taken = _with_measures(drawn, measure)
        options = Options(
            dynamics=Dynamics.of(rule, transfer),
            risks=tuple(risk or ()),
            taken=(*(take or ()), *taken),
            start=_start(start, drawn),
            clamped=_values("--clamp", clamp),
            members=ensemble,
            spread=spread,
            least_share=least_share,
            loops=loops,
            seed=seed,
            keep_trace=trace,
        )
        found, apart = _studied(drawn, map_, compare, same, options, progress)
        ends = _tipping(found, tipping)
        texts = _texts(found, apart, ends, language, outputs)
        write_together(texts)
    if json == "-":
        _print_json(found, apart, ends)
    else:
        _tell(found, apart, ends, language)
    for written in texts:
        say(f"wrote {written}")


def _read(path: Path, side: str | None, progress: "Progress") -> "InfluenceMap":
    from tracktwo.exchange.influence import read_map

    progress(f"reading {path.name}", 0, 0)
    drawn = read_map(path)
    if side is None:
        return drawn
    if side not in drawn.sides:
        there = ", ".join(drawn.sides) or "none"
        raise OptionError(f"--side {side}: nobody of that side judged (sides: {there})")
    return drawn.of_side(side)


def _with_measures(
    drawn: "InfluenceMap", path: Path | None
) -> tuple["InfluenceMap", tuple[str, ...]]:
    from tracktwo.exchange.influence.values import read_measures

    return (drawn, ()) if path is None else read_measures(path, drawn)


def _start(path: Path | None, drawn: "InfluenceMap") -> dict[str, float] | None:
    from tracktwo.exchange.influence.values import read_values

    return None if path is None else read_values(path, drawn)


def _values(option: str, pairs: list[str] | None) -> dict[str, float]:
    """`NAME=V` options as a mapping."""
    told = _parted(option, pairs, form="NAME=VALUE")
    return {name: _number(f"{option} {name}={value}", value) for name, value in told.items()}


def _parted(option: str, pairs: list[str] | None, *, form: str) -> dict[str, str]:
    """What stands before and after the last = of each; none before it twice."""
    found: dict[str, str] = {}
    for pair in pairs or ():
        name, _, value = (part.strip() for part in pair.rpartition("="))
        if not (name and value):
            raise OptionError(f"{option} {pair!r} is not of the form {form}")
        if name in found:
            raise OptionError(f"{option} names {name!r} twice; name it once")
        found[name] = value
    return found


def _number(option: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        remedy = f"; write {text.replace(',', '.')}" if "," in text else ""
        raise OptionError(f"{option}: {text!r} is not a number{remedy}") from None


def _studied(
    drawn: "InfluenceMap",
    path: Path,
    compare: Path | None,
    same: list[str] | None,
    options: "Options",
    progress: "Progress",
) -> tuple["Study", "Contrast | None"]:
    """The study and, where there are two maps or two sides in one, what sets them apart."""
    from tracktwo.exchange.influence import read_map
    from tracktwo.influence import contrast, study

    if same and compare is None:
        raise OptionError("--same needs --compare, the map whose concepts it names")
    if compare is not None and compare.resolve() == path.resolve():
        raise OptionError(f"--compare {compare}: this is the map itself; name another")
    found = study(drawn, options, progress=progress)
    if compare is not None:
        names = _told_apart(path, compare)
        matched = _parted("--same", same, form="THEIRS=OURS")
        return found, contrast(drawn, read_map(compare), options, names=names, same=matched)
    if len(drawn.sides) != 2:
        return found, None
    one, other = drawn.sides
    sides = (drawn.of_side(one), drawn.of_side(other))
    return found, contrast(*sides, options, names=(one, other))


def _told_apart(one: Path, other: Path) -> tuple[str, str]:
    """Names for two maps: those of their files, with their folders where these are the same."""
    if one.stem != other.stem:
        return one.stem, other.stem
    return str(one), str(other)


def _tipping(found: "Study", starts: int) -> "Tipping | None":
    from tracktwo.influence import Network, start_of, tipping

    if not starts:
        return None
    options = found.options
    start = start_of(
        found.drawn, taken=options.taken, values=options.start, clamped=options.clamped
    )
    return tipping(
        Network.of_map(found.drawn),
        start,
        dynamics=options.dynamics,
        starts=starts,
        seed=options.seed,
    )


def _texts(
    found: "Study",
    apart: "Contrast | None",
    ends: "Tipping | None",
    language: str,
    outputs: list[Path | None],
) -> dict[Path, str]:
    """What is to stand in the report and in the document, where they are asked for."""
    from tracktwo.influence import to_json
    from tracktwo.reports import to_html
    from tracktwo.reports.influence import influence_report

    report, document = outputs
    texts = {report: to_html(influence_report(found, apart, language))} if report else {}
    return texts | ({document: to_json(found, contrast=apart, tipping=ends)} if document else {})


def _print_json(found: "Study", apart: "Contrast | None", ends: "Tipping | None") -> None:
    from tracktwo.influence import to_json

    print_document(to_json(found, contrast=apart, tipping=ends))


def _tell(found: "Study", apart: "Contrast | None", ends: "Tipping | None", language: str) -> None:
    from tracktwo_cli.influence_findings import tell

    tell(found, apart, ends, language)
