"""The language of a document."""

import pytest

from tracktwo.exchange.document.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The sides agree on the rules of the sea.", "en"),
        ("Les parties sont d’accord sur les règles de la mer.", "fr"),
        ("双方就海上规则达成一致。", "zh"),
        ("双方同意 NATO 的规则（rules）。", "zh"),
        ("The word 和平 means peace in the treaty.", "en"),
        ("12345", "en"),
    ],
)
def test_language_is_told(text: str, language: str) -> None:
    assert language_of(text) == language
