"""A dialogue that has something to report: a released round, both sides' maps, estimates, an adopted text."""

from django.utils import timezone

from tests.web import world
from tests.web.insights.worlds import AGREED, SPLIT, a_released_round
from tests.web.records.conftest import KEYS, enters
from tests.web.risks.making import ALIKE, a_risk
from tests.web.risks.making import a_released_round as released_estimates
from tests.web.texts.agreeing import show_keys, with_silence_kept
from tests.web.texts.laid import a_text
from tracktwo.record import entry_bytes, sealed, unsigned
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.influence.domain.drawing import add_concept, add_link
from tracktwo_web.influence.domain.maps import open_maps, release_map
from tracktwo_web.records.domain.sign import draft_next
from tracktwo_web.records.signing import SigningStep
from tracktwo_web.reports.domain.authors import name_author, seats_of_authors
from tracktwo_web.reports.domain.compose import compose, order_draft
from tracktwo_web.reports.domain.reviews import review
from tracktwo_web.reports.domain.signatures import KIND, body_of
from tracktwo_web.reports.models import Draft, Wish
from tracktwo_web.texts.domain.adopt import KIND as ADOPTED
from tracktwo_web.texts.domain.adopt import sign as sign_text
from tracktwo_web.texts.models import JointText

ANSWERS = {"nato": [AGREED] * 4 + [SPLIT], "china": [SPLIT] * 4 + [AGREED]}


def a_dialogue_with_everything(**plan) -> Dialogue:
    """At the stage of the report; its authors have not said yet how to be named."""
    dialogue = world.a_dialogue(**plan)
    show_keys(dialogue)
    a_released_round(dialogue, ANSWERS)
    draw_maps(dialogue)
    _estimate(dialogue)
    adopted(a_text(dialogue))
    return _at_stage(dialogue, "report")


def a_dialogue_with_a_text(**plan) -> Dialogue:
    """At the stage of the report with an adopted text in two languages alone: quickly composed."""
    dialogue = world.a_dialogue(languages=["en", "zh"], **plan)
    show_keys(dialogue)
    adopted(a_text(dialogue))
    return _at_stage(dialogue, "report")


def a_dialogue_with_estimates(**plan) -> Dialogue:
    """At the stage of the report with released estimates alone."""
    dialogue = world.a_dialogue(**plan)
    _estimate(dialogue)
    return _at_stage(dialogue, "report")


def _estimate(dialogue: Dialogue) -> None:
    _at_stage(dialogue, "risks")
    a_risk(dialogue, "trade-loss")
    released_estimates(dialogue, {"trade-loss": ALIKE})


def _at_stage(dialogue: Dialogue, stage: str) -> Dialogue:
    dialogue.stage = stage
    dialogue.save(update_fields=["stage"])
    return dialogue


def draw_maps(dialogue: Dialogue) -> None:
    """Both sides' maps, released."""
    open_maps(dialogue)
    joint = dialogue.maps.get(side=None)
    fear, drills = (
        add_concept(joint, {"en": text}, kind=kind).concepts[0].id
        for text, kind in (("Fear", "perception"), ("Drills", "action"))
    )
    for drawn in dialogue.maps.exclude(side=None).select_related("side", "dialogue"):
        add_link(drawn, drills, fear, weight=0.8)
        add_link(drawn, fear, drills, weight=0.6)
        release_map(drawn)


def adopted(text: JointText) -> JointText:
    """The text with silence kept, signed by both sides."""
    with_silence_kept(text)
    for side in text.dialogue.sides.all():
        sign_text(text, side.code, lambda body, side=side: _entered(side, body), now=timezone.now())
    text.refresh_from_db()
    return text


def _entered(side: Side, body) -> SigningStep:
    return SigningStep("", entry=enters(side, ADOPTED, body))


def a_draft(dialogue: Dialogue) -> Draft:
    """The report composed, as a worker does; without files."""
    draft = order_draft(dialogue)
    compose(str(draft.pk))
    draft.refresh_from_db()
    assert draft.is_done, draft.state
    return draft


def name_everybody(dialogue: Dialogue, wish: str = Wish.OFFICE) -> None:
    """Every author has answered."""
    for seat in seats_of_authors(dialogue):
        name_author(seat, wish, name="", office={})


def review_all(draft: Draft) -> None:
    """Every language was read."""
    for language, seen in draft.facts["hashes"].items():
        review(draft, language, seen, None)


def signed_line(draft: Draft, side: Side, **other) -> str:
    """What a head brings back from `tracktwo record sign`; `other` changes what it says."""
    key = KEYS[side.code]
    body = body_of(draft.hash, draft.facts["languages"]) | other
    made = draft_next(side, kind=KIND, body=body, key=key.public, now=timezone.now())
    return entry_bytes(sealed(made, key.sign(unsigned(made)))).decode()


def sign_for(draft: Draft, *codes: str) -> None:
    """Sides sign a draft in their logs."""
    for side in draft.dialogue.sides.filter(code__in=codes):
        enters(side, KIND, body_of(draft.hash, draft.facts["languages"]))
