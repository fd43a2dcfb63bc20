import pytest

from tracktwo_web.dialogues.roles import Role
from tracktwo_web.influence.models import Outlook

TABLE = """source,Trade=open,Trade=parted,Pacts=few,Pacts=many
Trade=open,0,0,2,-2
Trade=parted,0,0,-1,1
Pacts=few,1,-1,0,0
Pacts=many,-3,3,0,0
"""


@pytest.fixture
def bring_in(dialogue, sit, seat, tmp_path):
    def send(
        text: str, role: Role = Role.SECRETARIAT, side: str | None = None, name: str = "drivers.csv"
    ):
        file = tmp_path / name
        file.write_text(text)
        with file.open("rb") as opened:
            return sit(seat(role, side)).post(
                f"/d/{dialogue.id}/maps/outlook", {"file": opened}, follow=True
            )

    return send


def test_scenarios_of_the_matrix_stand_side_by_side(dialogue, bring_in, sit, seat):
    bring_in(TABLE)

    page = sit(seat(Role.OBSERVER)).get(f"/d/{dialogue.id}/maps/outlook").content.decode()

    assert "2 of 4 combinations hold together." in page
    assert page.count(">parted</td>") == 1
    assert "Bring in a matrix" not in page


def test_driver_that_is_held_leaves_what_fits_it(dialogue, bring_in, sit, seat):
    bring_in(TABLE)

    page = sit(seat(Role.MEMBER, "nato")).get(
        f"/d/{dialogue.id}/maps/outlook", {"d0": "open", "d1": "no such"}
    )

    text = page.content.decode()
    assert "<strong>open</strong>" in text
    assert "<strong>few</strong>" in text
    assert "Hold none" in text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Trade=open;Trade=parted\n1;2\n", "drivers.csv, line 1: "),
        (TABLE.replace("-3,3", "x,3"), "drivers.csv, line 5: "),
    ],
)
def test_table_that_is_no_matrix_is_refused_with_its_line(bring_in, text, sentence):
    page = bring_in(text).content.decode()

    assert sentence in page
    assert not Outlook.objects.exists()


def test_delegates_bring_no_matrix_in(bring_in):
    assert bring_in(TABLE, Role.HEAD, "nato").status_code == 403
    assert not Outlook.objects.exists()
