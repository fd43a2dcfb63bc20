"""Where the sides stand, said in the words of any of the three languages."""

from tracktwo.locale import Words
from tracktwo.text.standing.bracket_facts import BracketReason
from tracktwo.text.standing.gate import Condition, GateKind
from tracktwo.text.standing.packages import PackageFault
from tracktwo.text.standing.positions import Stance, WayOut


def state_names(words: Words) -> dict[str, str]:
    """The states of a unit by id."""
    return {
        "proposed": words.gettext("proposed"),
        "open": words.gettext("open"),
        "bracketed": words.gettext("in brackets"),
        "clean": words.gettext("clean"),
        "agreed_ad_ref": words.gettext("agreed ad referendum"),
        "provisionally_agreed": words.gettext("provisionally agreed"),
        "adopted": words.gettext("adopted"),
        "suppressed": words.gettext("suppressed"),
    }


def stage_names(words: Words) -> dict[str, str]:
    """The stages of a document by id."""
    return {
        "elements": words.gettext("elements"),
        "compilation": words.gettext("compilation"),
        "chairs_text": words.gettext("chair’s text"),
        "rolling_draft": words.gettext("rolling draft"),
        "clean": words.gettext("clean"),
        "under_silence": words.gettext("under silence"),
        "silence_broken": words.gettext("silence broken"),
        "adopted": words.gettext("adopted"),
        "published": words.gettext("published"),
    }


def stance_names(words: Words) -> dict[Stance, str]:
    """What a side can say of a wording."""
    return {
        Stance.SUPPORT: words.gettext("supports"),
        Stance.LIVE_WITH: words.gettext("can live with"),
        Stance.RESERVE: words.gettext("reserves its position"),
        Stance.OPPOSE: words.gettext("opposes"),
        Stance.AWAITING: words.gettext("awaits instructions"),
    }


def bracket_reasons(words: Words) -> dict[BracketReason, str]:
    """Why words stand in brackets."""
    return {
        BracketReason.ALTERNATIVE: words.gettext("wordings compete"),
        BracketReason.CONTENTIOUS: words.gettext("the matter is disputed"),
        BracketReason.SUSPICIOUS: words.gettext("a side suspects what is behind the words"),
        BracketReason.TACTICAL: words.gettext("kept to be traded"),
        BracketReason.UNCERTAIN: words.gettext("nobody is sure what the words would do"),
        BracketReason.WAITING: words.gettext("a side waits for instructions"),
        BracketReason.WEARY: words.gettext("left over when nobody had strength left"),
    }


def condition_sentence(condition: Condition, words: Words) -> str:
    """What a condition of the gate asks, or what is in its way, as a sentence.

    >>> from tracktwo.locale import translator
    >>> condition_sentence(Condition(GateKind.SIGNATURES, missing=("china",)), translator("en"))
    'Still to sign this text: china.'
    """
    about = _met if condition.is_met else _unmet
    return about(condition, words)[condition.kind]


def way_out_sentence(found: WayOut, words: Words) -> str:
    """How far the sides are from a wording that all can live with.

    >>> from tracktwo.locale import translator
    >>> from tracktwo.text.standing.positions import Heard
    >>> nearest = Heard(0, support=("nato",), oppose=("china",))
    >>> print(way_out_sentence(WayOut("b1", "u1", (nearest,), (nearest,), "one_side"), translator("en")))
    One side does not accept wording 1 of bracket b1: china.
    """
    nearest = found.nearest[0]
    choice = nearest.alternative
    names = {
        "bracket": found.bracket,
        "wording": "" if choice is None else words.number(choice + 1),
    }
    sides = nearest.blocking or nearest.unheard
    about = _without_words if choice is None else _with_wording
    return about(words, names | {"sides": words.names(sides)})[found.gap]


def package_fault_sentence(fault: PackageFault, words: Words) -> str:
    """Why a condition of a package can never be met.

    >>> from tracktwo.locale import translator
    >>> from tracktwo.text.standing.packages import Package
    >>> package_fault_sentence(PackageFault(Package("u1", ("u9",)), "u9", "suppressed"), translator("en"))
    'Passage u1 waits for passage u9, which was taken out of the text; drop the condition or name another.'
    """
    values = {"unit": fault.package.unit, "condition": fault.condition}
    return {
        "suppressed": words.gettext(
            "Passage {unit} waits for passage {condition}, which was taken out of the text; drop the condition or name another.",
            **values,
        ),
        "unknown": words.gettext(
            "Passage {unit} waits for passage {condition}, which is not in the text; name one that is.",
            **values,
        ),
    }[fault.why]


def bundle_sentence(bundle: tuple[str, ...], words: Words) -> str:
    """That units can only be agreed together, or that one waits for itself.

    >>> from tracktwo.locale import translator
    >>> bundle_sentence(("u1", "u2"), translator("en"))
    'u1, u2 wait for one another: they can only be agreed together.'
    """
    if len(bundle) == 1:
        return words.gettext(
            "Passage {unit} waits for itself; the condition says nothing and can be dropped.",
            unit=bundle[0],
        )
    return words.gettext(
        "{units} wait for one another: they can only be agreed together.",
        units=words.names(bundle),
    )


def _met(_: Condition, words: Words) -> dict[GateKind, str]:
    return {
        GateKind.BRACKETS: words.gettext("No bracket is open."),
        GateKind.DOUBTS: words.gettext("No doubt is left."),
        GateKind.PLACEHOLDERS: words.gettext("Everything is filled in."),
        GateKind.ATTRIBUTION: words.gettext("Nobody is quoted by name."),
        GateKind.LANGUAGES: words.gettext("Every language has been reviewed."),
        GateKind.CONCORDANCE: words.gettext("The languages say the same."),
        GateKind.SIGNATURES: words.gettext("All sides have signed this text."),
    }


def _unmet(condition: Condition, words: Words) -> dict[GateKind, str]:
    n = len(condition.places)
    missing = words.names(condition.missing)
    return {
        GateKind.BRACKETS: words.ngettext("{n} bracket is open.", "{n} brackets are open.", n),
        GateKind.DOUBTS: words.ngettext("{n} doubt is left.", "{n} doubts are left.", n),
        GateKind.PLACEHOLDERS: words.ngettext(
            "{n} place has still to be filled in.", "{n} places have still to be filled in.", n
        ),
        GateKind.ATTRIBUTION: words.ngettext(
            "{n} place may say who said what.", "{n} places may say who said what.", n
        ),
        GateKind.LANGUAGES: words.gettext(
            "Nobody has confirmed yet that these say the same: {languages}.", languages=missing
        ),
        GateKind.CONCORDANCE: words.ngettext(
            "In {n} place the languages may not say the same.",
            "In {n} places the languages may not say the same.",
            n,
        ),
        GateKind.SIGNATURES: words.gettext("Still to sign this text: {sides}.", sides=missing),
    }


def _with_wording(words: Words, values: dict[str, str]) -> dict[str, str]:
    return {
        "closed": words.gettext(
            "Every side accepts wording {wording} of bracket {bracket}.", **values
        ),
        "unheard": words.gettext(
            "Nobody blocks wording {wording} of bracket {bracket}; still to be heard: {sides}.",
            **values,
        ),
        "one_side": words.gettext(
            "One side does not accept wording {wording} of bracket {bracket}: {sides}.", **values
        ),
        "several": words.gettext(
            "Wording {wording} of bracket {bracket} is nearest, and is not accepted by: {sides}.",
            **values,
        ),
    }


def _without_words(words: Words, values: dict[str, str]) -> dict[str, str]:
    return {
        "closed": words.gettext(
            "Every side can leave out the words of bracket {bracket}.", **values
        ),
        "unheard": words.gettext(
            "Nobody minds leaving out the words of bracket {bracket}; still to be heard: {sides}.",
            **values,
        ),
        "one_side": words.gettext(
            "One side does not accept leaving out the words of bracket {bracket}: {sides}.",
            **values,
        ),
        "several": words.gettext(
            "Leaving out the words of bracket {bracket} is nearest, and is not accepted by: {sides}.",
            **values,
        ),
    }
