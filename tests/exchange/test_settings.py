import pytest

from tracktwo.dialogue import Party
from tracktwo.errors import InputError
from tracktwo.exchange.settings import Settings, read_settings


def test_settings_of_an_empty_table_are_those_of_a_dialogue(tmp_path):
    (tmp_path / "dialogue.toml").write_text("# nothing yet\n")

    settings = read_settings(tmp_path / "dialogue.toml")

    assert settings == Settings(k=3, source=settings.source)


def test_settings_take_notes_by_language(tmp_path):
    text = 'k = 5\nnote = { en = "a", fr = "b" }\n[[parties]]\nid = "x"\nsize = 4\n'
    (tmp_path / "dialogue.toml").write_text(text)

    settings = read_settings(tmp_path / "dialogue.toml")

    found = (settings.k, settings.note, settings.parties)
    assert found == (5, {"en": "a", "fr": "b"}, (Party("x", {}, 4),))


BAD = {
    "unknown key": (
        'title = "x"\nlanguage = "en"\n', 2,
        "'language' is not known here; allowed are title, languages, k, stage, note, parties",
    ),
    "unknown key of a party": (
        '[[parties]]\nid = "x"\nname = "X"\n', 3,
        "'name' is not known here; allowed are id, names, size",
    ),
    "k of 0": ("k = 0\n", 1, "k is 0; it must be a whole number from 1 on"),
    "k in quotes": ('k = "3"\n', 1, "k is '3'; it must be a whole number from 1 on"),
    "k as a fraction": ("k = 2.5\n", 1, "k is 2.5; it must be a whole number from 1 on"),
    "k as a truth": ("k = true\n", 1, "k is True; it must be a whole number from 1 on"),
    "title": ("title = 3\n", 1, 'title is 3; write a text, or texts by language: { en = "..." }'),
    "languages": ('languages = "en"\n', 1, "languages is 'en'; it must be a list like [\"en\", \"zh\"]"),
    "note": ("note = 1\n", 1, 'note is 1; write a text, or texts by language: { en = "..." }'),
    "parties": ('parties = ["a"]\n', 1, "parties must be written as [[parties]] tables"),
    "party without id": ("[[parties]]\nsize = 3\n", 1, "a party has no id; give each [[parties]] an id"),
    "party twice": (
        '[[parties]]\nid = "x"\n[[parties]]\nid = "x"\n', 2,
        "party 'x' appears twice; ids must differ",
    ),
    "size": ('[[parties]]\nid = "x"\nsize = -1\n', 3, "size is -1; it must be a whole number from 1 on"),
    "not TOML": ("k = 3\ntitle = x\n", 2, "this is not TOML (Invalid value)"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "sentence"), BAD.values(), ids=BAD)
def test_settings_that_cannot_be_read_are_refused(tmp_path, text, line, sentence):
    (tmp_path / "dialogue.toml").write_text(text)

    with pytest.raises(InputError) as caught:
        read_settings(tmp_path / "dialogue.toml")

    assert (caught.value.line, caught.value.message) == (line, sentence)


def test_settings_in_another_encoding_are_refused_with_the_line(tmp_path):
    (tmp_path / "dialogue.toml").write_bytes(b'k = 3\ntitle = "\xe9"\n')

    with pytest.raises(InputError) as caught:
        read_settings(tmp_path / "dialogue.toml")

    told = (caught.value.line, caught.value.message)
    assert told == (2, "the text is not UTF-8; save it as UTF-8")
