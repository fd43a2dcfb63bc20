"""Drawing a released round's matrix, so that a page has only a row to read."""

from django.db import transaction
from django.utils.safestring import SafeString

from tracktwo.dialogue import in_language
from tracktwo.figures.risks import risk_matrix
from tracktwo.locale import LANGUAGES, translator
from tracktwo.reports.drawing import drawn
from tracktwo_web.events.publish import publish
from tracktwo_web.risks.document import assessment_in
from tracktwo_web.risks.models import EstimateRound, Picture, State

WIDE, NARROW = 680, 340
DESCRIBED = "matrix-title matrix-alt"
"""Ids of the texts on the page that describe the picture."""


def draw(round_id: str) -> None:
    """Draw in each language, and tell the pages that wait for it. Done twice, it is done once."""
    one = EstimateRound.objects.select_related("dialogue").get(pk=round_id)
    if one.state != State.RELEASED:
        return
    pictures = [Picture(round=one, language=each, body=_body(one, each)) for each in LANGUAGES]
    with transaction.atomic():
        Picture.objects.filter(round=one).delete()
        Picture.objects.bulk_create(pictures)
        publish(one.dialogue_id, "estimates")


def _body(one: EstimateRound, language: str) -> str:
    found, names = assessment_in(one), _names(one, language)
    words = translator(language)
    figures = {
        kind: risk_matrix(found, words, names=names, width=width)
        for kind, width in (("wide", WIDE), ("narrow", NARROW))
    }
    pictures = (
        drawn(figure.chart, labelled_by=DESCRIBED, css_class=kind)
        for kind, figure in figures.items()
        if figure is not None
    )
    return SafeString("\n".join(pictures))


def _names(one: EstimateRound, language: str) -> dict[str, str]:
    return {side.code: in_language(side.names, language) for side in one.dialogue.sides.all()}
