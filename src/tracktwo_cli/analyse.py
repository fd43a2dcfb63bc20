"""`tracktwo analyse`: a folder of votes in, findings in words out."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.counts import Whole
from tracktwo_cli.outputs import check_outputs, print_document, write_together
from tracktwo_cli.terminal import say, shown_progress
from tracktwo_cli.votes import read_votes

if TYPE_CHECKING:
    from tracktwo.analysis import Analysis, GivenGroups
    from tracktwo.dialogue import Dialogue

NAMED_GROUPS = ("model", "parties", "polis")

PATIENCE = 10
"""Seconds in which a cluster must answer."""


def analyse(
    path: Path,
    /,
    *,
    participants: Path | None = None,
    predictions: Path | None = None,
    columns: str | None = None,
    values: str | None = None,
    groups: str = "model",
    map_: Annotated[Literal["ideal-point", "polis"], Parameter(name="--map")] = "ideal-point",
    json: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    report: Path | None = None,
    language: Literal["en", "zh", "fr"] = "en",
    open_: Annotated[bool, Parameter(name="--open", negative="")] = False,
    dimensions: Literal[1, 2] = 1,
    orientation: str | None = None,
    smallest_effect: float = 0.1,
    rate: float = 0.05,
    seed: Annotated[int, Whole] = 0,
    cluster: str | None = None,
) -> None:
    """Find what the sides share, what truly divides them, and where one misjudges the other.

    Parameters
    ----------
    path
        A dialogue folder, a Polis export folder or API file, or a table of votes (CSV, Parquet).
    participants
        A table of participant and party, for data that have no sides of their own.
    predictions
        A table of participant, statement, party, value: what people expect of a side.
    columns
        Which columns hold what: participant=state,statement=rcid,vote=vote
    values
        What answers mean: yes=1,abstain=0,no=-1
    groups
        Groups for the group figures: model, parties, polis, or a table of participant and group.
    map_
        How positions are found: ideal-point or polis.
    json
        Write every figure to this file as JSON; - for standard output.
    report
        Write the report to this HTML file.
    language
        Language of findings and report: en, zh or fr.
    open_
        Open the report in the browser.
    dimensions
        Of the ideal-point map: 1 or 2.
    orientation
        What lies to the right on the map: party:ID, participant:ID or statement:ID.
    smallest_effect
        Share of the scale under which an error of perception is of no interest.
    rate
        False discovery rate at which a misperception is claimed.
    seed
        Fixes what is drawn at random.
    cluster
        Address of a Dask scheduler to work on, such as tcp://host:8786.

    """
    if open_ and report is None:
        raise OptionError("--open needs --report FILE.html, the page to open")
    outputs = [report, Path(json) if json and json != "-" else None]
    inputs = [path, participants, predictions, Path(groups)]
    check_outputs(filter(None, outputs), inputs=filter(None, inputs))
    with shown_progress() as progress, ExitStack() as stack:
        dialogue = read_votes(
            path,
            participants=participants,
            predictions=predictions,
            columns=columns,
            values=values,
            progress=progress,
        )
        found = _analysed(
            dialogue,
            groups=_groups(groups, dialogue),
            map=map_,
            seed=seed,
            smallest_effect=smallest_effect,
            false_discovery_rate=rate,
            dimensions=dimensions,
            orientation=orientation or "",
            client=_client(cluster, stack),
            progress=progress,
        )
        texts = _texts(found, language, outputs)
        write_together(texts)
    if json == "-":
        _print_json(found)
    else:
        _tell(found, language)
    for written in texts:
        say(f"wrote {written}")
    if open_ and report is not None:
        _open(report)


def _analysed(dialogue: "Dialogue", **settings: Any) -> "Analysis":  # noqa: ANN401 -- passed on
    from tracktwo.analysis import analyse as analysis_of

    return analysis_of(dialogue, **settings)


def _groups(groups: str, dialogue: "Dialogue") -> "str | GivenGroups":
    if groups in NAMED_GROUPS:
        return groups
    if not Path(groups).is_file():
        raise OptionError(
            f"--groups {groups} is neither model, parties, polis nor a file; "
            "give a table with the columns participant and group"
        )
    from tracktwo.analysis import GivenGroups
    from tracktwo.exchange import read_groups

    return GivenGroups(*read_groups(Path(groups), dialogue))


def _client(address: str | None, stack: ExitStack) -> Any:  # noqa: ANN401 -- distributed is optional
    if address is None:
        return None
    try:
        import distributed
    except ImportError:
        raise OptionError("--cluster needs: pip install 'tracktwo[cluster]'") from None
    try:
        client: Any = distributed.Client(address, timeout=PATIENCE)  # type: ignore[no-untyped-call]
        return stack.enter_context(client)
    except (OSError, ValueError, TimeoutError):
        raise OptionError(f"no Dask scheduler answers at {address}; check --cluster") from None


def _texts(found: "Analysis", language: str, outputs: list[Path | None]) -> dict[Path, str]:
    """What is to stand in the report and in the document, where they are asked for."""
    from tracktwo.analysis import to_json
    from tracktwo.reports import report_of, to_html

    report, document = outputs
    texts = {report: to_html(report_of(found, language))} if report else {}
    return texts | ({document: to_json(found)} if document else {})


def _print_json(found: "Analysis") -> None:
    from tracktwo.analysis import to_json

    print_document(to_json(found))


def _tell(found: "Analysis", language: str) -> None:
    from tracktwo_cli.findings import tell

    tell(found, language)


def _open(report: Path) -> None:
    import webbrowser

    if not webbrowser.open(report.resolve().as_uri()):
        say(f"no browser here: open {report.resolve()} in yours")
