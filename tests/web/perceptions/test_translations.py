"""Translations of a statement: who writes them, who reads them, when they are authentic."""

import pytest

from tests.web import world
from tests.web.perceptions.making import a_draft, a_proposal
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.domain.statements import newest_version, withdraw_statement
from tracktwo_web.perceptions.domain.translations import approve, review, translate
from tracktwo_web.perceptions.models import Round, TranslationState
from tracktwo_web.rounds.states import NotNow

NEW = "L’énoncé est exact."


def state(version, language: str = "fr") -> str:
    return version.translations.get(language=language).state


def french(version):
    return version.translations.get(language="fr")


def test_translation_is_a_draft_until_it_is_read(dialogue) -> None:
    version = world.a_statement(dialogue)

    translate(version, "fr", NEW)

    assert (french(version).text, state(version)) == (NEW, TranslationState.DRAFT)


def test_machines_translation_says_so(dialogue) -> None:
    version = world.a_statement(dialogue)

    translate(version, "fr", NEW, by_machine=True)

    assert state(version) == TranslationState.MACHINE


def test_correcting_takes_back_what_was_said_about_it(dialogue) -> None:
    version = world.a_statement(dialogue)
    review(french(version))
    approve(french(version), dialogue.sides.get(code="nato"))

    translate(version, "fr", NEW)

    assert (state(version), french(version).approved_by) == (TranslationState.DRAFT, [])


def test_original_is_not_translated(dialogue) -> None:
    with pytest.raises(NotNow):
        translate(world.a_statement(dialogue), "en", "Other words.")


def test_translation_of_asked_words_stays_as_it_was_read(dialogue) -> None:
    version = world.a_statement(dialogue)
    world.an_open_round(dialogue, [version])

    with pytest.raises(NotNow):
        translate(version, "fr", NEW)


def test_missing_translation_of_asked_words_may_be_added(dialogue) -> None:
    version = world.a_statement(dialogue)
    version.translations.filter(language="fr").delete()
    world.an_open_round(dialogue, [version])

    translate(version, "fr", NEW)

    assert french(version).text == NEW


@pytest.mark.parametrize("before", [TranslationState.MACHINE, TranslationState.DRAFT])
def test_review_makes_reviewed(dialogue, before) -> None:
    version = world.a_statement(dialogue)
    version.translations.filter(language="fr").update(state=before)

    review(french(version))

    assert state(version) == TranslationState.REVIEWED


@pytest.mark.parametrize("before", [TranslationState.REVIEWED, TranslationState.AUTHENTIC])
def test_review_of_what_was_reviewed_is_refused(dialogue, before) -> None:
    version = world.a_statement(dialogue)
    version.translations.filter(language="fr").update(state=before)

    with pytest.raises(NotNow):
        review(french(version))


def test_authentic_needs_the_word_of_every_side(dialogue) -> None:
    version = world.a_statement(dialogue)
    review(french(version))

    states = [approve(french(version), side).state for side in dialogue.sides.order_by("position")]

    assert states == [TranslationState.REVIEWED, TranslationState.AUTHENTIC]


def test_one_side_does_not_count_twice(dialogue) -> None:
    version = world.a_statement(dialogue)
    review(french(version))
    side = dialogue.sides.get(code="nato")

    for _ in range(2):
        approve(french(version), side)

    assert (french(version).approved_by, state(version)) == (["nato"], TranslationState.REVIEWED)


def test_draft_is_not_approved(dialogue) -> None:
    version = world.a_statement(dialogue)

    with pytest.raises(NotNow):
        approve(french(version), dialogue.sides.first())


def test_withdrawn_statement_is_not_translated(dialogue) -> None:
    version = world.a_statement(dialogue)
    withdraw_statement(version.statement)

    with pytest.raises(NotNow):
        translate(version, "fr", NEW)


# Pages: who may do what ------------------------------------------------------------------------

WHO = [
    ("own head", Role.HEAD, "nato"),
    ("own member", Role.MEMBER, "nato"),
    ("own interpreter", Role.INTERPRETER, "nato"),
    ("other head", Role.HEAD, "china"),
    ("other member", Role.MEMBER, "china"),
    ("other interpreter", Role.INTERPRETER, "china"),
    ("secretariat", Role.SECRETARIAT, ""),
    ("observer", Role.OBSERVER, ""),
]
INTERPRETERS = {"own interpreter", "other interpreter"}
MAY = {
    ("listed", ""): INTERPRETERS | {"secretariat"},
    ("listed", "review"): INTERPRETERS | {"secretariat"},
    ("listed", "approve"): INTERPRETERS | {"own head", "other head"},
    ("draft", ""): {"own head", "own member", "own interpreter"},
    ("draft", "review"): {"own interpreter"},
    ("draft", "approve"): set(),
    ("proposed", ""): {"own interpreter", "secretariat"},
    ("proposed", "review"): {"own interpreter", "secretariat"},
    ("proposed", "approve"): set(),
}


@pytest.mark.parametrize(("where", "act"), MAY)
def test_translations_are_in_the_hands_of_those_who_read_both(dialogue, sit, where, act) -> None:
    done = set()
    for name, role, side in WHO:
        version = _version(dialogue, where, f"x{len(name)}{side}{role}"[:12])
        if act == "approve":
            version.translations.filter(language="fr").update(state="reviewed")
        before = state(version), french(version).approved_by
        client = sit(world.seat_of(dialogue, role, side))
        address = f"/d/{dialogue.id}/statements/{version.statement_id}/fr/{act}"
        client.post(address, {"text": NEW})
        changed = french(version).text == NEW or before != (
            state(version),
            french(version).approved_by,
        )
        done |= {name} if changed else set()

    assert done == MAY[where, act]


def _version(dialogue, where: str, code: str):
    if where == "listed":
        return world.a_statement(dialogue, code)
    make = a_draft if where == "draft" else a_proposal
    return newest_version(make(dialogue))


def test_nobody_approves_while_a_round_is_open(dialogue, sit) -> None:
    version = world.a_statement(dialogue)
    review(french(version))
    world.an_open_round(dialogue, [world.a_statement(dialogue, "c02")])
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    page = f"/d/{dialogue.id}/statements/{version.statement_id}/"

    code = client.post(f"{page}fr/approve").status_code
    body = client.get(page).content.decode()
    Round.objects.update(state="closed")
    later = client.post(f"{page}fr/approve").status_code

    assert (code, later, french(version).approved_by) == (403, 302, ["nato"])
    assert ("once no round is open" in body, "For my side it is as good" in body) == (True, False)


@pytest.mark.parametrize("language", ["en", "de", "zh-hans"])
def test_languages_that_are_not_to_be_translated_into_are_not_there(
    dialogue, sit, language
) -> None:
    version = world.a_statement(dialogue)
    client = sit(world.seat_of(dialogue, Role.INTERPRETER, "nato"))

    answer = client.get(f"/d/{dialogue.id}/statements/{version.statement_id}/{language}/")

    assert answer.status_code == 404


def test_missing_language_is_offered_and_added(dialogue, sit) -> None:
    version = world.a_statement(dialogue)
    version.translations.filter(language="fr").delete()
    client = sit(world.seat_of(dialogue, Role.INTERPRETER, "china"))
    page = f"/d/{dialogue.id}/statements/{version.statement_id}/"

    offered = "Add it in French" in client.get(page).content.decode()
    client.post(f"{page}fr/", {"text": NEW, "by_machine": "on"})

    assert (offered, french(version).text, state(version)) == (True, NEW, "machine")
