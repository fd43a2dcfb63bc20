"""Everything that people read has its words, in every language."""

import pytest

from tracktwo.locale import translator
from tracktwo.text.standing import (
    BracketReason,
    Condition,
    GateKind,
    GatePlace,
    Stage,
    Stance,
    UnitState,
    WhyNot,
)
from tracktwo.text.standing.refusals import why_not_sentence
from tracktwo.text.standing.words import (
    bracket_reasons,
    condition_sentence,
    stage_names,
    stance_names,
    state_names,
)

LANGUAGES = pytest.mark.parametrize("language", ["en", "fr", "zh"])
NAMES = [
    (state_names, UnitState),
    (stage_names, Stage),
    (stance_names, Stance),
    (bracket_reasons, BracketReason),
]


@LANGUAGES
@pytest.mark.parametrize(("names", "kinds"), NAMES)
def test_every_kind_has_a_name_of_its_own(language, names, kinds) -> None:
    found = names(translator(language))

    assert list(found) == list(kinds)
    assert all(found.values())


@LANGUAGES
@pytest.mark.parametrize("reason", WhyNot)
def test_every_refusal_has_a_sentence(language, reason) -> None:
    sentence = why_not_sentence(
        reason, translator(language), unit="u3", side="nato", state="clean", detail="u4"
    )

    assert sentence.endswith((".", "。"))
    assert "{" not in sentence


@LANGUAGES
@pytest.mark.parametrize("kind", GateKind)
def test_condition_says_whether_it_is_met(language, kind) -> None:
    words = translator(language)
    unmet = Condition(kind, (GatePlace("u1", "en", 0, "x"),), ("nato",))

    sentences = {condition_sentence(one, words) for one in (Condition(kind), unmet)}

    assert len(sentences) == 2
    assert not any("{" in one for one in sentences)
