"""`tracktwo packages`: what experts value in, packages that all sides prefer to no agreement out."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.counts import Whole
from tracktwo_cli.outputs import print_document
from tracktwo_cli.printed import AS_TEXT, Printed
from tracktwo_cli.terminal import shown_progress

if TYPE_CHECKING:
    from tracktwo.convergence import Study
    from tracktwo.exchange.convergence import ConvergenceFolder

Several = Parameter(negative="", consume_multiple=True)


@Parameter(name="*")
@dataclass(frozen=True)
class Asked:
    """What is asked of talks."""

    table: str = ""
    """The package on the table, as ids of options: a,b,c. Trades that improve on it are told."""
    for_: Annotated[str, Parameter(name="--for")] = ""
    """Tell what this party may see, and nothing else."""
    k: Annotated[int | None, Whole] = None
    """Least number of experts of a side that a figure may rest on. Without it: dialogue.toml's, or 3."""
    points: Annotated[int, Whole] = 40
    """Packages of the frontier beyond twenty options; 0 for all of them."""
    draws: Annotated[int | None, Whole] = None
    """Draws of the experts. Without it: 200 up to twenty options, 40 beyond."""
    seed: Annotated[int, Whole] = 0
    """Fixes what is drawn at random."""
    effort: float = 20.0
    """Deterministic time that each search may take, by the solver's measure."""


NOTHING = Asked()


def packages(
    path: Path,
    /,
    *,
    profiles: Annotated[list[Path] | None, Several] = None,
    asked: Asked = NOTHING,
    printed: Printed = AS_TEXT,
) -> None:
    """Find packages of options that all sides prefer to no agreement, and how firm they are.

    Parameters
    ----------
    path
        A dialogue folder with convergence/, that folder itself, or a domain of GENIUS or negmas.
    profiles
        The profiles of a domain, one file a party.
    asked
        What is asked of talks.
    printed
        How it is printed.

    """
    from tracktwo.exchange.convergence import is_domain_file, read_convergence

    if is_domain_file(path) or profiles:
        if asked != NOTHING:
            raise OptionError("a domain with profiles takes no option but --json and --language")
        _tell_domain(path, profiles or [], printed)
        return
    given = read_convergence(path)
    found = _study(given, asked)
    if printed.json:
        print_document(_as_json(found, given, asked.for_))
        return
    from tracktwo_cli.packages_findings import tell

    tell(found, given, printed.language, party=asked.for_)


def _study(given: "ConvergenceFolder", asked: Asked) -> "Study":
    from tracktwo.convergence import study

    known = given.talks.parties
    if asked.for_ and asked.for_ not in known:
        raise OptionError(f"party {asked.for_!r} is not among the parties ({', '.join(known)})")
    table = [one for one in (id_.strip() for id_ in asked.table.split(",")) if one]
    with shown_progress() as progress:
        return study(
            given.talks,
            table=table or None,
            k=given.k if asked.k is None else asked.k,
            points=asked.points or None,
            draws=asked.draws,
            seed=asked.seed,
            effort=asked.effort,
            progress=progress,
        )


def _as_json(found: "Study", given: "ConvergenceFolder", party: str) -> str:
    from tracktwo.convergence import document, seen_by, seen_document, to_json

    names = {one.id: one.names for one in given.parties}
    if party:
        seen = seen_by(found, party)
        return to_json(seen_document(seen, found, title=given.title, note=given.note, names=names))
    return to_json(document(found, title=given.title, note=given.note, names=names))


def _tell_domain(path: Path, profiles: list[Path], printed: Printed) -> None:
    from tracktwo.convergence import to_json
    from tracktwo.convergence.outcomes import bargain, domain_document, utilities
    from tracktwo.exchange.convergence import read_domain

    read = read_domain(path, profiles)
    worth = utilities(read.domain, read.profiles)
    found = bargain(worth, [one.reserved for one in read.profiles])
    if printed.json:
        print_document(
            to_json(domain_document(read.domain, read.profiles, worth, found, read.notes))
        )
        return
    from tracktwo_cli.packages_outcomes import tell_domain

    tell_domain(read, worth, found, printed.language)
