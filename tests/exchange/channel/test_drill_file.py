"""Scripts of drills: those that ship are whole in three languages, and damaged ones are refused."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.errors import InputError
from tracktwo.exchange.channel.drill_file import read_drill

FOLDER = Path(__file__).parents[3] / "examples/drills"
SHIPPED = sorted(FOLDER.glob("*.yaml"))
TEXT = (FOLDER / "unsafe-encounter-at-sea.yaml").read_text(encoding="utf-8")


def test_three_scripts_are_shipped() -> None:
    assert [path.stem for path in SHIPPED] == [
        "cyber-incident-unclear-origin",
        "unannounced-large-exercise",
        "unsafe-encounter-at-sea",
    ]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_script_is_whole_in_three_languages(path: Path) -> None:
    drill = read_drill(path)

    assert drill.id == path.stem
    texts = [drill.title, drill.purpose, *drill.sides.values()]
    texts += [text for one in drill.injects for text in (one.happens, *(two.good for two in one.expected))]  # fmt: skip
    for text in texts:
        assert list(text) == ["en", "zh", "fr"]
        assert len(set(text.values())) == 3
    assert [one.id for one in drill.injects if not one.expected] == []
    assert {two.side for one in drill.injects for two in one.expected} == set(drill.sides)


def test_script_is_read() -> None:
    drill = read_drill(FOLDER / "unsafe-encounter-at-sea.yaml")

    inject = drill.injects[2]
    assert (inject.id, inject.at, inject.side) == ("press", timedelta(minutes=90), "first")
    assert [(one.side, one.kind, one.type.value, one.within) for one in inject.expected] == [
        ("first", "CR", "new", timedelta(minutes=15)),
        ("other", "CA", "reply", timedelta(minutes=60)),
    ]


def test_script_on_the_page_is_read(tmp_path: Path) -> None:
    page = (FOLDER.parents[1] / "docs/channel.md").read_text(encoding="utf-8")
    (tmp_path / "drill.yaml").write_text(
        page.split("```yaml\n")[1].split("```")[0], encoding="utf-8"
    )

    assert read_drill(tmp_path / "drill.yaml").id == "lost-buoy"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("drill: unsafe", "drill: !!python/object/apply:os.system unsafe", "this is not plain YAML (could not determine a constructor for the tag 'tag:yaml.org,2002:python/object/apply:os.system')"),
        ("drill: unsafe-encounter-at-sea", "drill: &a x\nother: *a", "this is not plain YAML (an alias)"),
        ("purpose:", "aim:", "drill has exactly these members: drill, injects, purpose, sides, title"),
        ("  zh: 海上不安全相遇\n", "", "title is a text in en, zh and fr"),
        ("at: 90", "at: -1", "at is a whole number of minutes from 0 to 44640"),
        ("at: 90", "at: true", "at is a whole number of minutes from 0 to 44640"),
        ("at: 90", "at: 20", "inject 'press' comes before the one above it; order them by time"),
        ("kind: CR", "kind: XX", "'XX' is no kind of message known here; it is one of PN, AC, UA, UR, UM, UO, HI, CR, CA, CS, TM, TR, EN, NW, AN, VR, MI, CV, MR"),
        ("type: new", "type: news", "type is 'news'; it is one of new, update, cancel, ack, reply, error"),
        ("type: new", "type: [new]", "type is ['new']; it is one of new, update, cancel, ack, reply, error"),
        ("side: first\n    happens", "side: third\n    happens", "inject 'passing' names side 'third', which is not there"),
        ("id: passing", "id: 7", "id is a text"),
    ],
)  # fmt: skip
def test_damaged_script_is_refused(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "drill.yaml"
    assert old in TEXT
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(InputError) as refused:
        read_drill(path)

    assert refused.value.message == sentence
    assert refused.value.file == str(path)


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 3000), damage=st.text(max_size=8))
def test_any_damage_is_read_or_refused(place: int, damage: str, tmp_path_factory) -> None:
    path = tmp_path_factory.mktemp("drill") / "drill.yaml"
    text = TEXT[:place] + damage + TEXT[place + len(damage) :]
    path.write_bytes(text.encode("utf-8", "replace"))
    try:
        drill = read_drill(path)
    except InputError:
        return
    assert len(drill.sides) == 2
