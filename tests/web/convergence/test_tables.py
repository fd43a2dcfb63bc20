"""Options in and out as tables: everything comes back, and nothing is entered by halves."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web import world
from tests.web.convergence.making import an_area, an_open_round, an_option
from tracktwo.errors import InputError
from tracktwo_web.convergence.domain.bring_in import AlreadyThere, bring_in, read_tables
from tracktwo_web.convergence.domain.conditions import (
    Stated,
    add_joint_condition,
    joint_conditions_of,
)
from tracktwo_web.convergence.domain.take_out import NAMES, table_of
from tracktwo_web.convergence.queries import options_of
from tracktwo_web.dialogues.roles import Role

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[3] / "examples" / "nato-china" / "convergence"
TABLE = "option,area,rung,text_en\nhotline,maritime,test call,A tested line.\n"


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


def bring(client, dialogue, **tables: str):
    files = {
        name: SimpleUploadedFile(f"{name}.csv", table.encode()) if name != "replaces" else table
        for name, table in tables.items()
    }
    return client.post(f"/d/{dialogue.id}/options/bring-in", files)


def told(dialogue) -> list[object]:
    options = [
        (one.code, one.area and one.area.code, one.texts, one.interests, one.obstacles,
         one.precedents, one.rung, one.touches, one.takes)
        for one in options_of(dialogue)
    ]  # fmt: skip
    joint = [(one.code, stated) for one, stated in joint_conditions_of(dialogue)]
    return [*options, *joint]


def test_options_come_back_as_they_went_out(dialogue) -> None:
    other = world.a_dialogue(convenor=world.a_user("two"))
    sea = an_area(dialogue)
    takes = [
        {"of": "meetings", "side": "", "value": 2},
        {"of": "open", "side": "nato", "value": 0.5},
    ]
    an_option(dialogue, area=sea, obstacles={"en": '=1+1, "red".\nAnd.'}, takes=takes)
    an_option(dialogue, "visits", rung="", touches=["trust", "collision"])
    add_joint_condition(dialogue, Stated("needs", ("visits", "hotline"), texts={"en": "First."}))
    add_joint_condition(dialogue, Stated("budget", (), 2.5, "meetings"))

    tables = {name: table_of(dialogue, name) for name in NAMES}
    bring_in(other, read_tables(other, tables), replaces=False)

    assert told(other) == told(dialogue)


def test_example_is_brought_in_and_conditions_of_a_side_are_left_to_it(
    dialogue, secretariat
) -> None:
    names = ("options", "areas", "interests", "amounts", "conditions")
    tables = {name: (EXAMPLE / f"{name}.csv").read_text("utf-8") for name in names}

    answer = bring(secretariat, dialogue, **tables)

    assert answer.status_code == 302
    shown = secretariat.get(answer.headers["Location"]).content.decode()
    assert "16 options were entered. Left to the sides, who state them under seal:" in shown
    assert dialogue.options.count() == 16
    joint = {one.code for one, _ in joint_conditions_of(dialogue)}
    assert joint == {"observers-after-notices", "seven-at-most", "meetings"}


def test_no_spreadsheet_computes_what_somebody_wrote(dialogue) -> None:
    an_option(dialogue, texts={"en": '=HYPERLINK("https://example.org")'}, obstacles={"en": "+49"})

    tables = "".join(table_of(dialogue, name).decode() for name in NAMES)

    assert re.findall(r"(?:^|,)\"?[=+@-]", tables, re.MULTILINE) == []


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"options": "option\nhotline\n"}, "has no text"),
        ({"options": TABLE.replace("test call", "treaty")}, "options.csv, line 2: rung"),
        ({"options": TABLE.replace("hotline,", "no blanks,")}, "is no short name"),
        ({"options": TABLE.replace("text_en", "text_de")}, "language 'de' is not one"),
        ({"options": TABLE.replace("A tested line.", "x" * 301)}, "longer than 300"),
        ({"options": TABLE, "interests": "option,party,text_en\nhotline,mars,Much.\n"}, "line 2"),
        ({"options": TABLE, "conditions": "condition,kind,options\nc,must,nothing\n"}, "line 2"),
    ],
)
def test_table_that_cannot_be_meant_is_refused_with_its_line(
    dialogue, secretariat, tables: dict[str, str], said: str
) -> None:
    answer = bring(secretariat, dialogue, **tables)

    page = answer.content.decode().replace("&#x27;", "'")
    assert said in page
    assert "/tmp" not in page
    assert "<li>:" not in page
    assert (dialogue.options.count(), dialogue.areas.count()) == (0, 0)


def test_option_that_is_there_is_replaced_only_when_asked(dialogue, secretariat) -> None:
    an_option(dialogue, texts={"en": "Before."})

    refused = bring(secretariat, dialogue, options=TABLE)
    before = dialogue.options.get().texts
    bring(secretariat, dialogue, options=TABLE, replaces="on")

    assert "Already on offer: hotline. Nothing was changed." in refused.content.decode()
    assert (before, dialogue.options.get().texts) == ({"en": "Before."}, {"en": "A tested line."})


def test_nothing_is_brought_in_while_a_round_is_open(dialogue) -> None:
    tables = read_tables(dialogue, {"options": TABLE.encode()})
    an_open_round(dialogue, an_option(dialogue, "visits"), an_option(dialogue, "norm"))

    with pytest.raises(Exception, match="round"):
        bring_in(dialogue, tables, replaces=False)

    assert dialogue.options.count() == 2


def test_library_refuses_in_its_own_words(dialogue) -> None:
    with pytest.raises(InputError):
        read_tables(dialogue, {"options": b"nothing\n1\n"})
    an_option(dialogue)
    tables = read_tables(dialogue, {"options": TABLE.encode()})
    with pytest.raises(AlreadyThere):
        bring_in(dialogue, tables, replaces=False)


def test_tables_are_downloaded_by_everybody_and_others_are_not_there(dialogue, sit) -> None:
    an_option(dialogue)
    observer = sit(world.seat_of(dialogue, Role.OBSERVER))

    answers = [
        observer.get(f"/d/{dialogue.id}/options/tables/{name}.csv") for name in (*NAMES, "values")
    ]

    assert [one.status_code for one in answers] == [200] * 5 + [404]
    assert answers[0].headers["Content-Type"] == "text/csv; charset=utf-8"
