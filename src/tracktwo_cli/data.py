"""`tracktwo data`: public data as dialogue folders, ready for `tracktwo analyse`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.terminal import say, shown_progress

if TYPE_CHECKING:
    from tracktwo.datasets import Dataset
    from tracktwo.dialogue import Dialogue

UN_ROLL_CALLS, POLIS = "un-roll-calls", "polis-open-data"


def data(
    name: str | None = None,
    folder: Path | None = None,
    out: Path | None = None,
    /,
    *,
    session: str = "",
    issue: str | None = None,
    conversation: str = "",
    download: Annotated[Path | None, Parameter(name="--download")] = None,
) -> None:
    """List public data, download them, or turn them into a dialogue folder.

    Parameters
    ----------
    name
        Which data: un-roll-calls or polis-open-data. Without a name, all are listed.
    folder
        Where the data lie, as downloaded.
    out
        The dialogue folder to write; it must not exist yet, or be empty.
    session
        UN roll calls: sessions of the General Assembly, such as 60, 26-60 or 26-34,60.
    issue
        UN roll calls: one issue only: me, nu, di, hr, co or ec.
    conversation
        Polis: which conversation, such as vtaiwan.uberx.
    download
        Download the data into this new folder.

    """
    if name is None:
        _list()
        return
    _require_known(name)
    if download is not None:
        _download(name, download, folder)
        return
    if folder is None or out is None:
        raise OptionError(
            f"tracktwo data {name} needs two folders: where the data lie, and the one to write"
        )
    dialogue = _dialogue(name, folder, session, issue, conversation)
    _write(dialogue, out)


def _require_known(name: str) -> None:
    from tracktwo.datasets import dataset

    dataset(name)


def _list() -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    from tracktwo.datasets import CATALOGUE

    console = Console(highlight=False)
    for known in CATALOGUE:
        console.print(Text(known.name, style="bold"))
        for line in _about(known):
            console.print(Padding(Text(line), (0, 0, 0, 2)))


def _about(known: "Dataset") -> list[str]:
    conversations = sorted({Path(file.name).parts[0] for file in known.files})
    held = [f"Conversations: {', '.join(conversations)}"] if known.name == POLIS else []
    return [known.title, *held, f"Licence: {known.licence}", f"Cite: {known.cite}"]


def _download(name: str, target: Path, folder: Path | None) -> None:
    if folder is not None:
        raise OptionError(
            "--download takes the folder itself: tracktwo data NAME --download FOLDER"
        )
    from tracktwo.datasets import download

    try:
        with shown_progress() as progress:
            download(name, target, progress=progress)
    except OSError as error:
        raise OptionError(f"cannot write {target}: {error.strerror}") from error
    say(f"wrote {target}")


def _dialogue(
    name: str, folder: Path, session: str, issue: str | None, conversation: str
) -> "Dialogue":
    from tracktwo.datasets import polis_conversation, un_roll_calls

    if name == UN_ROLL_CALLS:
        _refuse("--conversation", conversation, name)
        return un_roll_calls(folder, sessions=sessions_of(session), issue=issue)
    _refuse("--session", session, name)
    _refuse("--issue", issue, name)
    _require_conversation(conversation, folder)
    return polis_conversation(folder, conversation)


def sessions_of(text: str) -> list[int] | None:
    """Numbers of sessions: "26-28,60" is 26, 27, 28 and 60; nothing means all.

    >>> sessions_of("26-28,60")
    [26, 27, 28, 60]
    """
    if not text.strip():
        return None
    try:
        runs = [_run(part) for part in text.split(",")]
    except ValueError:
        raise OptionError(f"--session {text!r} is not of the form 60 or 26-60") from None
    return [number for run in runs for number in run]


def _run(part: str) -> range:
    first, _, last = part.partition("-")
    run = range(int(first), int(last or first) + 1)
    if not run:
        raise ValueError(part)
    return run


def _refuse(option: str, value: str | None, name: str) -> None:
    if value:
        raise OptionError(f"{option} does not apply to {name}")


def _require_conversation(conversation: str, folder: Path) -> None:
    if conversation:
        return
    there = sorted(one.name for one in folder.glob("*") if one.is_dir())
    raise OptionError(
        f"say which conversation by --conversation (there are: {', '.join(there) or 'none'})"
    )


def _write(dialogue: "Dialogue", out: Path) -> None:
    from tracktwo.exchange import write_folder

    try:
        write_folder(dialogue, out)
    except OSError as error:
        raise OptionError(f"cannot write {out}: {error.strerror}") from error
    say(f"wrote {out}: {len(dialogue.statements)} statements, {dialogue.n_answers} answers")
