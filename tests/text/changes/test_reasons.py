"""Each reason has its sentence, whole in every language."""

import pytest

from tracktwo.locale import LANGUAGES, translator
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.changes.reasons import Reason, Stuck, reason_sentence, stuck_sentence


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentence_names_the_operation_and_fills_every_place(reason, language) -> None:
    sentence = reason_sentence(
        reason, translator(language), operation="o7", unit="u{3}", by="o5", detail="line 1"
    )

    assert "o7" in sentence
    assert "{operation}" not in sentence
    assert "{by}" not in sentence


def test_stuck_operation_is_told_with_what_stands_in_its_way() -> None:
    one = Operation("7", OperationKind.MOD, 0, "u3", "en")

    assert stuck_sentence(Stuck(one, Reason.WORDS_GONE, "5"), translator("en")) == (
        "Proposal 7 speaks of words of passage u3 that proposal 5 has changed; "
        "compare both and propose it again."
    )
