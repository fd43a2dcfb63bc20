"""One analysed round for all tests that only read: an analysis with its drawings takes seconds."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command

from tests.web import world
from tests.web.insights import worlds
from tracktwo_web.insights.models import Result

THEMES = [
    ("values", {"en": "Values", "zh": "价值观", "fr": "Valeurs"}),
    ("arms", {"en": "Arms", "zh": "军备", "fr": "Armements"}),
]


@pytest.fixture(scope="package")
def found(django_db_setup, django_db_blocker) -> Iterator[Result]:
    """The result of a round about two themes, drawn by theme too. Its rows are there for the package."""
    with django_db_blocker.unblock():
        dialogue = world.a_dialogue(themes=THEMES, convenor=world.a_user("another"))
        versions = [world.a_statement(dialogue, f"c0{i}") for i in (1, 2, 3)]
        for version, theme in zip(versions, ("values", "values", "arms"), strict=True):
            version.statement.theme = dialogue.themes.get(code=theme)
            version.statement.save()
        yield worlds.an_analysed_round(dialogue, versions=versions, themes=True, mirrored=0.1)
        call_command("flush", interactive=False, verbosity=0)
