"""Whether a text may be published, asked with what the tables and the signed record know."""

from collections.abc import Mapping

from tracktwo.text import NegotiatedText, concordance
from tracktwo.text.languages.concordance import Agreement, Concordance
from tracktwo.text.standing import Gate, gate
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import sides_of


def agreements_of(text: JointText) -> list[Agreement]:
    """What reviewers have confirmed."""
    return [Agreement(one.unit, one.hashes) for one in text.reviews.all()]


def concordance_of(text: JointText, now: NegotiatedText) -> Concordance:
    """Where the languages of the text differ, and what nobody has confirmed."""
    return concordance(now, agreements=agreements_of(text))


def gate_of(text: JointText, now: NegotiatedText, *, signatures: Mapping[str, str]) -> Gate:
    """The conditions of publication. `signatures` are those that the record proves, by side."""
    settled = text.findings.values_list("unit", "language", "words")
    return gate(
        now,
        sides=sides_of(text),
        signatures=signatures,
        concordance=concordance_of(text, now),
        settled=list(settled),
    )
