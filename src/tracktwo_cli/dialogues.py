"""`tracktwo export` and `tracktwo import`: dialogues out of the platform, and into it."""

import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from tracktwo.errors import InputError, OptionError
from tracktwo_cli.needs_web import need_web
from tracktwo_cli.terminal import say, shown_progress

if TYPE_CHECKING:
    from tracktwo.dialogue import Dialogue
    from tracktwo_web.dialogues.models import Dialogue as Row
    from tracktwo_web.perceptions.models import Round


def export(
    dialogue: str,
    /,
    *,
    folder: Path,
    round_: Annotated[int | None, Parameter(name="--round")] = None,
    data: Path | None = None,
) -> None:
    """Write the answers of a released round as a dialogue folder, ready for `tracktwo analyse`.

    The joint texts of the dialogue come along, each in a folder of its own, as they stand, and so does its roadmap.

    Parameters
    ----------
    dialogue
        The dialogue's id, as it stands in its address.
    folder
        Where to write; it must not exist yet, or be empty.
    round_
        The number of the round; without it, the newest that is released.
    data
        The platform's data folder. Without it: TRACKTWO_DATA, or ./data.

    """
    need_web()
    _require_free(folder)
    _set_up(data)
    from tracktwo_web.insights.domain.archive import unpack
    from tracktwo_web.insights.domain.snapshot import freeze
    from tracktwo_web.insights.models import Snapshot
    from tracktwo_web.roadmaps.domain.folders import write_plan
    from tracktwo_web.texts.domain.folders import write_texts

    row = dialogue_of(dialogue)
    one = _round(row, round_)
    snapshot = freeze(Snapshot.objects.select_related("round__dialogue").get(round=one))
    if snapshot.is_empty:
        raise InputError(f"round {one.number} holds no answers that may be told")
    folder.mkdir(parents=True, exist_ok=True)
    unpack(bytes(snapshot.content or b""), folder)
    texts = write_texts(row, folder)
    has_roadmap = write_plan(row, folder)
    say(f"wrote round {one.number} to {folder}: ballots without names; keep it as you keep ballots")
    if texts:
        say(
            f"joint texts with it: {texts}, with how they came to be and what the sides said of them"
        )
    if has_roadmap:
        say("the roadmap with it, without days that are only drafted")


def import_(
    path: Path,
    /,
    *,
    into: str | None = None,
    convenor: str | None = None,
    language: Literal["en", "zh", "fr"] = "en",
    statements_only: Annotated[bool, Parameter(negative="")] = False,
    data: Path | None = None,
) -> None:
    """Bring a dialogue folder or a Polis export into the platform, its answers as a round.

    Joint texts of the folder are laid on the table, with their history where they have one, and so is its roadmap.

    Parameters
    ----------
    path
        A dialogue folder, a Polis export folder or API file, or a table of votes (CSV, Parquet).
    into
        The id of the dialogue to bring it into; without it, a new one is made.
    convenor
        The address of the convenor of a new dialogue.
    language
        Language of texts where the file does not say it: en, zh or fr.
    statements_only
        Leave the answers out.
    data
        The platform's data folder. Without it: TRACKTWO_DATA, or ./data.

    """
    need_web()
    if (into is None) == (convenor is None):
        raise OptionError("say where to: --into DIALOGUE, or --convenor ADDRESS for a new one")
    with shown_progress() as progress:
        from tracktwo.exchange import read

        source = read(path, progress=progress)
    _set_up(data)
    from django.db import transaction

    from tracktwo_web.roadmaps.domain.answers import CannotBe
    from tracktwo_web.roadmaps.domain.folders import bring_in_plan, read_plan
    from tracktwo_web.texts.domain.folders import bring_in_texts, read_texts
    from tracktwo_web.texts.left_over import notes_on

    texts = read_texts(path) if path.is_dir() else []
    roadmap = read_plan(path) if path.is_dir() else None
    with transaction.atomic():
        row = dialogue_of(into) if into else _new(source, convenor or "", language)
        added, known, one = _bring_in(row, source, language, statements_only=statements_only)
        laid = bring_in_texts(row, texts)
        try:
            if roadmap:
                bring_in_plan(row, roadmap)
        except CannotBe as wrong:
            raise InputError(str(wrong), file=path) from None
    say(f"{added} statements added, {known} known already, in dialogue {row.id}")
    if texts:
        say(f"joint texts laid on the table: {len(laid)}")
    if roadmap:
        say("the roadmap is on the table")
    for note in notes_on(laid):
        say(note)
    if one:
        say(f"round {one.number} is released; the platform analyses it when it runs")


def _bring_in(
    row: "Row", source: "Dialogue", language: str, *, statements_only: bool
) -> "tuple[int, int, Round | None]":
    from django.utils import timezone

    from tracktwo_web.insights.domain.bring_in import bring_in

    found = bring_in(
        row, source, language=language, now=timezone.now(), with_answers=not statements_only
    )
    return found.added, found.known, found.round


def _new(source: "Dialogue", convenor: str, language: str) -> "Row":
    from tracktwo_web.accounts.models import User
    from tracktwo_web.insights.domain.bring_in import convene_from

    user = User.objects.filter(email__iexact=convenor).first()
    if user is None:
        raise OptionError(f"there is no convenor {convenor}; make the account first")
    return convene_from(source, user, language=language)


def _set_up(data: Path | None) -> None:
    from tracktwo_web.operations.boot import set_up

    set_up(data)


def dialogue_of(text: str) -> "Row":
    """The dialogue of an id."""
    from tracktwo_web.dialogues.models import Dialogue

    try:
        return Dialogue.objects.get(pk=uuid.UUID(text))
    except (ValueError, Dialogue.DoesNotExist):
        raise OptionError(f"there is no dialogue {text}; its id stands in its address") from None


def _round(dialogue: "Row", number: int | None) -> "Round":
    from tracktwo_web.insights.queries import released_rounds

    rounds = released_rounds(dialogue)
    one = (rounds if number is None else rounds.filter(number=number)).first()
    if one is None:
        which = "no round" if number is None else f"no round {number}"
        raise OptionError(f"the dialogue has {which} that is released")
    return one


def _require_free(folder: Path) -> None:
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise OptionError(f"{folder} exists and is not empty; name a new folder")
