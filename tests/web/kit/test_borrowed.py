"""What Django and allauth say on our pages is said by our catalogues."""

from gettext import GNUTranslations
from pathlib import Path

import allauth
import django
import pytest
from django.conf import settings
from django.utils import translation

from tracktwo_web.kit.borrowed import COUNTED, SENTENCES

DJANGO = Path(django.__file__).parent
THEIRS = (DJANGO / "conf", DJANGO / "contrib" / "auth", Path(allauth.__file__).parent)
FOLDERS = {"zh-hans": "zh_Hans", "fr": "fr"}


def catalogue(place: Path, language: str) -> GNUTranslations:
    with (place / "locale" / FOLDERS[language] / "LC_MESSAGES" / "django.mo").open("rb") as file:
        return GNUTranslations(file)


def test_every_borrowed_sentence_is_still_said_by_its_owner() -> None:
    theirs = [catalogue(place, language) for place in THEIRS for language in FOLDERS]

    changed = [one for one in SENTENCES if all(found.gettext(one) == one for found in theirs)] + [
        (one, many)
        for one, many in COUNTED
        if all(found.ngettext(one, many, 2) == many for found in theirs)
    ]

    assert changed == []


@pytest.mark.parametrize("language", FOLDERS)
def test_our_catalogue_wins(language) -> None:
    ours = catalogue(Path(settings.LOCALE_PATHS[0]).parent, language)

    with translation.override(language):
        other = [one for one in SENTENCES if translation.gettext(one) != ours.gettext(one)] + [
            many
            for one, many in COUNTED
            for n in (1, 2)
            if translation.ngettext(one, many, n) != ours.ngettext(one, many, n)
        ]

    assert other == []
