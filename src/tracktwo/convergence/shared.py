"""What every side may hold of a study: the options, one package, how firm each option is. Nobody's points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from tracktwo.convergence.firmness import Standing
from tracktwo.convergence.options import Area, Option, Options
from tracktwo.convergence.study import Study
from tracktwo.errors import InputError

JSON = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shared:
    """Options, Nash's package of them (None where nothing can be agreed), and where each option stands."""

    options: Options
    package: tuple[str, ...] | None
    standing: Mapping[str, Standing]

    @property
    def chosen(self) -> tuple[Option, ...]:
        """The options of the package, as they are on offer."""
        return tuple(one for one in self.options.options if one.id in (self.package or ()))


def shared_of(study: Study) -> Shared:
    """What a study leaves when all that is one side's own is taken out."""
    firm, package = study.firmness, study.agreement.nash
    return Shared(
        study.talks.options,
        package.options if package else None,
        {option: firm.standing(option) for option in firm.share},
    )


def shared_from(document: JSON) -> Shared:
    """The same, from a document of what a side or the table sees (`seen_document`).

    Raises `InputError` where this is no such document.

    >>> told = {"areas": [], "options": [{"id": "talks", "rung": "contact"}, {"id": "visit"}],
    ...         "nash": {"options": ["talks"]}, "standing": {"talks": "firm", "visit": "never"}}
    >>> [one.id for one in shared_from(told).chosen]
    ['talks']
    """
    try:
        options = Options(
            tuple(map(_option, document["options"])),
            tuple(Area(one["id"], one["texts"]) for one in document["areas"]),
        )
        nash = document["nash"]
        package = None if nash is None else tuple(nash["options"])
        standing = dict(document["standing"])
    except (KeyError, TypeError, AttributeError) as error:
        raise _refused(error) from None
    if not set(package or ()) <= set(options.ids) or not _is_standing(standing, options):
        raise _refused("it names an option that it does not describe, or how one stands")
    return Shared(options, package, standing)


def _option(told: JSON) -> Option:
    texts = {name: told.get(name, {}) for name in ("texts", "interests", "obstacles", "precedents")}
    return Option(id=told["id"], area=told.get("area", ""), rung=told.get("rung", ""), **texts)


def _is_standing(standing: Mapping[str, Any], options: Options) -> bool:
    known = get_args(Standing)
    return all(standing.get(one) in known for one in options.ids)


def _refused(why: object) -> InputError:
    return InputError(
        f"this is no document of packages as a side sees them ({why}); "
        "write it with tracktwo packages --for and --json"
    )
