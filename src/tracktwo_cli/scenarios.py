"""`tracktwo scenarios`: a cross-impact matrix in, the scenarios that hold together out."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.counts import Whole
from tracktwo_cli.outputs import check_outputs, print_document, write_together
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo.influence.scenarios import ScenarioStudy, Succession


def scenarios(
    matrix: Path,
    /,
    *,
    fix: Annotated[list[str] | None, Parameter(negative="", consume_multiple=True)] = None,
    tolerance: float = 0.0,
    succession: Literal["global", "local"] = "global",
    seed: Annotated[int, Whole] = 0,
    deadline: float = 60.0,
    json: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    language: Literal["en", "zh", "fr"] = "en",
) -> None:
    """Find every combination of states that holds together, by cross-impact balances.

    Parameters
    ----------
    matrix
        A square table (CSV) with Descriptor=state on both axes: how much each row speaks for each column.
    fix
        Descriptors held at a state from outside, as Descriptor=state; says what that changes.
    tolerance
        By how much a state may be behind a rival and its scenario still be listed.
    succession
        How scenarios move that do not hold together: global (all descriptors at once) or local.
    seed
        Fixes what is drawn where there are too many scenarios to start from each.
    deadline
        Seconds after which the search stops with what it has.
    json
        Write everything to this file as JSON; - for standard output.
    language
        Language of what is printed: en, zh or fr.

    """
    outputs = [Path(json)] if json and json != "-" else []
    check_outputs(outputs, inputs=[matrix])
    study = _study(
        matrix,
        held=_held(fix),
        tolerance=tolerance,
        succession=succession,
        seed=seed,
        may_go_on=_until(deadline),
    )
    write_together({path: _as_json(study) for path in outputs})
    if json == "-":
        print_document(_as_json(study))
    else:
        _tell(study, language)
    for written in outputs:
        say(f"wrote {written}")


def _held(fixes: Sequence[str] | None) -> dict[str, str]:
    if fixes is not None and not fixes:
        raise OptionError("--fix names nothing; write --fix 'Descriptor=state'")
    held: dict[str, str] = {}
    for fix in fixes or ():
        descriptor, equals, state = (part.strip() for part in fix.partition("="))
        if not (descriptor and equals and state):
            raise OptionError(f"--fix {fix!r} names no state; write --fix 'Descriptor=state'")
        if descriptor in held:
            raise OptionError(f"--fix names descriptor {descriptor!r} twice; give it one state")
        held[descriptor] = state
    return held


def _until(deadline: float) -> Callable[[], bool]:
    """Whether there is time left, from now on."""
    if not deadline > 0:
        raise OptionError(f"--deadline is {deadline:g}; give it more than 0 seconds")
    end = time.monotonic() + deadline
    return lambda: time.monotonic() < end


def _study(
    file: Path,
    *,
    held: dict[str, str],
    tolerance: float,
    succession: "Succession",
    seed: int,
    may_go_on: Callable[[], bool],
) -> "ScenarioStudy":
    from tracktwo.exchange.cross_impact import read_cross_impact
    from tracktwo.influence.scenarios import study_scenarios

    return study_scenarios(
        read_cross_impact(file),
        held=held,
        tolerance=tolerance,
        succession=succession,
        seed=seed,
        may_go_on=may_go_on,
    )


def _as_json(study: "ScenarioStudy") -> str:
    from tracktwo.influence.scenarios import scenarios_to_json

    return scenarios_to_json(study)


def _tell(study: "ScenarioStudy", language: str) -> None:
    from tracktwo_cli.scenario_findings import tell

    tell(study, language)
