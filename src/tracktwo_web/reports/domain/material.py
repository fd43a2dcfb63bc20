"""What a dialogue has come to, as the folder that `tracktwo report` reads.

Only what was released and what every side may see goes into it: the newest released round, the maps
that all sides have released, what was found of estimates and of points given to options (never
either), the joint text, the roadmap, and how authors wish to be named.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from tracktwo.dialogue import Party
from tracktwo.exchange.influence import write_map
from tracktwo.exchange.settings import Settings
from tracktwo.exchange.write import write_settings
from tracktwo_web.convergence.models import ValueRound
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.influence.models import Map
from tracktwo_web.influence.queries import as_library, maps_of, sheet_of
from tracktwo_web.insights.domain.archive import unpack
from tracktwo_web.insights.domain.snapshot import freeze
from tracktwo_web.insights.models import Snapshot
from tracktwo_web.kit.models import Row
from tracktwo_web.reports.domain.authors import authors_of
from tracktwo_web.risks.models import EstimateRound, State
from tracktwo_web.roadmaps.domain.folders import write_plan
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.texts.domain.folders import write_texts


def write_material(dialogue: Dialogue, folder: Path) -> None:
    """Write all that the report is made of into a folder that exists and is empty."""
    from tracktwo.reports.joint.found import PACKAGES, RISKS
    from tracktwo.reports.joint.settings import FILE, report_settings

    answers = newest_answers(dialogue)
    if answers is not None:
        unpack(bytes(answers.content or b""), folder)
    else:
        write_settings(_settings(dialogue), folder)
    maps = released_maps(dialogue)
    if maps:
        write_map(as_library(sheet_of(one) for one in maps), folder)
    estimates = newest_estimates(dialogue)
    if estimates is not None:
        _write(folder / RISKS, json.dumps(estimates.found, ensure_ascii=False))
    packages = newest_packages(dialogue)
    if packages is not None:
        _write(folder / PACKAGES, json.dumps(packages.found, ensure_ascii=False))
    write_texts(dialogue, folder)
    write_plan(dialogue, folder)
    _write(folder / FILE, report_settings(authors=authors_of(dialogue)))


def newest_answers(dialogue: Dialogue) -> Snapshot | None:
    """The newest released round that holds answers which may be told, frozen."""
    found = Snapshot.objects.filter(round__dialogue=dialogue, round__state=RoundState.RELEASED)
    for one in found.select_related("round__dialogue").order_by("-round__number"):
        snapshot = freeze(one)
        if not snapshot.is_empty:
            return snapshot
    return None


def released_maps(dialogue: Dialogue) -> list[Map]:
    """The sides' maps once all are released, else the joint one; none where nothing is drawn."""
    drawn = list(maps_of(dialogue))
    own = [one for one in drawn if one.side is not None]
    shown = (
        own
        if own and all(one.is_released for one in own)
        else [one for one in drawn if one.side is None]
    )
    return shown if any(one.links.exists() for one in shown) else []


def newest_estimates(dialogue: Dialogue) -> EstimateRound | None:
    """The newest round of estimates that was released."""
    found = dialogue.estimate_rounds.filter(state=State.RELEASED, found__isnull=False)
    return found.order_by("-number").first()


def newest_packages(dialogue: Dialogue) -> ValueRound | None:
    """The newest round of valuing that was released; what it tells is told to everybody at the table."""
    found = dialogue.value_rounds.filter(state=RoundState.RELEASED, found__isnull=False)
    return found.order_by("-number").first()


def has_material(dialogue: Dialogue) -> bool:
    """Whether there is anything to report."""
    return bool(
        dialogue.joint_texts.exists()
        or Plan.objects.filter(dialogue=dialogue).exists()
        or released_maps(dialogue)
        or newest_estimates(dialogue)
        or newest_packages(dialogue)
        or newest_answers(dialogue)
    )


def mark_of(dialogue: Dialogue) -> str:
    """Changes whenever the report would be made of something else, how authors are named left out."""
    told = [
        [dialogue.title, dialogue.note, dialogue.languages, dialogue.k],
        list(dialogue.sides.order_by("position").values_list("code", "names", "size")),
        _ids(Snapshot.objects.filter(round__dialogue=dialogue, round__state=RoundState.RELEASED)),
        [[str(one.pk), one.edition] for one in released_maps(dialogue)],
        _ids(dialogue.estimate_rounds.filter(state=State.RELEASED)),
        _ids(dialogue.value_rounds.filter(state=RoundState.RELEASED)),
        sorted([str(key), *rest] for key, *rest in _texts(dialogue)),
        list(Plan.objects.filter(dialogue=dialogue).values_list("edition", flat=True)),
    ]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def named_in(dialogue: Dialogue) -> str:
    """Changes whenever authors are to be named otherwise."""
    from tracktwo.reports.joint.settings import report_settings

    return sha256(report_settings(authors=authors_of(dialogue)).encode()).hexdigest()


def _texts(dialogue: Dialogue) -> Iterable[tuple[object, ...]]:
    return dialogue.joint_texts.values_list("pk", "position", "version", "edition")


def _ids(rows: Iterable[Row]) -> list[str]:
    return sorted(str(one.pk) for one in rows)


def _settings(dialogue: Dialogue) -> Settings:
    sides = dialogue.sides.order_by("position")
    return Settings(
        title=dialogue.title,
        languages=tuple(dialogue.languages) or ("en",),
        k=dialogue.k,
        stage=dialogue.stage,
        note=dialogue.note,
        parties=tuple(Party(one.code, one.names, one.size) for one in sides),
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
