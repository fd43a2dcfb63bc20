"""The register in and out as tables: everything comes back, and nothing is entered by halves."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web import world
from tests.web.risks.making import ALIKE, a_released_round, a_risk, an_indicator
from tracktwo.errors import InputError
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.risks.domain.agree import agree
from tracktwo_web.risks.domain.bring_in import AlreadyThere, bring_in, read_tables
from tracktwo_web.risks.domain.take_out import INDICATORS, RISKS, register_of, table_of
from tracktwo_web.risks.models import Word

pytestmark = pytest.mark.django_db

TABLE = "risk,text_en,text_zh,period,onset\nharbour,The harbour closes.,港口关闭。,2027,weeks\n"


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


def bring(client, dialogue, table: str, **more):
    entered = {"risks": SimpleUploadedFile("risks.csv", table.encode())} | more
    return client.post(f"/d/{dialogue.id}/risks/bring-in", entered)


def test_register_comes_back_as_it_went_out(dialogue) -> None:
    other = world.a_dialogue(convenor=world.a_user("two"))
    risk = a_risk(
        dialogue, domain="=1+1", onset="weeks", reversibility="hard", owner="An office",
        existing={"en": 'A hotline, "red".\nAnd a table.'}, proposed={"fr": "Un accord."}, outcome=False,
    )  # fmt: skip
    an_indicator(risk, threshold={"en": "Ten percent."}, state="not seen", by="nato")

    register = read_tables(other, table_of(dialogue, RISKS), table_of(dialogue, INDICATORS))
    bring_in(other, register, replaces=False)

    assert register_of(other) == register_of(dialogue)


def test_no_spreadsheet_computes_what_somebody_wrote(dialogue) -> None:
    a_risk(dialogue, texts={"en": '=HYPERLINK("https://example.org")'}, owner="+49")

    table = table_of(dialogue, RISKS).decode()

    assert re.findall(r"(?:^|,)\"?[=+@-]", table, re.MULTILINE) == []


def test_page_brings_a_table_in(dialogue, secretariat) -> None:
    answer = bring(secretariat, dialogue, TABLE)

    assert answer.status_code == 302
    risk = dialogue.risks.get()
    assert (risk.code, risk.texts, risk.onset) == (
        "harbour",
        {"en": "The harbour closes.", "zh": "港口关闭。"},
        "weeks",
    )


def test_risk_that_is_there_is_replaced_only_where_that_was_asked_for(
    dialogue, secretariat
) -> None:
    a_risk(dialogue, "harbour")

    refused = bring(secretariat, dialogue, TABLE).content.decode()
    kept = dialogue.risks.get().texts
    bring(secretariat, dialogue, TABLE, replaces="on")

    assert "Already in the register: harbour. Nothing was changed." in refused
    assert (kept, dialogue.risks.get().texts["en"]) == (
        {"en": "Risk harbour."},
        "The harbour closes.",
    )


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("risk,text_en\nh,One.\nh,Two.\n", "risks.csv, line 3: risk &#x27;h&#x27; is already on line 2"),
        ("risk,text_en,onset\nh,One.,soon\n", "onset &#x27;soon&#x27; is not known"),
        ("risk,text_de\nh,Eins.\n", "language &#x27;de&#x27; is not one of this dialogue"),
        ("risk,text_en\na b,One.\n", "is no short name"),
        ("risk,text_en\nh,\n", "it has no text"),
        ("risk,text_en,scale\nh,One.,rating:1:5\n", "severity is stated from 0 to 10 here"),
        ("risk,text_en\nh," + "x" * 301 + "\n", "text is longer than 300 characters"),
        ("nothing\n", "column &#x27;risk&#x27; is missing"),
        ("", "risks.csv"),
        ("\x00\x01\x02", "risks.csv"),
    ],
)  # fmt: skip
def test_table_that_cannot_be_meant_is_refused_whole(
    dialogue, secretariat, table: str, said: str
) -> None:
    answer = bring(secretariat, dialogue, table or " ")

    assert (answer.status_code, dialogue.risks.count()) == (200, 0)
    assert said in answer.content.decode()


def test_agreement_in_a_table_is_not_believed(dialogue) -> None:
    table = "risk,text_en,agreed_by\nh,One.,nato; china\n"

    bring_in(dialogue, read_tables(dialogue, table.encode(), None), replaces=False)

    assert register_of(dialogue)["h"].agreed_by == ()


def test_side_in_a_table_that_is_not_at_the_table_is_refused(dialogue) -> None:
    with pytest.raises(InputError, match="not among the parties"):
        read_tables(dialogue, b"risk,text_en,agreed_by\nh,One.,mars\n", None)


def test_bringing_in_stops_before_the_first_risk_where_one_is_there(dialogue) -> None:
    a_risk(dialogue, "h")
    register = read_tables(dialogue, b"risk,text_en\ng,One.\nh,Two.\n", None)

    with pytest.raises(AlreadyThere):
        bring_in(dialogue, register, replaces=False)

    assert [one.code for one in dialogue.risks.all()] == ["h"]


def test_file_tells_who_agreed_once_every_side_has_spoken(dialogue, secretariat) -> None:
    a_released_round(dialogue, {"trade-loss": ALIKE})
    risk, (one, other) = dialogue.risks.get(), dialogue.sides.order_by("position")
    path, told = f"/d/{dialogue.id}/risks/risks.csv", []

    for side, word in ((one, Word.AGREED), (other, Word.NOT_AGREED)):
        agree(risk, side, word)
        told.append("nato" in secretariat.get(path).content.decode())

    assert told == [False, True]
