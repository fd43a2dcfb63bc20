"""The public text asks for adoption where the document is at hand."""

from datetime import UTC, datetime, timedelta

import pytest

from tracktwo.errors import MoveError
from tracktwo.text.standing import Document, Silence, Stage, WhyNot, fingerprint
from tracktwo.text.units import NegotiatedText, Unit
from tracktwo.text.views import public

TEXT = NegotiatedText({"en": "Draft"}, ("en",), (Unit("u1", texts={"en": "We meet."}),))
START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def silence(written: str) -> Silence:
    return Silence.over(
        written, sides=("china", "nato"), opened=START, until=START + timedelta(days=1)
    )


@pytest.mark.parametrize("stage", [Stage.ADOPTED, Stage.PUBLISHED])
def test_adopted_text_is_shown(stage) -> None:
    document = Document(stage, silence=silence(fingerprint(TEXT)))

    assert public(TEXT, document=document) == {"en": ("We meet.",)}


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (Document(Stage.CLEAN), WhyNot.NOT_FROM_HERE),
        (Document(Stage.UNDER_SILENCE), WhyNot.NOT_FROM_HERE),
        (Document(Stage.ADOPTED, silence=silence("0" * 64)), WhyNot.OTHER_TEXT),
    ],
)
def test_text_that_is_not_adopted_in_these_words_is_refused(document, reason) -> None:
    with pytest.raises(MoveError) as caught:
        public(TEXT, document=document)

    assert caught.value.reason == reason
