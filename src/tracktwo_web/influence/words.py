"""What the editor says in the browser, in the reader's language: `{name}` is filled there."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo_web.influence.rows import STRONGER

Said = str | dict[str, str]


def editor_words() -> dict[str, Said]:
    """Its sentences by the names it knows them by; those with a number in both forms."""
    return _saving() | _weights() | _describing() | _meanwhile()


def _saving() -> dict[str, Said]:
    return {
        "saved": _("All changes are saved."),
        "unsaved": _both(
            lambda n: ngettext("{n} change is not saved yet.", "{n} changes are not saved yet.", n)
        ),
        "offline": _both(
            lambda n: ngettext(
                "No connection. {n} change is kept on this device and sent later.",
                "No connection. {n} changes are kept on this device and sent later.",
                n,
            )
        ),
        "closed": _both(
            lambda n: ngettext(
                "Drawing is closed now. {n} change was not taken and is kept on this device.",
                "Drawing is closed now. {n} changes were not taken and are kept on this device.",
                n,
            )
        ),
        "closed_saved": _("Drawing is closed now. All changes are saved."),
        "closed_forget": _("Forget them"),
        "closed_keep": _("Keep them here"),
        "unreachable": _("The drawing could not be loaded. Please try again."),
        "gone": _("This browser no longer has a seat here. Please reload the page."),
    }


def _weights() -> dict[str, Said]:
    words: dict[str, Said] = {"weight_0": _("has no influence")}
    for level, (_least, up, down) in zip((5, 4, 3, 2, 1), STRONGER, strict=True):
        words[f"weight_{level}"], words[f"weight_-{level}"] = str(up), str(down)
    return words


def _describing() -> dict[str, Said]:
    return {
        "link": _("From {source} to {target}: {word} ({weight})."),
        "concept": _("{text}: {kind}, {side}."),
        "out": _both(lambda n: ngettext("{n} link out,", "{n} links out,", n)),
        "in": _both(lambda n: ngettext("{n} in.", "{n} in.", n)),
        "range": _("{low} to {high}"),
        "no_kind": _("kind not said"),
        "no_delay": _("not said"),
        "no_side": _("nobody’s in particular"),
        "connect": _(
            "Choose what “{text}” acts on: tap it, or walk to it with Tab and press Enter. Escape gives up."
        ),
        "connect_nothing": _("Choose a concept first; the link begins there."),
        "exists": _("This link is drawn already."),
        "added": _("Added: {name}"),
        "removed": _("Removed: {name}"),
        "undone": _("Undone."),
        "redone": _("Done again."),
        "arranged": _("The concepts have been arranged."),
        "pair": _("{source} → {target}"),
    }


def _meanwhile() -> dict[str, Said]:
    return {
        "changed": _("Somebody changed “{name}” meanwhile."),
        "theirs": _("Theirs: {what}"),
        "yours": _("Yours: {what}"),
        "removal": _("removed"),
        "removed_there": _("Somebody removed “{name}” meanwhile, and you had changed it."),
        "keep_theirs": _("Keep theirs"),
        "keep_yours": _("Keep yours"),
        "undo_anyway": _("Somebody has changed “{name}” since. Undo it all the same?"),
        "undo_yes": _("Undo it"),
        "undo_no": _("Leave it"),
    }


def _both(sentence: Callable[[int], str]) -> dict[str, str]:
    """A sentence for one and for several, as this language has them."""
    return {"one": sentence(1), "other": sentence(2)}
