"""What a person has looked at and found right: two languages, or words that the program doubts."""

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.text.languages.concordance import Agreement
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.saving import locked, tell
from tracktwo_web.texts.models import Finding, JointText, Review
from tracktwo_web.texts.queries import text_now

LONGEST_WORDS = 400


@transaction.atomic
def confirm_languages(text: JointText, unit: str, seen: dict[str, str]) -> None:
    """Note that the languages of a unit say the same, in the words the reviewer had before them.

    `seen` holds the hash of each language's source as it was shown.
    """
    text = locked(text)
    now = text_now(text)
    if unit not in now.places:
        raise CannotBe(gettext("This passage is not in the text any more."))
    found = Agreement.of(now.unit(unit), *now.languages)
    if dict(found.hashes) != seen:
        raise CannotBe(gettext("The words have changed meanwhile: read them again."))
    Review.objects.update_or_create(text=text, unit=unit, defaults={"hashes": seen})
    tell(text, unit=unit)


@transaction.atomic
def find_right(text: JointText, unit: str, language: str, words: str) -> None:
    """Note that words the program doubts are meant as they stand."""
    text = locked(text)
    Finding.objects.get_or_create(
        text=text, unit=unit, language=language, words=words[:LONGEST_WORDS]
    )
    tell(text, unit=unit)
