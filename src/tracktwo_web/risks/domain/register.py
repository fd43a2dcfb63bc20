"""Entering risks and their indicators into the register, and changing them."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.risks.domain.quiet import require_register_at_rest
from tracktwo_web.risks.models import AskedRisk, Indicator, Risk, State
from tracktwo_web.risks.queries import was_asked
from tracktwo_web.rounds.states import NotNow

Texts = Mapping[str, str]


class CodeTaken(Exception):  # noqa: N818 -- an answer, not a fault
    """Another risk, or another indicator of the risk, has that code."""


@dataclass(frozen=True)
class Entry:
    """A risk as somebody enters it. Texts are by language."""

    texts: Texts
    domain: str = ""
    onset: str = ""
    reversibility: str = ""
    period: str = ""
    existing: Texts = field(default_factory=dict)
    proposed: Texts = field(default_factory=dict)
    owner: str = ""
    outcome: bool | None = None


@dataclass(frozen=True)
class Sign:
    """An indicator as somebody enters it."""

    texts: Texts
    threshold: Texts = field(default_factory=dict)
    state: str = ""
    by: str = ""


@transaction.atomic
def add_risk(dialogue: Dialogue, code: str, entry: Entry, *, mechanism: Iterable[str] = ()) -> Risk:
    """Enter a risk under a new code. Raises `CodeTaken`, `NotNow`."""
    require_register_at_rest(dialogue)
    if dialogue.risks.filter(code=code).exists():
        raise CodeTaken(code)
    risk = Risk(dialogue=dialogue, code=code, mechanism=list(mechanism))
    _describe(risk, entry)
    publish(dialogue.id, "risks")
    return risk


@transaction.atomic
def change_risk(risk: Risk, entry: Entry, *, as_read: str = "") -> Risk:
    """Change a risk. What the sides said of it was said of other words, and is taken back.

    `as_read`: the mark of what the writer had before them; `NotNow` where it is no longer so.
    """
    risk = _locked(risk)
    if as_read and as_read != mark_of(risk):
        raise NotNow("somebody else has changed it")
    before = mark_of(risk)
    _describe(risk, entry)
    if mark_of(risk) != before:
        risk.agreements.all().delete()
        publish(risk.dialogue_id, "risks")
    return risk


@transaction.atomic
def remove_risk(risk: Risk) -> None:
    """Take a risk out of the register. One that was put to the seats stays."""
    risk = _locked(risk)
    if was_asked(risk):
        raise NotNow("it was put to the seats")
    AskedRisk.objects.filter(risk=risk, round__state=State.PLANNED).delete()
    AskedRisk.objects.filter(risk=risk, round__opened_at=None).delete()
    risk.delete()
    publish(risk.dialogue_id, "risks")


@transaction.atomic
def add_indicator(risk: Risk, code: str, sign: Sign) -> Indicator:
    """Add something to watch. Raises `CodeTaken`, `NotNow`."""
    risk = _locked(risk)
    if risk.indicators.filter(code=code).exists():
        raise CodeTaken(code)
    return _watch(Indicator(risk=risk, code=code), sign)


@transaction.atomic
def change_indicator(one: Indicator, sign: Sign, *, as_read: str = "") -> Indicator:
    """Change an indicator, or say that it was seen; `as_read` as for a risk."""
    one = _locked_indicator(one)
    if as_read and as_read != mark_of_indicator(one):
        raise NotNow("somebody else has changed it")
    return _watch(one, sign)


@transaction.atomic
def remove_indicator(one: Indicator) -> None:
    one = _locked_indicator(one)
    one.delete()
    publish(one.risk.dialogue_id, "risks")


def mark_of(risk: Risk) -> str:
    """What a form carries to tell, without a time of writing, whether somebody else has written since."""
    told = (risk.domain, risk.onset, risk.reversibility, risk.period, risk.owner, risk.outcome)
    return _mark(*told, *map(_sorted, (risk.texts, risk.existing, risk.proposed)))


def mark_of_indicator(one: Indicator) -> str:
    return _mark(one.state, one.by, _sorted(one.texts), _sorted(one.threshold))


def _mark(*told: object) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _sorted(texts: Texts) -> list[tuple[str, str]]:
    return sorted(texts.items())


def _locked(risk: Risk) -> Risk:
    """The risk as it is now, nobody else changing the register; `NotNow` where it is gone."""
    require_register_at_rest(risk.dialogue)
    found = Risk.objects.select_related("dialogue").filter(pk=risk.pk).first()
    if found is None:
        raise NotNow("it is gone")
    return found


def _locked_indicator(one: Indicator) -> Indicator:
    require_register_at_rest(one.risk.dialogue)
    found = Indicator.objects.select_related("risk__dialogue").filter(pk=one.pk).first()
    if found is None:
        raise NotNow("it is gone")
    return found


def _describe(risk: Risk, entry: Entry) -> None:
    risk.texts, risk.domain, risk.period = dict(entry.texts), entry.domain, entry.period
    risk.onset, risk.reversibility = entry.onset, entry.reversibility
    risk.existing, risk.proposed = dict(entry.existing), dict(entry.proposed)
    risk.owner, risk.outcome = entry.owner, entry.outcome
    risk.save()


def _watch(one: Indicator, sign: Sign) -> Indicator:
    one.texts, one.threshold = dict(sign.texts), dict(sign.threshold)
    one.state, one.by = sign.state, sign.by
    one.save()
    publish(one.risk.dialogue_id, "risks")
    return one
