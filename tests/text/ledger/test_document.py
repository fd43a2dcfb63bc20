"""The document meets its schema, and hidden ledgers of odd brackets are whole."""

import json

import jsonschema
import pytest

from tracktwo.text.ledger import burn_down, ledger, ledger_schema, ledger_to_json
from tracktwo.text.units import NegotiatedText, Unit


def text_of(*sources: str, **title: str) -> NegotiatedText:
    units = tuple(Unit(f"u{n}", texts={"en": one}) for n, one in enumerate(sources, start=1))
    return NegotiatedText(title, ("en",), units)


@pytest.mark.parametrize("policy", ["side", "hidden"])
@pytest.mark.parametrize(
    "text",
    [
        text_of("We meet."),
        text_of("[a b/[EU: x y/c?]{holder:eu}]{id:b1 since:0 reason:weary}", "[date]", en="[Joint] text"),
    ],
)  # fmt: skip
def test_document_meets_its_schema(text, policy) -> None:
    sessions = burn_down([(1, text), (3, text_of("We meet."))], policy=policy)

    told = json.loads(ledger_to_json(ledger(text, session=3, policy=policy), sessions))

    jsonschema.validate(told, ledger_schema(), cls=jsonschema.Draft202012Validator)
    assert told["count"] == len(told["entries"])


def test_schema_itself_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(ledger_schema())


@pytest.mark.parametrize("words", ["30", "date", "sic", "a"])
def test_bracket_that_only_its_label_makes_one_stays_in_a_hidden_ledger(words) -> None:
    text = text_of(f"within [EU: {words}] days and [shall/may]")

    found = ledger(text, policy="hidden")

    assert [one.words[0].labels[0] for one in found.entries] == ["", ""]
    assert [one.words[0].column for one in found.entries] == [
        8,
        8 + len(f"[EU: {words}] days and "),
    ]


def test_id_that_names_a_side_is_replaced_also_where_it_is_around() -> None:
    text = text_of("[we [x y]{id:b2} go]{id:China-1 holder:china}")

    found = ledger(text, policy="hidden")

    assert [(one.id, one.inside) for one in found.entries] == [("u1#n1", ""), ("b2", "u1#n1")]


def test_language_in_which_the_text_is_not_authentic_is_not_missed() -> None:
    unit = Unit("u1", texts={"en": "[shall/may]", "xx": "draft translation"})

    [entry] = ledger(NegotiatedText({}, ("en",), (unit,))).entries

    assert entry.languages_of_unit == ("en",)


def test_bracket_without_id_is_followed_by_its_words() -> None:
    counts = burn_down([(1, text_of("[one/two] [three/four]")), (2, text_of("one [three/four]"))])

    assert [(len(one.open), one.opened, len(one.closed)) for one in counts] == [
        (2, ("u1#1", "u1#2"), 0),
        (1, (), 1),
    ]
