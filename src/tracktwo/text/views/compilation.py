"""The compilation: the text and every open proposal, with who holds and proposes what if policy allows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tracktwo.text.changes.effect import effect_of
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.standing import Attribution
from tracktwo.text.units import NegotiatedText, Unit
from tracktwo.text.views.views import rolling


@dataclass(frozen=True, slots=True)
class Proposal:
    """One open operation: how its unit would read if it were accepted.

    `unit` is the unit it changes, or for ADD the one behind which another comes (None for the
    beginning). `texts` are by language, only those that it changes; none for SUP and NOC. `id`,
    `side` and `rationale` are empty where it is not told who proposed it: ids and reasons tell.
    """

    kind: OperationKind
    unit: str | None
    texts: Mapping[str, str] = field(default_factory=dict)
    number: str = ""
    id: str = ""
    side: str = ""
    rationale: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compilation:
    """The text, and the proposals by the unit they speak of, then by kind and words."""

    text: NegotiatedText
    proposals: tuple[Proposal, ...]


def compilation(
    text: NegotiatedText,
    *,
    operations: Iterable[Operation] = (),
    attribution: Attribution = "hidden",
    sides: tuple[str, ...] = (),
) -> Compilation:
    """Everything on the table. The order of proposals tells nothing of who made them or when.

    With `attribution` "side" marks, labels, ids and rationales stay; with "hidden" they are left
    out. Raises `OperationError` for an operation that does not fit the text: rebase it first.

    >>> from tracktwo.text.changes.operations import Replacement
    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We shall meet."}),))
    >>> one = Operation("7", OperationKind.ALT, 0, "u1", "en", (Replacement(3, 8, "may"),), side="nato")
    >>> made = compilation(text, operations=[one])
    >>> made.proposals[0].texts, made.proposals[0].side
    ({'en': 'We [shall/may] meet.'}, '')
    """
    is_hidden = attribution == "hidden"
    proposals = [_proposal(text, one, is_hidden=is_hidden, sides=sides) for one in operations]
    place = {None: -1} | {unit.id: number for number, unit in enumerate(text.units)}
    proposals.sort(key=lambda one: (place[one.unit], one.kind, sorted(one.texts.items()), one.id))
    shown = rolling(text, sides=sides) if is_hidden else replace(text, kept=(), gone=())
    return Compilation(shown, tuple(proposals))


def _proposal(
    text: NegotiatedText, one: Operation, *, is_hidden: bool, sides: tuple[str, ...]
) -> Proposal:
    after = effect_of(text, one).after
    texts = _changed(text, after, one)
    number = ""
    if one.added:
        number = after.unit(one.added.id).number
    if not is_hidden:
        return Proposal(one.kind, one.unit, texts, number, one.id, one.side, dict(one.rationale))
    unit = Unit("1", texts=texts)
    bare = rolling(NegotiatedText({}, tuple(texts), (unit,)), sides=sides).units[0].texts
    return Proposal(one.kind, one.unit, bare, number)


def _changed(text: NegotiatedText, after: NegotiatedText, one: Operation) -> dict[str, str]:
    """The texts that an operation gives or changes."""
    if one.kind in (OperationKind.SUP, OperationKind.NOC):
        return {}
    if one.added:
        return dict(after.unit(one.added.id).texts)
    if one.unit is None:
        return {}
    before = text.unit(one.unit).texts
    now = after.unit(one.unit).texts
    return {language: source for language, source in now.items() if before.get(language) != source}
