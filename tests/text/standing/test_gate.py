"""What must hold before a text is published, and its JSON."""

import json

import jsonschema
import pytest

from tests.text.standing.tables import SIDES, bilingual, text_of
from tracktwo.errors import OptionError
from tracktwo.text.languages.concordance import Agreement, concordance
from tracktwo.text.standing import (
    GateKind,
    GatePlace,
    fingerprint,
    gate,
    gate_document,
    gate_schema,
    gate_to_json,
)

CLEAN = text_of("We meet.")
OPEN = text_of("We [shall/may] meet on [date].")


def signed(text) -> dict[str, str]:
    return dict.fromkeys(SIDES, fingerprint(text))


def open_kinds(found) -> list[GateKind]:
    return [one.kind for one in found.open_conditions]


def test_signed_clean_text_passes() -> None:
    found = gate(CLEAN, sides=SIDES, signatures=signed(CLEAN))

    assert (found.is_clear, found.open_conditions) == (True, ())
    assert [one.kind for one in found.conditions] == list(GateKind)
    assert found.fingerprint == fingerprint(CLEAN)


def test_open_text_names_its_places_and_cannot_be_signed() -> None:
    found = gate(OPEN, sides=SIDES, signatures=signed(CLEAN))

    brackets, placeholders, signatures = found.open_conditions
    assert brackets.places == (GatePlace("u1", "en", 3, "shall / may"),)
    assert (placeholders.kind, [one.offset for one in placeholders.places]) == (
        GateKind.PLACEHOLDERS,
        [23],
    )
    assert (signatures.missing, found.fingerprint) == (SIDES, "")


def test_signature_on_other_words_is_missing() -> None:
    signatures = {**signed(CLEAN), "nato": fingerprint(text_of("We met."))}

    found = gate(CLEAN, sides=SIDES, signatures=signatures)

    assert [one.missing for one in found.open_conditions] == [("nato",)]


def test_leftover_is_in_the_way_until_settled() -> None:
    text = text_of("The date (TBC) stands.")

    found = gate(text, sides=SIDES, signatures=signed(text))
    settled = {(one.unit, one.language, one.words) for c in found.conditions for one in c.places}

    assert GateKind.PLACEHOLDERS in open_kinds(found)
    assert gate(text, sides=SIDES, signatures=signed(text), settled=settled).is_clear


def test_attribution_is_found_by_the_linter_or_by_what_is_given() -> None:
    text = text_of("One participant noted it.")
    place = GatePlace("u1", "en", 0, "It")

    linted = gate(text, sides=SIDES, signatures=signed(text))
    given = gate(text, sides=SIDES, signatures=signed(text), attributions=lambda _: [place])
    none = gate(text, sides=SIDES, signatures=signed(text), attributions=lambda _: [])

    [attribution] = linted.open_conditions
    assert attribution.places == (GatePlace("u1", "en", 0, "One participant noted"),)
    assert [one.places for one in given.open_conditions] == [(place,)]
    assert none.is_clear


def test_languages_have_to_be_reviewed() -> None:
    text = bilingual("They shall meet.", "各方应会晤。")
    agreed = concordance(text, agreements=[Agreement.of(text.unit("u1"), "en", "zh")])

    alone = gate(text, sides=SIDES, signatures=signed(text))
    compared = gate(text, sides=SIDES, signatures=signed(text), concordance=concordance(text))
    reviewed = gate(text, sides=SIDES, signatures=signed(text), concordance=agreed)

    assert [(one.places, one.missing) for one in alone.open_conditions] == [((), ("en+zh",))]
    assert [(one.places, one.missing) for one in compared.open_conditions] == [
        ((GatePlace("u1"),), ("en+zh",))
    ]
    assert reviewed.is_clear


def test_warning_of_the_concordance_is_in_the_way() -> None:
    text = bilingual("They shall meet.", "各方宜会晤。")

    found = gate(text, sides=SIDES, signatures=signed(text), concordance=concordance(text))

    assert open_kinds(found) == [GateKind.LANGUAGES, GateKind.CONCORDANCE]
    assert found.open_conditions[1].places == (GatePlace("u1", "en", 5, "shall"),)


def test_text_without_sides_is_refused() -> None:
    with pytest.raises(OptionError, match="nobody is to sign"):
        gate(CLEAN, sides=(), signatures={})


@pytest.mark.parametrize("text", [CLEAN, OPEN])
@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_document_meets_its_schema(text, language) -> None:
    found = gate(text, sides=SIDES, signatures={})

    written = json.loads(gate_to_json(found, language=language))

    jsonschema.validate(written, gate_schema(), cls=jsonschema.Draft202012Validator)
    assert written == gate_document(found, language=language)


def test_schema_itself_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(gate_schema())
