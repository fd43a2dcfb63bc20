"""Our own tables: a folder, or judgements alone."""

import pytest

from tracktwo.influence import Concept, InfluenceMap, Link

H = "source,target,weight\n"
WORDS = "very weak, weak, medium, strong or very strong (with - for against)"
BAD_TABLES = {
    "semicolons": ("source;target;weight\na;b;0,7\n", 1, "the cells are separated by semicolons; save the file with commas"),
    "tabs": ("source\ttarget\tweight\n", 1, "the cells are separated by tabs; save the file with commas"),
    "UTF-16": ((H + "a,b,1\n").encode("utf-16"), None, "the text is UTF-16; save it as UTF-8 and try again"),
    "Latin-1": (H.encode() + b"\xe9,b,1\n", 2, "the text is not UTF-8; save it as UTF-8 and try again"),
    "a workbook renamed": (b"PK\x03\x04rest", None, "this is a zip or spreadsheet file; unpack it or save it as CSV (UTF-8)"),
    "empty": ("", None, "the file is empty; export it again"),
    "header only": (H, 1, "there is a header and no row under it; add rows"),
    "out of range": (H + "a,b,1.5\n", 2, "weight 1.5 lies outside -1..1; divide by the strongest your scale has"),
    "decimal comma": (H + 'a,b,"0,7"\n', 2, "weight '0,7' has a decimal comma; write 0.7"),
    "per cent": (H + "a,b,70%\n", 2, f"weight '70%' is not a number in -1..1 or one of {WORDS}"),
    "not a number": (H + "a,b,nan\n", 2, f"weight 'nan' is not a number in -1..1 or one of {WORDS}"),
    "only a sign": (H + "a,b,+\n", 2, "weight '+' says only a sign; write a strength, or say what a sign is worth (signs_as)"),
    "no weight": (H + "a,b,\n", 2, "weight is empty; write a number in -1..1, or leave the row out if nobody drew the link"),
    "no source": (H + ",b,1\n", 2, "no source is named; name a concept"),
    "judged twice": (H + "a,b,1\nb,a,1\na,b,0\n", 4, "a -> b is already judged by the same hand, line 2; keep one"),
    "outside its range": ("source,target,weight,low,high\na,b,0.5,0.6,0.9\n", 2, "a -> b: weight 0.5 lies outside its range [0.6, 0.9]"),
    "range out of range": ("source,target,weight,low\na,b,0.5,-2\n", 2, "low -2 lies outside -1..1; divide by the strongest your scale has"),
    "delay": ("source,target,weight,delay\na,b,1,month\n", 2, "a -> b: delay 'month' is not known; write days, weeks, months, years"),
    "confidence in per cent": ("source,target,weight,confidence\na,b,1,80\n", 2, "a -> b: confidence 80 lies outside 0..1"),
    "confidence in words": ("source,target,weight,confidence\na,b,1,high\n", 2, "confidence 'high' is not a number"),
    "short row": (H + "a,b\n", 2, "the row has 2 cells and the header 3; make them the same"),
    "column unknown": (
        "source,target,weight,when\na,b,1,2\n", 1,
        "column 'when' is not known; allowed are source, target, weight, low, high, delay, confidence, evidence, expert, side",
    ),
    "column missing": ("source,weight\na,1\n", 1, "column 'target' is missing (there are: source, weight)"),
    "column twice": ("source,target,weight,Weight\na,b,1,1\n", 1, "column 'weight' appears twice; keep one"),
    "neither": (
        "x,y\n1,2\n", 1,
        "this is neither a table of judgements (columns source, target, weight) nor a matrix (the same labels on both axes)",
    ),
}  # fmt: skip
JUDGED = H + "a,b,1\n"
BAD_FOLDERS = {
    "no judgements": ({"x.csv": "a"}, ("map", None, "there is no judgements.csv; add one with the columns source, target, weight")),
    "concept unknown": (
        {"concepts.csv": "concept\na\n", "judgements.csv": JUDGED},
        ("judgements.csv", 2, "a -> b: concept 'b' is not known; add it to the concepts"),
    ),
    "kind unknown": (
        {"concepts.csv": "concept,kind\na,thing\n", "judgements.csv": JUDGED},
        ("concepts.csv", 2, "concept 'a': kind 'thing' is not known; write perception, action, narrative, capability, risk, measure, driver"),
    ),
    "concept twice": (
        {"concepts.csv": "concept\na\nb\na\n", "judgements.csv": JUDGED},
        ("concepts.csv", 4, "concept 'a' is already on line 2; keep one"),
    ),
    "no id": (
        {"concepts.csv": "concept,kind\n,action\n", "judgements.csv": JUDGED},
        ("concepts.csv", 2, "a concept has no id"),
    ),
    "column unknown": (
        {"concepts.csv": "concept,label\na,x\n", "judgements.csv": JUDGED},
        ("concepts.csv", 1, "column 'label' is not known; allowed are concept, kind, side, text_en, text_zh, text_fr (any language)"),
    ),
    "part unknown": (
        {"map.csv": "part,language,text\ntitel,en,x\n", "judgements.csv": JUDGED},
        ("map.csv", 2, "part 'titel' is not known; write title or note"),
    ),
    "language": (
        {"map.csv": "part,language,text\ntitle,english!,x\n", "judgements.csv": JUDGED},
        ("map.csv", 2, "language 'english!' is not a code like en or zh"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "sentence"), BAD_TABLES.values(), ids=BAD_TABLES)
def test_tables_that_cannot_be_meant_are_refused(refusal, content, line, sentence):
    assert refusal("map.csv", content) == ("map.csv", line, sentence)


@pytest.mark.parametrize(("files", "refused"), BAD_FOLDERS.values(), ids=BAD_FOLDERS)
def test_folders_that_do_not_fit_together_are_refused(refusal, files, refused):
    assert refusal("map", files) == refused


def test_tabs_are_asked_of_a_table_with_tabs(refusal):
    refused = refusal("map.tsv", JUDGED)

    assert refused == (
        "map.tsv", 1, "the cells are separated by commas; save the file with tabs",
    )  # fmt: skip


def test_plainest_table_makes_concepts_in_order_of_appearance(drawn):
    assert drawn("map.csv", H + "b,a,-0.5\nb,b,0\n\nc,b,.25\n") == InfluenceMap(
        (Concept("b"), Concept("a"), Concept("c")),
        (Link("b", "a", -0.5), Link("b", "b", 0.0), Link("c", "b", 0.25)),
    )


def test_strengths_are_read_as_words_in_three_languages(drawn, weights):
    read = drawn(
        "map.csv",
        H + "a,b,-Strong\nb,c,很强\nc,d,−très faible\nd,e,+ medium\ne,f,－０．５\nf,g,-弱\n",
    )

    assert list(weights(read).values()) == [-0.7, 0.9, -0.1, 0.5, -0.5, -0.3]


def test_signs_alone_are_worth_what_is_said(drawn, weights):
    read = drawn("map.csv", H + "a,b,+\nb,a,-\n", signs_as=0.4)

    assert weights(read) == {("a", "b"): 0.4, ("b", "a"): -0.4}


def test_spaces_capitals_and_empty_columns_of_a_spreadsheet_are_overlooked(drawn, weights):
    read = drawn("map.csv", "From, To ,WEIGHT,,\n a , b, 0.5 ,,\n,,,,\n")

    assert weights(read) == {("a", "b"): 0.5}


def test_other_files_of_a_folder_are_left_alone(drawn, weights):
    files = {"statements.csv": "x;y", "votes.csv": "x", "judgements.csv": JUDGED}

    assert weights(drawn("map", files)) == {("a", "b"): 1.0}


def test_dialogue_in_the_same_folder_says_what_its_sides_are_called(drawn):
    told = '[[parties]]\nid = "n"\nnames = { en = "The North", fr = "Le Nord" }\n'

    found = drawn("map", {"dialogue.toml": told, "judgements.csv": JUDGED})

    assert (found.side_name("n", "fr"), found.side_name("c")) == ("Le Nord", "c")


def test_texts_of_other_languages_and_apostrophes_are_kept(drawn):
    files = {
        "concepts.csv": "concept,text_zh-Hans,side\n'=a,威胁,nato\n",
        "judgements.csv": "source,target,weight,evidence\n'=a,'=a,1,'-1 said he\n",
    }

    assert drawn("map", files) == InfluenceMap(
        (Concept("=a", {"zh-Hans": "威胁"}, side="nato"),),
        (Link("=a", "=a", 1.0, evidence="-1 said he"),),
    )
